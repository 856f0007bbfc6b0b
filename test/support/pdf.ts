import { expect } from 'vitest';
import { run } from '../../build/run.ts';

/** Returns the text of each page of a PDF file, as another program reads it. */
export async function pdfPages(file: string): Promise<string[]> {
  const { code, output } = await run('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-']);
  expect(code, output).toBe(0);
  return output.split('\f').slice(0, -1); // each page ends with a form feed
}
