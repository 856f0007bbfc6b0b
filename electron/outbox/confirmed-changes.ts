/* The log in the table `change`: the changes that the server has confirmed, by which the user's own doing is recognised later. */

import { z } from 'zod';
import type { Change } from '../contract/change.ts';
import type { GroupId, TicketId } from '../contract/ids.ts';
import type { Reader } from '../store/database.ts';
import { type Echo, type StoredChange, selectChanges } from './stored-change.ts';

const sentTimeSchema = z.object({
  seq: z.int(),
  kind: z.string(),
  answeredAtMs: z.number(),
  sentAtMs: z.number().nullable(),
});
/** When a confirmed change was first sent, as far as that is known, and when it was answered. */
export type SentTime = z.infer<typeof sentTimeSchema>;
/** A place in the order of the answers. */
type SentPlace = Pick<SentTime, 'answeredAtMs' | 'seq'>;

/** Reads the log. `ChangeTable` moves changes into it. */
export class ConfirmedChanges {
  readonly #file: Reader;

  constructor(file: Reader) {
    this.#file = file;
  }

  /** Returns a slice of the confirmed changes, newest first, and how many there are. */
  slice(offset: number, limit: number): { changes: StoredChange[]; total: number } {
    const total = this.#file.first(`SELECT count(*) AS n FROM change WHERE state = 'sent'`)?.n;
    const order = 'ORDER BY answered_at_ms DESC, seq DESC LIMIT ? OFFSET ?';
    return { changes: selectChanges(this.#file, `WHERE state = 'sent' ${order}`, limit, offset), total: Number(total) };
  }

  /** Returns when some of the confirmed changes were sent and answered, by time from `after` on; the last one is where to go on. */
  times({ answeredAtMs, seq }: SentPlace, limit: number): SentTime[] {
    const rows = this.#file.all(
      `SELECT seq, content ->> 'kind' AS kind, answered_at_ms AS answeredAtMs, coalesce(first_sent_at_ms, last_sent_at_ms) AS sentAtMs
       FROM change WHERE state = 'sent' AND (answered_at_ms, seq) > (?, ?) ORDER BY answered_at_ms, seq LIMIT ?`,
      answeredAtMs,
      seq,
      limit,
    );
    return z.array(sentTimeSchema).parse(rows);
  }

  /** Returns the confirmed changes of a ticket, oldest first. */
  of(ticketId: TicketId): StoredChange[] {
    return selectChanges(this.#file, `WHERE ticket_id = ? AND state = 'sent' ORDER BY seq`, ticketId);
  }

  /** Returns the confirmed changes that made what a reference stands for. */
  withRef(serverRef: string): StoredChange[] {
    return selectChanges(this.#file, `WHERE state = 'sent' AND claim = ? ORDER BY seq`, serverRef);
  }

  /** Returns the changes confirmed at `sinceMs` or later: what is found on the server may be their effect. */
  since(sinceMs: number): StoredChange[] {
    return selectChanges(this.#file, `WHERE state = 'sent' AND answered_at_ms >= ? ORDER BY seq`, sinceMs);
  }

  /** Returns what the server said of the last confirmed change of a kind for which it named an author; `null` if none is known. */
  lastEchoOf(kind: Change['kind']): Echo | null {
    const [stored] = selectChanges(
      this.#file,
      `WHERE state = 'sent' AND answered_at_ms > 0 AND content ->> 'kind' = ? AND echo ->> 'author' <> ''
       ORDER BY answered_at_ms DESC, seq DESC LIMIT 1`,
      kind,
    );
    return stored?.echo ?? null;
  }

  /** Returns how many changes of each of these groups are confirmed; groups without any are left out. */
  countsOfGroups(groupIds: readonly GroupId[]): ReadonlyMap<string, number> {
    const rows = this.#file.all(
      `SELECT group_id AS id, count(*) AS n FROM change
       WHERE state = 'sent' AND group_id IN (SELECT value FROM json_each(?)) GROUP BY group_id`,
      JSON.stringify(groupIds),
    );
    return new Map(rows.map(({ id, n }) => [String(id), Number(n)]));
  }

  /** Whether the server named this author for one of the user's changes. */
  isOwnAuthor(author: string): boolean {
    return this.#file.first('SELECT 1 FROM own_author WHERE author = ?', author) !== undefined;
  }
}
