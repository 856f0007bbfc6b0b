import { ProblemError } from '../contract/problem.ts';
import type { SqliteFile } from './database.ts';
import { tickets } from './migrations/001-tickets.ts';
import { choices } from './migrations/002-choices.ts';
import { scale } from './migrations/003-scale.ts';
import { ticketCount } from './migrations/004-ticket-count.ts';

/** Each takes the database from the version that is its place in this list to the next. Landed ones are never changed. */
export const migrations: readonly string[] = [tickets, choices, scale, ticketCount];

/**
 * Brings a database to the newest version, each step whole or not at all.
 * @throws ProblemError `cache-newer` for a database that a later Colodesk wrote.
 */
export function migrate(database: SqliteFile, steps: readonly string[] = migrations): void {
  const version = Number(database.first('PRAGMA user_version')?.user_version);
  if (version > steps.length) throw new ProblemError('cache-newer');
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.execute(step);
      database.execute(`PRAGMA user_version = ${index + 1}`);
    });
  }
}
