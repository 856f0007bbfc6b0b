/*
 * Exports: tickets as the list shows them, or a table, written to a file that the user chooses. It works from the cache, in
 * turns of a few milliseconds, and holds no more than a batch of tickets at once.
 */

import { basename } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  type ExportedFile,
  type ExportedTickets,
  type ExportPreview,
  type ExportProgress,
  type ExportRequest,
  type ExportTable,
  type FetchedDetails,
  maxExportedTickets,
} from '../contract/exports.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { noFilters } from '../contract/query.ts';
import { formatServerTime } from '../contract/server-time.ts';
import { ownFileName } from '../files/safe-file-name.ts';
import { type AskSavePath, saveOwnFile } from '../files/save-file.ts';
import type { OptimisticTickets } from '../outbox/optimistic-tickets.ts';
import type { Cache } from '../store/cache.ts';
import type { SyncProgress } from '../store/sync-progress.ts';
import { Turn } from '../store/turn.ts';
import type { SyncEngine } from '../sync/sync-engine.ts';
import { words } from '../words/words.ts';
import { csvChunks } from './csv.ts';
import { ProgressReport } from './progress-report.ts';
import { type Cell, inLocal, inUtc, isInUtc, localZone, type Sheet } from './sheet.ts';
import { sheetColumnsOf, ticketCells } from './ticket-columns.ts';

type Parts = {
  tickets: Pick<OptimisticTickets, 'ids' | 'exported' | 'currentId'>;
  cache: Pick<Cache, 'withoutDetail'> & { progress: Pick<SyncProgress, 'confirmedAtMs'> };
  sync: Pick<SyncEngine, 'fetchDetails' | 'expectedDetailsMs'>;
  onProgress: (progress: ExportProgress) => void;
  nowMs?: () => number;
};

/** Few, since a ticket's texts may be long and a batch is read, turned into text and written in one go. */
const ticketsPerBatch = 50;
/** Looking up whether details are here is quick. */
const idsPerTurn = 2_000;
/** The rows of a chart's table are short. */
const rowsPerBatch = 500;
/** After so long it is others' turn. */
const turnMs = 6;

/** Writes exports of one account, one at a time. */
export class Exporter {
  readonly #parts: Parts;
  readonly #nowMs: () => number;
  readonly #closed = new AbortController();
  /** Everything under way: it uses the account's files. */
  readonly #running = new Set<Promise<unknown>>();
  #task = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#nowMs = parts.nowMs ?? Date.now;
  }

  /** Returns what an export of these tickets would hold. @throws ProblemError `no-open-account` */
  preview(tickets: ExportedTickets): Promise<ExportPreview> {
    const { signal } = this.#closed;
    const read = async () => {
      const ids = await this.#idsOf(tickets, signal);
      const withoutDetail = (await this.#withoutDetail(ids, signal)).length;
      const fetchMs = this.#parts.sync.expectedDetailsMs(withoutDetail);
      return { count: ids.length, withoutDetail, fetchMs, asOfMs: this.#parts.cache.progress.confirmedAtMs() };
    };
    return this.#track(
      unlessAborted(signal, read, () => {
        throw new ProblemError('no-open-account');
      }),
    );
  }

  /** Fetches the details that an export of these tickets would lack. @throws ProblemError of the network */
  fetchDetails(tickets: ExportedTickets): Promise<FetchedDetails> {
    let fetched = 0;
    const fetch = async (signal: AbortSignal) => {
      const { sync, onProgress } = this.#parts;
      const ids = await this.#withoutDetail(await this.#idsOf(tickets, signal), signal);
      const report = new ProgressReport(ids.length, onProgress);
      await sync.fetchDetails(ids, signal, () => {
        fetched += 1;
        report.add(1);
      });
      return { fetched, isStopped: signal.aborted };
    };
    return this.#runAlone((signal) =>
      unlessAborted(
        signal,
        () => fetch(signal),
        () => ({ fetched, isStopped: true }),
      ),
    );
  }

  /**
   * Asks where to, and writes the file there, whole or not at all. Returns `null` when the user cancels or stops it.
   * @throws ProblemError `disk-full`, `disk-error`
   */
  async write(request: ExportRequest, askPath: AskSavePath): Promise<ExportedFile> {
    const asOfMs = request.what === 'tickets' ? this.#parts.cache.progress.confirmedAtMs() : this.#nowMs();
    const path = await askPath(fileNameFor(request, asOfMs));
    if (path === null) return null;
    const write = async (signal: AbortSignal) => {
      signal.throwIfAborted(); // the account may have been closed while the user was asked
      const sheet =
        request.what === 'tickets'
          ? await this.#ticketSheet(request, asOfMs, signal)
          : tableSheet(request.table, this.#nowMs(), signal);
      await saveOwnFile(path, await chunksOf(sheet, request));
      return { fileName: basename(path), rowCount: sheet.rowCount() };
    };
    return await this.#runAlone((signal) =>
      unlessAborted(
        signal,
        () => write(signal),
        () => null,
      ),
    );
  }

  /** Ends what is under way. An export that is stopped leaves no file. */
  stop(): void {
    this.#task.abort();
  }

  /** Stops, and waits until the account's files are not used any more. */
  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled(this.#running);
  }

  /** Does one thing at a time: what is asked for later ends what was under way. */
  #runAlone<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.#task.abort();
    this.#task = new AbortController();
    return this.#track(work(AbortSignal.any([this.#task.signal, this.#closed.signal])));
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const ended = work.finally(() => this.#running.delete(ended));
    this.#running.add(ended);
    return ended;
  }

  /** Returns the tickets in the order of the list. */
  async #idsOf(wanted: ExportedTickets, signal: AbortSignal): Promise<TicketId[]> {
    const { tickets } = this.#parts;
    const selection = wanted.from === 'view' ? wanted.selection : everything;
    const listed = await tickets.ids({ ...selection, sort: wanted.sort, first: 0, last: maxExportedTickets - 1 });
    signal.throwIfAborted();
    if (wanted.from === 'view') return listed;
    const chosen = new Set(wanted.ids.map((id) => tickets.currentId(id)));
    return listed.filter((id) => chosen.has(id));
  }

  async #withoutDetail(ids: readonly TicketId[], signal: AbortSignal): Promise<TicketId[]> {
    const lacking: TicketId[] = [];
    for (let at = 0; at < ids.length; at += idsPerTurn) {
      if (at > 0) await breathe();
      signal.throwIfAborted();
      for (const id of this.#parts.cache.withoutDetail(ids.slice(at, at + idsPerTurn))) lacking.push(id);
    }
    return lacking;
  }

  async #ticketSheet(
    { name, tickets, columns }: Extract<ExportRequest, { what: 'tickets' }>,
    asOfMs: number | null,
    signal: AbortSignal,
  ): Promise<Sheet> {
    const ids = await this.#idsOf(tickets, signal);
    const nowMs = this.#nowMs();
    const report = new ProgressReport(ids.length, this.#parts.onProgress);
    const found = { count: 0, withoutDetail: 0 };
    const cellsOf = ticketCells(columns, nowMs);
    const read = (from: number) => {
      const batch = this.#parts.tickets.exported(ids.slice(from, from + ticketsPerBatch));
      found.count += batch.length;
      found.withoutDetail += batch.filter(({ detail }) => detail === null).length;
      return batch.map(cellsOf);
    };
    async function* batches() {
      const turn = new Turn(turnMs);
      for (let from = 0; from < ids.length; from += ticketsPerBatch) {
        await turn.end();
        signal.throwIfAborted();
        yield read(from);
        report.add(Math.min(ticketsPerBatch, ids.length - from));
      }
    }
    const about = () => {
      const text = words().exports.about;
      return [
        [text.tickets, name],
        [text.rowCount, found.count],
        asOfMs === null ? [text.asOf, text.neverConfirmed] : timeLine(text.asOf, asOfMs),
        timeLine(text.exported, nowMs),
        [text.withoutDetail, found.withoutDetail],
        [text.madeBy, 'Colodesk'],
      ];
    };
    return { name, columns: sheetColumnsOf(columns), batches: batches(), rowCount: () => found.count, about };
  }
}

const everything = { view: 'all', filters: noFilters, search: '' } as const;

/** Once `signal` is aborted, a failure of the work is no news. */
async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>, aborted: () => T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!signal.aborted) throw error;
    return aborted();
  }
}

function tableSheet({ name, columns, rows }: ExportTable, nowMs: number, signal: AbortSignal): Sheet {
  const text = words().exports.about;
  async function* batches() {
    for (let from = 0; from < rows.length; from += rowsPerBatch) {
      if (from > 0) await breathe();
      signal.throwIfAborted();
      yield rows.slice(from, from + rowsPerBatch);
    }
  }
  return {
    name,
    columns: columns.map((heading, at) => ({ heading, widthChars: widthOf(heading, rows, at) })),
    batches: batches(),
    rowCount: () => rows.length,
    about: () => [
      [text.table, name],
      [text.rowCount, rows.length],
      timeLine(text.exported, nowMs),
      [text.madeBy, 'Colodesk'],
    ],
  };
}

const [narrowestChars, widestChars] = [10, 60];

function widthOf(heading: string, rows: ExportTable['rows'], at: number): number {
  const longest = rows.reduce((length, row) => Math.max(length, String(row[at] ?? '').length), heading.length + 2);
  return Math.max(narrowestChars, Math.min(widestChars, longest + 1));
}

/** A moment in UTC and, where that is another time, by this computer's clock, with its zone. */
function timeLine(name: string, ms: number): Cell[] {
  const { inUtc: nameInUtc } = words().exports;
  const wholeMs = ms - (ms % 1_000);
  const zone = localZone();
  return [nameInUtc({ name }), inUtc(wholeMs), ...(isInUtc(zone) ? [] : [inLocal(wholeMs), zone])];
}

/** Excel's writer is loaded when it is first needed. */
async function chunksOf(sheet: Sheet, { format, separator }: ExportRequest): Promise<AsyncIterable<Uint8Array>> {
  if (format === 'csv') return csvChunks(sheet, separator);
  const { xlsxChunks } = await import('./xlsx.ts');
  return xlsxChunks(sheet);
}

/** Says what is in the file and as of when, since a CSV file has no room for that inside. */
function fileNameFor(request: ExportRequest, asOfMs: number | null): string {
  const name = request.what === 'tickets' ? request.name : request.table.name;
  if (asOfMs === null) return ownFileName(name, request.format);
  const time = formatServerTime(asOfMs).slice(0, 16).replace(':', '.');
  return ownFileName(words().exports.fileName.asOf({ name, time }), request.format);
}
