/* The server’s files that are kept on this computer, within a budget. */

import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';
import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { problemOf } from '../contract/problem.ts';
import type { SqliteFile } from '../store/database.ts';

/** One of the server’s files: it never changes under its id. */
export type FileRef = { ticketId: TicketId; fileId: string };

/** What is known here of a file. `thumbnail`: `null` when it was not drawn yet, empty when it cannot be drawn. */
export type KeptFile = { fileId: string; sizeBytes: number; thumbnail: Uint8Array | null };

/** Small enough that reading or writing one piece blocks the main process unnoticed. */
const pieceBytes = 256 * 1024;

const blob = z.instanceof(ArrayBuffer).transform((bytes) => new Uint8Array(bytes));
const idSchema = z.object({ id: z.int(), sizeBytes: z.int() });
const keptSchema = z.object({ fileId: z.string(), sizeBytes: z.int(), thumbnail: blob.nullable() });
const candidateSchema = z.object({ id: z.int(), ticketId: ticketIdSchema, sizeBytes: z.int() });
type Candidate = z.infer<typeof candidateSchema>;

/** @throws ProblemError `disk-…` and `cache-set-aside` from every method */
export class KeptFiles {
  readonly #file: SqliteFile;
  readonly #openTickets: () => ReadonlySet<TicketId>;
  /** Files are written and dropped one at a time, so that the budget holds. */
  readonly #queue = new PQueue({ concurrency: 1 });
  readonly #closing = new AbortController();
  #budgetBytes: number | null;

  /**
   * @param budgetBytes `null` while it is not known: nothing is kept and nothing is dropped
   * @param openTickets files of these go last
   */
  constructor(file: SqliteFile, budgetBytes: number | null, openTickets: () => ReadonlySet<TicketId>) {
    this.#file = file;
    this.#budgetBytes = budgetBytes;
    this.#openTickets = openTickets;
  }

  /** Drops what a kill left half written, and what no longer fits. */
  tidy(): Promise<void> {
    return this.#queue.add(async () => {
      const partial = this.#file.all("SELECT id, size_bytes AS sizeBytes FROM kept_file WHERE state = 'partial'");
      await this.#dropAll(
        z
          .array(idSchema)
          .parse(partial)
          .map(({ id }) => id),
      );
      await this.#makeRoom(0, true);
    });
  }

  /** What no longer fits counts no longer at once, and is then removed. */
  async setBudget(budgetBytes: number | null): Promise<void> {
    this.#budgetBytes = budgetBytes;
    this.#giveUp(0, true);
    await this.tidy();
  }

  usedBytes(): number {
    const sql = "SELECT coalesce(sum(size_bytes), 0) AS bytes FROM kept_file WHERE state = 'whole'";
    return Number(this.#file.first(sql)?.bytes);
  }

  /** The files of a ticket that are here whole. */
  filesOf(ticketId: TicketId): KeptFile[] {
    const sql = `SELECT file_id AS fileId, size_bytes AS sizeBytes, thumbnail FROM kept_file
      WHERE ticket_id = ? AND state = 'whole'`;
    return z.array(keptSchema).parse(this.#file.all(sql, ticketId));
  }

  /** Whether so many bytes fit, if files of tickets that are not open make room. */
  hasRoomFor(sizeBytes: number): boolean {
    const { others } = this.#candidates();
    const droppableBytes = others.reduce((sum, candidate) => sum + candidate.sizeBytes, 0);
    return this.usedBytes() - droppableBytes + sizeBytes <= (this.#budgetBytes ?? 0);
  }

  /** Whether a file is here, or is known to be too large to be fetched without being asked for. */
  isSettled({ ticketId, fileId }: FileRef): boolean {
    const sql = "SELECT 1 FROM kept_file WHERE ticket_id = ? AND file_id = ? AND state <> 'partial'";
    return this.#file.first(sql, ticketId, fileId) !== undefined;
  }

  /** Reads a file; `null` when it is not here. */
  async read({ ticketId, fileId }: FileRef): Promise<Uint8Array | null> {
    const sql = `SELECT id, size_bytes AS sizeBytes FROM kept_file
      WHERE ticket_id = ? AND file_id = ? AND state = 'whole'`;
    const found = idSchema.optional().parse(this.#file.first(sql, ticketId, fileId));
    if (!found) return null;
    this.#noteUse(found.id);
    const bytes = new Uint8Array(found.sizeBytes);
    let at = 0;
    for (let number = 0; at < bytes.length; number++) {
      const piece = this.#file.first('SELECT bytes FROM kept_piece WHERE kept_id = ? AND number = ?', found.id, number);
      if (!piece) return null; // dropped meanwhile
      const part = blob.parse(piece.bytes);
      bytes.set(part, at);
      at += part.length;
      await setImmediate();
      if (this.#closing.signal.aborted) return null;
    }
    return bytes;
  }

  /**
   * Keeps a file, for which older ones make room. Returns whether it fits.
   * @param isAsked the user opened it: then files of open tickets may go for it too
   */
  keep(ref: FileRef, bytes: Uint8Array, isAsked: boolean): Promise<boolean> {
    return this.#queue.add(async () => {
      const { ticketId, fileId } = ref;
      if (!(await this.#makeRoom(bytes.length, isAsked))) return false;
      await this.#forget(ref);
      if (this.#closing.signal.aborted) return false;
      const id = this.#insert(ref, 'partial', bytes.length);
      for (let number = 0; number * pieceBytes < bytes.length; number++) {
        if (this.#closing.signal.aborted) return false;
        const piece = bytes.subarray(number * pieceBytes, (number + 1) * pieceBytes);
        this.#file.run('INSERT INTO kept_piece (kept_id, number, bytes) VALUES (?, ?, ?)', id, number, piece);
        await setImmediate();
      }
      this.#file.run("UPDATE kept_file SET state = 'whole' WHERE ticket_id = ? AND file_id = ?", ticketId, fileId);
      return true;
    });
  }

  /** Remembers that a file is too large to be fetched without being asked for. */
  noteTooLarge(ref: FileRef): Promise<void> {
    return this.#queue.add(async () => {
      if (this.isSettled(ref)) return;
      await this.#forget(ref);
      if (!this.#closing.signal.aborted) this.#insert(ref, 'too-large', 0);
    });
  }

  /** Keeps the small picture of a file; an empty one says that there can be none. */
  saveThumbnail({ ticketId, fileId }: FileRef, thumbnail: Uint8Array): void {
    const sql = 'UPDATE kept_file SET thumbnail = ? WHERE ticket_id = ? AND file_id = ?';
    if (!this.#closing.signal.aborted) this.#file.run(sql, thumbnail, ticketId, fileId);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#queue.onIdle();
    await this.#file.close();
  }

  /** Only the order in which files go depends on it: a disk that is full must not keep a file from being read. */
  #noteUse(id: number): void {
    try {
      this.#file.run('UPDATE kept_file SET used_at_ms = ? WHERE id = ?', Date.now(), id);
    } catch (error) {
      if (!problemOf(error).kind.startsWith('disk-')) throw error;
    }
  }

  #insert({ ticketId, fileId }: FileRef, state: 'partial' | 'too-large', sizeBytes: number): number {
    const sql = `INSERT INTO kept_file (ticket_id, file_id, state, size_bytes, used_at_ms)
      VALUES (?, ?, ?, ?, ?) RETURNING id`;
    return z.object({ id: z.int() }).parse(this.#file.first(sql, ticketId, fileId, state, sizeBytes, Date.now())).id;
  }

  async #forget({ ticketId, fileId }: FileRef): Promise<void> {
    const sql = 'SELECT id, size_bytes AS sizeBytes FROM kept_file WHERE ticket_id = ? AND file_id = ?';
    const old = idSchema.optional().parse(this.#file.first(sql, ticketId, fileId));
    if (old) await this.#drop(old.id);
  }

  /** Drops the files that were not used for longest until there is room; those of open tickets last, or never. */
  async #makeRoom(neededBytes: number, mayDropOpen: boolean): Promise<boolean> {
    const dropped = this.#giveUp(neededBytes, mayDropOpen);
    if (dropped) await this.#dropAll(dropped);
    return dropped !== null;
  }

  /**
   * Chooses the files to be dropped for that, which count no longer from here on, however long it takes to remove them.
   * Returns their ids; `null` when there can be no room.
   */
  #giveUp(neededBytes: number, mayDropOpen: boolean): number[] | null {
    if (this.#budgetBytes === null || neededBytes > this.#budgetBytes) return null;
    let excessBytes = this.usedBytes() + neededBytes - this.#budgetBytes;
    if (excessBytes <= 0) return [];
    const { others, ofOpen } = this.#candidates();
    const order = mayDropOpen ? [...others, ...ofOpen] : others;
    if (order.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) < excessBytes) return null;
    const dropped: number[] = [];
    for (const { id, sizeBytes } of order) {
      if (excessBytes <= 0) break;
      dropped.push(id);
      excessBytes -= sizeBytes;
    }
    const sql = "UPDATE kept_file SET state = 'partial' WHERE id IN (SELECT value FROM json_each(?))";
    this.#file.run(sql, JSON.stringify(dropped));
    return dropped;
  }

  /** The files that may be dropped, those first that were not used for longest. */
  #candidates(): { others: Candidate[]; ofOpen: Candidate[] } {
    const sql = `SELECT id, ticket_id AS ticketId, size_bytes AS sizeBytes FROM kept_file
      WHERE state = 'whole' ORDER BY used_at_ms, id`;
    const candidates = z.array(candidateSchema).parse(this.#file.all(sql));
    const open = this.#openTickets();
    return {
      others: candidates.filter(({ ticketId }) => !open.has(ticketId)),
      ofOpen: candidates.filter(({ ticketId }) => open.has(ticketId)),
    };
  }

  async #dropAll(ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      if (this.#closing.signal.aborted) return;
      await this.#drop(id);
    }
  }

  /** From the first step on nobody reads it any more; the row goes last, so that `tidy` finds what a kill or `close` leaves. */
  async #drop(id: number): Promise<void> {
    this.#file.run("UPDATE kept_file SET state = 'partial' WHERE id = ?", id);
    for (;;) {
      const removed = this.#file.run(
        'DELETE FROM kept_piece WHERE kept_id = ? AND number = (SELECT max(number) FROM kept_piece WHERE kept_id = ?)',
        id,
        id,
      );
      if (removed === 0) break;
      this.#file.execute('PRAGMA incremental_vacuum(80)'); // one piece and its overhead, in pages of 4 KiB
      await setImmediate();
      if (this.#closing.signal.aborted) return;
    }
    this.#file.run('DELETE FROM kept_file WHERE id = ?', id);
  }
}
