/*
 * Reads the files of the user's entries by other means than the application's, after a disk has lied: what they hold then is all
 * that there still is.
 */

import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { changeSchema } from '../../electron/contract/change.ts';
import { draftContentSchema } from '../../electron/contract/draft.ts';
import { type Ledger, textOf, textOfDraft } from './ledger.ts';
import { current } from './universe.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));

const heldSchema = z.object({
  changes: z.array(
    z.object({
      id: z.string(),
      content: json.pipe(changeSchema),
      firstSentAtMs: z.number().nullable(),
      state: z.string(),
    }),
  ),
  drafts: z.array(z.object({ key: z.string(), content: json.pipe(draftContentSchema) })),
  marks: z.array(z.object({ id: z.string(), isStarred: z.number(), note: z.string(), until: z.number().nullable() })),
});
export type Held = z.infer<typeof heldSchema>;

/** Returns what the outbox's file in an account's folder holds; `null` if it cannot be read as a whole. */
export function heldIn(folder: string): Held | null {
  const nothing = { changes: [], drafts: [], marks: [] };
  if (!existsSync(join(folder, 'outbox.db'))) return nothing;
  const scratch = `${folder}-scratch`;
  mkdirSync(scratch, { recursive: true });
  const { universe } = current;
  current.universe = null; // the real library, on the real disk
  try {
    for (const name of ['outbox.db', 'outbox.db-wal']) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(scratch, name));
    }
    const file = new Database(join(scratch, 'outbox.db'));
    try {
      const all = (sql: string) => file.prepare(sql).all() as { [column: string]: unknown }[];
      if (all('PRAGMA integrity_check')[0]?.integrity_check !== 'ok') return null;
      // A file that lost even its tables cannot be told from one that was just begun.
      if (all('SELECT name FROM sqlite_schema').length === 0) return nothing;
      return heldSchema.parse({
        changes: all('SELECT id, content, first_sent_at_ms AS firstSentAtMs, state FROM change'),
        drafts: all('SELECT key, content FROM draft'),
        marks: all('SELECT ticket_id AS id, is_starred AS isStarred, note, snoozed_until_ms AS until FROM mark'),
      });
    } finally {
      file.close();
    }
  } catch {
    return null;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    current.universe = universe;
  }
}

/**
 * Makes a ledger agree with what a lying disk still holds.
 * @param before what the disk had promised to keep
 */
export function forgetWhatIsGone(ledger: Ledger, before: Held | null, after: Held | null): void {
  if (!after) {
    ledger.isUnreadable = true;
    return;
  }
  const wasSent = new Set(before?.changes.flatMap(({ id, firstSentAtMs }) => (firstSentAtMs === null ? [] : [id])));
  const known = new Set(ledger.entries.keys());
  const attempts = [...ledger.attempts];
  // Accepted without having been looked at since, and perhaps sent before the disk lost it.
  for (const { id, content } of [...(before?.changes ?? []), ...after.changes]) {
    const { kind } = content;
    const text = textOf(content);
    if (known.has(id) || !attempts.some((attempt) => attempt.kind === kind && attempt.text === text)) continue;
    known.add(id);
    ledger.count(kind, text);
  }
  ledger.ownIsForgotten = true;
  ledger.unread.clear();
  ledger.entries.clear();
  ledger.attempts.length = 0;
  for (const { id, content, firstSentAtMs } of after.changes) {
    const { kind } = content;
    const text = textOf(content);
    ledger.entries.set(id, { id, kind, texts: new Set([text]), discards: 0 });
    // Nothing on the disk says that it was sent before: it will be sent again.
    if (firstSentAtMs === null && (wasSent.has(id) || !before)) ledger.count(kind, text);
  }
  ledger.drafts.clear();
  for (const key of ['new', 'comment']) ledger.drafts.set(key, [null]);
  for (const { key, content } of after.drafts) ledger.drafts.set(key, [textOfDraft(content)]);
  ledger.stars.clear();
  ledger.notes.clear();
  ledger.snoozes.clear();
  for (const { id, isStarred, note, until } of after.marks) {
    ledger.stars.set(id, [isStarred === 1]);
    ledger.notes.set(id, [note]);
    ledger.snoozes.set(id, [until]);
  }
}
