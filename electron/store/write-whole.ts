import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { renameReleased } from './rename-released.ts';

/** Writes a small file, and its folder where there is none, whole or not at all. No other user of the computer may read it. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, text, { mode: 0o600, flush: true }); // else a power cut may leave the new name with nothing in it
  await renameReleased(draft, file);
}
