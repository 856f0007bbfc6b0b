/* What others changed in tickets, and what of it the user has not seen yet: on the disk, and in the index. */

import { setImmediate } from 'node:timers/promises';
import type { TicketId } from '../contract/ids.ts';
import type { TicketRecord } from '../contract/news.ts';
import type { SqliteFile, Writer } from './database.ts';
import { NewestStates } from './newest-states.ts';
import type { TicketIndex } from './ticket-index.ts';
import {
  beginRecording,
  type ChangeJudge,
  isUnread,
  lastSeq,
  type Recording,
  readRecord,
  writeRead,
} from './ticket-record.ts';

/** So many tickets are marked within a few milliseconds. */
const idsPerChunk = 200;

/** The records of an open cache: who judges what is written into them, and what the index in memory learns of it. */
export class TicketRecords {
  readonly #database: SqliteFile;
  readonly #index: TicketIndex;
  readonly #newest = new NewestStates();
  #judge: ChangeJudge | null = null;

  constructor(database: SqliteFile, index: TicketIndex) {
    this.#database = database;
    this.#index = index;
  }

  setJudge(judge: ChangeJudge): void {
    this.#judge = judge;
  }

  of(id: TicketId): TicketRecord {
    return readRecord(this.#database, id);
  }

  isUnread(id: TicketId): boolean {
    return isUnread(this.#database, id);
  }

  /** Marks tickets as read or unread, a few at a time, so that nothing else waits for long. */
  async setRead(ids: readonly TicketId[], isRead: boolean): Promise<void> {
    const seenSeq = lastSeq(this.#database);
    for (let at = 0; at < ids.length; at += idsPerChunk) {
      await this.#database.waitForWrites();
      const chunk = ids.slice(at, at + idsPerChunk);
      const rows = this.#database.transaction(() => writeRead(this.#database, chunk, isRead, seenSeq));
      if (rows.length > 0) this.#index.applyUnread(rows, isRead ? 0 : 1);
      await setImmediate();
    }
  }

  /** Begins to record what a transaction finds; `null` if nothing is to be recorded. */
  begin(writer: Writer): Recording | null {
    return beginRecording(writer, this.#judge, this.#newest, Date.now());
  }

  /** Tells of what was recorded, once it is on the disk. Returns whether anything was. */
  report(recording: Recording | null): boolean {
    const flags = recording?.report();
    if (!flags || flags.size === 0) return false;
    for (const flag of [1, 2] as const) {
      const rows = [...flags].flatMap(([row, each]) => (each === flag ? [row] : []));
      if (rows.length > 0) this.#index.applyUnread(rows, flag);
    }
    return true;
  }

  /** To be called when a write was rolled back. */
  reset(): void {
    this.#newest.forget();
  }
}
