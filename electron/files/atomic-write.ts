import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '../contract/problem.ts';

/**
 * Writes a small file completely or not at all, and creates its folder where there is none. Other users of the computer
 * cannot read the file. @throws ProblemError `disk-error` when the file stays locked; otherwise the error of the file system
 */
export async function writeFileAtomically(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  await mkdir(dirname(file), { recursive: true });
  // Without the flush, a power cut can leave an empty file under the new name.
  await writeFile(draft, text, { mode: 0o600, flush: true });
  await renameWithRetry(draft, file);
}

const renameAttempts = 20;
const renameRetryDelayMs = 50;
const lockedCodes = ['EBUSY', 'EPERM', 'EACCES'];

/**
 * Renames a file, and tries again for a second while it is locked: Windows refuses to rename a file until every program
 * has released it, which takes a moment after it was closed. @throws ProblemError `disk-error`
 */
export async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let attemptsLeft = renameAttempts; ; attemptsLeft--) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isLocked = error instanceof Error && 'code' in error && lockedCodes.includes(String(error.code));
      if (!isLocked || attemptsLeft === 0) throw new ProblemError('disk-error', {}, error);
      await setTimeout(renameRetryDelayMs);
    }
  }
}
