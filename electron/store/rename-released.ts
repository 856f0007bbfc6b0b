import { rename } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '../contract/problem.ts';

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
