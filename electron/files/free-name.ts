/* A name for a new file beside others. */

import { open, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { downloadProblem, saveFileIn } from './save-file.ts';

const maxTries = 1_000;

/**
 * Writes a stream from the internet to a file in a folder, under a name that is free there. Returns the path. The name is taken
 * when the file is complete: a kill before that would leave an empty file of this name. @throws ProblemError as `saveFile`
 */
export async function saveUnderFreeName(
  folder: string,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<string> {
  let path = '';
  const takeName = async () => {
    path = await reserveFreeName(folder, name);
    return path;
  };
  try {
    await saveFileIn(folder, takeName, chunks);
    return path;
  } catch (error) {
    if (path !== '') await rm(path, { force: true }).catch(() => undefined); // the first failure says more
    throw error;
  }
}

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
