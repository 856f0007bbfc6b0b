/*
 * Files that another program holds for a moment. Windows refuses to rename or remove a file until every program has released
 * it, and a virus scanner opens each new one.
 */

import { rename, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '../contract/problem.ts';

const retryDelayMs = 50;
/** A scanner is done in less; what stays locked for longer is in use. */
const patienceMs = 4_000;
/** Windows alone says that a program has no permission for a file that another one holds; elsewhere waiting gives none. */
const lockedCodes = (platform: NodeJS.Platform) => (platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY']);

/** Whether an error of the file system says, or may say, that another program holds the file. */
export function isLocked(error: unknown, platform: NodeJS.Platform = process.platform): boolean {
  return error instanceof Error && 'code' in error && lockedCodes(platform).includes(String(error.code));
}

/** Whether an error of the file system says that there is no such file. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Does `work` again for some seconds while it fails because a file is locked. Throws the last failure of the file system. */
export async function whileLocked<T>(work: () => Promise<T>): Promise<T> {
  const untilMs = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error) || performance.now() > untilMs) throw error;
      await setTimeout(retryDelayMs);
    }
  }
}

/** Renames a file, also one that is locked for a moment. @throws ProblemError `disk-error` */
export async function renameWithRetry(from: string, to: string): Promise<void> {
  await whileLocked(() => rename(from, to)).catch(asProblem);
}

/** Removes a file, also one that is locked for a moment; no file is no error. @throws ProblemError `disk-error` */
export async function removeWithRetry(file: string): Promise<void> {
  await whileLocked(() => rm(file, { force: true })).catch(asProblem);
}

function asProblem(error: unknown): never {
  throw new ProblemError('disk-error', {}, error);
}
