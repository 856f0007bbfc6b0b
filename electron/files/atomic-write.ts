import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '../contract/problem.ts';

/** Writes a small file, and its folder where there is none, whole or not at all. No other user of the computer may read it. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, text, { mode: 0o600, flush: true }); // else a power cut may leave the new name with nothing in it
  await renameReleased(draft, file);
}

/** Windows renames a file only when nobody holds it any more, which after a close takes a moment. */
export async function renameReleased(from: string, to: string): Promise<void> {
  for (let triesLeft = 20; ; triesLeft--) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isHeld =
        error instanceof Error && 'code' in error && ['EBUSY', 'EPERM', 'EACCES'].includes(String(error.code));
      if (!isHeld || triesLeft === 0) throw new ProblemError('disk-error', {}, error);
      await setTimeout(50);
    }
  }
}
