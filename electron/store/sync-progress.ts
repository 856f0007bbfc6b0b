/* How far the sync is: when the tickets were confirmed, and a walk over the whole list with the pages that it has written. */

import type { SqliteFile, Writer } from './database.ts';
import { createTitleIndex, dropTitleIndex } from './schema.ts';
import {
  type FeedState,
  readState,
  readWalkPages,
  type Walk,
  type Walked,
  type WalkPage,
  writeState,
  writeWalkPage,
} from './sync-state.ts';
import type { TicketIndex } from './ticket-index.ts';
import { readNewest } from './ticket-reader.ts';
import { type Recording, trimRecord } from './ticket-record.ts';
import type { TicketRecords } from './ticket-records.ts';
import { type SavedSummaries, saveSummaries } from './ticket-writer.ts';

/** What the sync has to remember over a restart. Every method may throw what the cache's throw. */
export class SyncProgress {
  readonly #database: SqliteFile;
  readonly #index: TicketIndex;
  readonly #records: TicketRecords;
  readonly #write: <T>(work: () => T) => T;

  /** `write` runs a transaction, and takes back what the index took from one that failed. */
  constructor(database: SqliteFile, index: TicketIndex, records: TicketRecords, write: <T>(work: () => T) => T) {
    this.#database = database;
    this.#index = index;
    this.#records = records;
    this.#write = write;
  }

  /** When the tickets were last confirmed, in milliseconds since 1970. */
  confirmedAtMs(): number | null {
    return readState(this.#database, 'confirmedAtMs');
  }

  /**
   * The latest times of creation and change among the tickets when a round last confirmed them, or a walk found them all;
   * `''` before.
   */
  newestConfirmed(): { createdOn: string; updatedOn: string } {
    return readState(this.#database, 'newestConfirmed') ?? { createdOn: '', updatedOn: '' };
  }

  /** Records that the cache agrees with the server as of now, by this computer's clock and by the server's. */
  confirm(nowMs: number, serverNowMs: number): void {
    this.#write(() => {
      writeState(this.#database, 'confirmedAtMs', nowMs);
      writeState(this.#database, 'newestConfirmed', readNewest(this.#database, serverNowMs));
      trimRecord(this.#database, nowMs);
    });
  }

  /** The last walk over the whole list; `null` before the first one, and when the list must be walked again. */
  walked(): Walked | null {
    return readState(this.#database, 'walked');
  }

  /** How far the feed of changes was read. */
  feed(): FeedState {
    return readState(this.#database, 'feed') ?? { seenUpTo: '', refusedAtMs: null };
  }

  saveFeed(feed: FeedState): void {
    this.#write(() => writeState(this.#database, 'feed', feed));
  }

  /** How long the last round of a kind took, in milliseconds; `null` before the first one. */
  roundMs(isWalk: boolean): number | null {
    return readState(this.#database, isWalk ? 'walkRoundMs' : 'roundMs');
  }

  saveRoundMs(isWalk: boolean, durationMs: number): void {
    this.#write(() => writeState(this.#database, isWalk ? 'walkRoundMs' : 'roundMs', durationMs));
  }

  /** The walk that is under way or was interrupted, with the places of its pages and the rows of the tickets on them. */
  walk(): { walk: Walk; pages: Omit<WalkPage, 'tickets'>[]; rows: Int32Array } | null {
    const walk = readState(this.#database, 'walk');
    return walk && { walk, ...readWalkPages(this.#database) };
  }

  /** Begins a new walk: no page is done. */
  beginWalk(walk: Walk): void {
    this.#write(() => {
      if (this.#index.count() === 0) dropTitleIndex(this.#database);
      this.#database.run('DELETE FROM walk_page');
      writeState(this.#database, 'walk', walk);
    });
  }

  /**
   * Writes pages of a walk and the state of the walk on the worker, in one transaction, so that a kill never separates
   * them. Only one call may be under way at a time.
   */
  async savePages(walk: Walk, pages: readonly WalkPage[]): Promise<SavedSummaries> {
    let recording: Recording | null = null;
    const save = (writer: Writer) => {
      recording = this.#records.begin(writer);
      const tickets = pages.flatMap((page) => page.tickets);
      const saved = saveSummaries(writer, this.#index, tickets, recording);
      let from = 0;
      for (const page of pages) {
        const end = from + page.tickets.length;
        writeWalkPage(writer, page, saved.rows.slice(from, end));
        from = end;
      }
      writeState(writer, 'walk', walk);
      return saved;
    };
    const onWritten = (saved: SavedSummaries) => {
      this.#index.apply(saved.updates);
      this.#records.report(recording);
    };
    const onFailed = () => {
      this.#index.reset();
      this.#records.reset();
    };
    return await this.#database.transactionOnWorker(save, onWritten, onFailed);
  }

  /**
   * Ends the walk, at this time by the server's clock. With `null` a ticket may have been missed, and the next round walks the
   * list as if there had been no walk.
   */
  async finishWalk(walked: Walked | null, serverNowMs: number): Promise<void> {
    await this.#database.transactionOnWorker(createTitleIndex, () => undefined);
    this.#write(() => {
      this.#database.run('DELETE FROM walk_page');
      writeState(this.#database, 'walk', null);
      writeState(this.#database, 'walked', walked);
      if (walked) writeState(this.#database, 'newestConfirmed', readNewest(this.#database, serverNowMs));
    });
  }
}
