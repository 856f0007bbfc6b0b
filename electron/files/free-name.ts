/* A name for a new file beside others. */

import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { downloadProblem } from './save-file.ts';

const maxTries = 1_000;

/**
 * Finds a name that is free in a folder, `report (2).pdf` where `report.pdf` is taken, and takes it at once with an empty file,
 * so that nothing is ever replaced. Returns the path. @throws ProblemError `disk-full`, `disk-error`
 */
export async function reserveFreeName(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${extension}`);
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isTaken || number === maxTries) throw downloadProblem(error);
    }
  }
}
