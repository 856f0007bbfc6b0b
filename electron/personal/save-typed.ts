/* What all that the user types has in common when it is written to the outbox's file. */

import { ProblemError } from '../contract/problem.ts';
import { words } from '../words/words.ts';

/**
 * Returns a typed text as the file can hold it. SQLite cuts a text off at NUL. Half of a character, of which there may be one in
 * what is pasted, gets into the file by way of JSON, and libsql ends the process when it reads that.
 */
export const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');

/**
 * Runs `write`, which saves what the user typed. If the disk refuses, nothing is lost, and the problem says so: the text is
 * still in the form.
 * @throws ProblemError `disk-full`, `disk-busy`, `disk-error`
 */
export function saveTyped(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problem.kind.startsWith('disk-')) throw error;
    const { kind } = error.problem;
    const { typed, stillInForm } = words().saving;
    throw new ProblemError(kind, { ...(kind !== 'disk-busy' && typed), kept: stillInForm }, error);
  }
}
