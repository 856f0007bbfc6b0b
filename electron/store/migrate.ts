import { ProblemError } from '../contract/problem.ts';
import type { SqliteFile } from './database.ts';

/**
 * Brings a file to the newest version, one step (SQL) a version. Versions only rise, and a step is applied whole or not at
 * all, so that a kill leaves a file of some version. `firstVersion` is the one that the first step leads to; it is above 1
 * where older files cannot be carried over.
 * @throws ProblemError `cache-newer` for a file written by a later Colodesk, `cache-set-aside` for one below `firstVersion`
 */
export function migrate(database: SqliteFile, steps: readonly string[], firstVersion = 1): void {
  const version = Number(database.first('PRAGMA user_version')?.user_version);
  if (version >= firstVersion + steps.length) throw new ProblemError('cache-newer');
  if (version > 0 && version < firstVersion) throw new ProblemError('cache-set-aside');
  for (const [index, step] of steps.entries()) {
    const stepVersion = firstVersion + index;
    if (stepVersion <= version) continue;
    database.transaction(() => {
      database.execute(step);
      database.execute(`PRAGMA user_version = ${stepVersion}`);
    });
  }
}
