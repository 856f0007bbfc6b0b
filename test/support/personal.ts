import { onTestFinished } from 'vitest';
import type { TicketId } from '../../electron/contract/ids.ts';
import { knownValuesAt } from '../../electron/contract/template-text.ts';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { Personal } from '../../electron/personal/personal.ts';
import type { SqliteFile } from '../../electron/store/database.ts';
import { ownFolder } from './folder.ts';
import { outboxKey } from './outbox.ts';

export type TestPersonal = {
  personal: Personal;
  file: SqliteFile;
  folder: string;
  /** Tickets reported as changed; `null` for any. */
  changed: (TicketId | null)[];
  /** Tickets whose snooze was reported to be over. */
  reminders: TicketId[];
  /** The names of templates from which requests were prepared. */
  prepared: string[];
  problems: unknown[];
};

/** Opens the user's own data in a real file, without an outbox. */
export async function ownPersonal(options: { folder?: string; nowMs?: () => number } = {}): Promise<TestPersonal> {
  const folder = options.folder ?? (await ownFolder());
  const { file } = await openOutboxFile(folder, outboxKey);
  onTestFinished(() => file.close());
  const test: Omit<TestPersonal, 'personal'> = { file, folder, changed: [], reminders: [], prepared: [], problems: [] };
  const personal = new Personal(file, {
    currentIdOf: (id) => id,
    nowMs: options.nowMs,
    valuesAt: (now, site) => knownValuesAt(now, { site, userName: 'Jane', locale: 'en-GB' }),
    events: {
      onTicketsChanged: (ids) => test.changed.push(...(ids ?? [null])),
      onDue: (ids) => test.reminders.push(...ids),
      onPrepared: (names) => test.prepared.push(...names),
      onProblem: (_problem, error) => test.problems.push(error),
    },
  });
  onTestFinished(() => personal.stop());
  return Object.assign(test, { personal });
}
