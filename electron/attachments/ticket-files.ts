/* The server’s files as the user meets them: shown, kept on this computer, and saved elsewhere. */

import { once } from 'node:events';
import type { ApiClient } from '../api/client.ts';
import type { FileView, KeptAttachment, ViewedPage } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError, problemOf } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import { aboutViewing, downloadWhole, maxShownBytes, tooLargeToShow } from './file-bytes.ts';
import { type KeeperTimes, keeperTimes, keepFiles } from './file-keeper.ts';
import { dataUrlOf, drawThumbnail, FileViews } from './file-views.ts';
import { type FileRef, KeptFiles } from './kept-files.ts';
import { openKeptFilesFile, removeKeptFilesFile } from './kept-files-file.ts';
import type { Rasterizer } from './rasterizer.ts';

export type TicketFilesOptions = {
  /** Holds the account’s files, which are encrypted with `key`. */
  folder: string;
  key: string;
  api: ApiClient;
  cache: Cache;
  /** See `setBudget`. */
  budgetBytes: number | null;
  /** Draws pictures and PDF files; `null` where there is no window to do it. */
  rasterizer: Rasterizer | null;
  /** Whether a call may be made that nobody waits for. */
  mayFetch: () => boolean;
  /** A file of this ticket was kept, or its small picture was drawn. */
  onChange: (ticketId: TicketId) => void;
  onProblem: (error: unknown) => void;
  times?: KeeperTimes;
};

export class TicketFiles {
  readonly #options: TicketFilesOptions;
  readonly #views: FileViews;
  readonly #closed = new AbortController();
  readonly #drawing = new Map<TicketId, Promise<void>>();
  /** The server’s ids of files whose small picture could not be drawn: the computer may only have been busy, until the next start. */
  readonly #notDrawn = new Set<string>();
  #budgetBytes: number | null;
  /** Opened with the first use: the start needs none of it. */
  #opening: Promise<KeptFiles> | null = null;
  #keeping: Promise<void> = Promise.resolve();

  constructor(options: TicketFilesOptions) {
    this.#options = options;
    this.#budgetBytes = options.budgetBytes;
    this.#views = new FileViews(options.rasterizer);
  }

  /** Begins to keep the files of open tickets. */
  start(): void {
    const { api, cache, mayFetch, onChange, onProblem, times = keeperTimes } = this.#options;
    const kept = () => this.#open();
    this.#keeping = keepFiles({
      ...{ api, cache, kept, onChange, onProblem, times },
      mayFetch: () => this.#budgetBytes !== null && this.#budgetBytes > 0 && mayFetch(),
      signal: this.#closed.signal,
    });
  }

  /**
   * Sets how much of the disk kept files may take; `null` while that is not known. What no longer fits is dropped in the
   * background.
   */
  setBudget(budgetBytes: number | null): void {
    if (budgetBytes === this.#budgetBytes) return;
    this.#budgetBytes = budgetBytes;
    this.#open()
      .then((kept) => kept.setBudget(budgetBytes))
      .catch((error: unknown) => this.#report(error));
  }

  /** How much of the disk the kept files take. @throws ProblemError `disk-…` */
  async usedBytes(): Promise<number> {
    return (await this.#open()).usedBytes();
  }

  /** Shows a file, and keeps it if it fits. Ends the view before. @throws ProblemError */
  view(ref: FileRef, fileName: string): Promise<FileView> {
    return this.#views.open(fileName, () => this.#bytesToShow(ref));
  }

  /** @throws ProblemError `file-unviewable` */
  viewPage(viewId: string, page: number, widthPx: number): Promise<ViewedPage> {
    return this.#views.page(viewId, page, widthPx);
  }

  closeView(): void {
    this.#views.close();
  }

  /** The kept files of a ticket. Small pictures that are missing are drawn in the background. @throws ProblemError `disk-…` */
  async kept(ticketId: TicketId): Promise<KeptAttachment[]> {
    const files = (await this.#open()).filesOf(ticketId);
    if (files.some(({ thumbnail }) => thumbnail === null)) {
      this.#drawMissing(ticketId).catch((error: unknown) => this.#report(error));
    }
    return files.map(({ fileId, sizeBytes, thumbnail }) => ({
      attachmentId: fileId,
      sizeBytes,
      thumbnail: thumbnail && thumbnail.length > 0 ? dataUrlOf(thumbnail) : null,
    }));
  }

  /**
   * The small pictures of a ticket’s kept files, once all are drawn, as data URLs by the file’s id. A disk that refuses must not
   * keep a ticket from being printed: then there are those that can be read. @throws ProblemError `no-open-account`
   */
  async thumbnailsOf(ticketId: TicketId): Promise<ReadonlyMap<string, string>> {
    try {
      await this.#drawMissing(ticketId).catch((error: unknown) => this.#report(error));
      const kept = await this.kept(ticketId);
      return new Map(kept.flatMap(({ attachmentId, thumbnail }) => (thumbnail ? [[attachmentId, thumbnail]] : [])));
    } catch (error) {
      if (this.#closed.signal.aborted) throw error;
      this.#report(error);
      return new Map();
    }
  }

  /** The bytes of a file, from here or else from the server as they arrive. @throws ProblemError */
  async *read(ref: FileRef, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const kept = await this.#fromHere(ref);
    if (kept) yield kept;
    else yield* await this.#options.api.downloadAttachment(ref.ticketId, ref.fileId, signal);
  }

  async close(): Promise<void> {
    this.#closed.abort(new ProblemError('no-open-account'));
    this.#views.close();
    await this.#keeping;
    await Promise.allSettled(this.#drawing.values());
    const kept = await this.#opening?.catch(() => null); // what could not be opened needs no closing
    await kept?.close();
  }

  async #bytesToShow(ref: FileRef): Promise<Uint8Array> {
    const kept = await this.#fromHere(ref);
    if (kept) return kept;
    let bytes: Uint8Array | null;
    try {
      bytes = await downloadWhole(this.#options.api, ref, maxShownBytes, this.#closed.signal);
    } catch (error) {
      throw aboutViewing(error);
    }
    if (!bytes) throw tooLargeToShow();
    this.#keep(ref, bytes).catch((error: unknown) => this.#report(error));
    return bytes;
  }

  /** The user need not wait for the disk. */
  async #keep(ref: FileRef, bytes: Uint8Array): Promise<void> {
    const kept = await this.#open();
    if (await kept.keep(ref, bytes, true)) this.#options.onChange(ref.ticketId);
  }

  /** Reads a kept file. A disk that refuses must not keep the user from fetching it. */
  async #fromHere(ref: FileRef): Promise<Uint8Array | null> {
    try {
      return await (await this.#open()).read(ref);
    } catch (error) {
      if (this.#closed.signal.aborted) throw error;
      this.#report(error);
      return null;
    }
  }

  /** Draws the small pictures of a ticket that are missing, one after the other. */
  #drawMissing(ticketId: TicketId): Promise<void> {
    const underWay = this.#drawing.get(ticketId);
    if (underWay !== undefined) return underWay;
    const drawing = this.#draw(ticketId).finally(() => this.#drawing.delete(ticketId));
    this.#drawing.set(ticketId, drawing);
    return drawing;
  }

  async #draw(ticketId: TicketId): Promise<void> {
    const { rasterizer, onChange } = this.#options;
    if (!rasterizer) return;
    const kept = await this.#open();
    let isAnyDrawn = false;
    for (const { fileId, thumbnail } of kept.filesOf(ticketId)) {
      if (thumbnail !== null || this.#notDrawn.has(fileId)) continue;
      const ref = { ticketId, fileId };
      const bytes = await kept.read(ref);
      if (this.#closed.signal.aborted) return;
      if (!bytes) continue; // dropped or kept anew meanwhile, which does not mean that it cannot be drawn
      const drawing = drawThumbnail(rasterizer, bytes).catch(() => 'failed' as const);
      const drawn = await unlessAborted(drawing, this.#closed.signal);
      if (this.#closed.signal.aborted) return;
      if (drawn === 'failed') {
        this.#notDrawn.add(fileId);
        continue;
      }
      kept.saveThumbnail(ref, drawn?.bytes ?? new Uint8Array());
      isAnyDrawn ||= Boolean(drawn);
    }
    if (isAnyDrawn) onChange(ticketId);
  }

  /** Not after `close`: then nobody would close the file, and it may belong to an account that was signed out. */
  #open(): Promise<KeptFiles> {
    if (this.#closed.signal.aborted) return Promise.reject(new ProblemError('no-open-account'));
    this.#opening ??= this.#openFile().catch((error: unknown) => {
      this.#opening = null; // the disk may be back the next time
      throw error;
    });
    return this.#opening;
  }

  async #openFile(): Promise<KeptFiles> {
    const { cache, folder, key } = this.#options;
    const file = await openKeptFilesFile(folder, key);
    const kept = new KeptFiles(file, this.#budgetBytes, () => new Set(cache.openTickets()));
    file.onUnreadable = () => this.#replace(kept);
    kept.tidy().catch((error: unknown) => this.#report(error));
    return kept;
  }

  /** A file that turned out to be unreadable is begun anew. */
  #replace(kept: KeptFiles): void {
    const { folder } = this.#options;
    const opening = kept
      .close()
      .then(() => removeKeptFilesFile(folder))
      .then(() => this.#openFile());
    this.#opening = opening;
    opening.catch((error: unknown) => {
      if (this.#opening === opening) this.#opening = null;
      this.#report(error);
    });
  }

  #report(error: unknown): void {
    if (!this.#closed.signal.aborted || problemOf(error).kind === 'internal') this.#options.onProblem(error);
  }
}

/** Waits for a drawing. Returns `null` at once when it is no longer wanted. */
async function unlessAborted<T>(drawing: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  const listening = new AbortController();
  const aborted = once(signal, 'abort', { signal: listening.signal }).then(
    () => null,
    () => null,
  );
  return await Promise.race([drawing, aborted]).finally(() => listening.abort());
}
