/* A ticket's files, as the window lists, shows and saves them. */

import { basename } from 'node:path';
import type { FileRef } from '../attachments/kept-files.ts';
import type { TicketFiles } from '../attachments/ticket-files.ts';
import type { AttachmentList, FileView, KeptAttachment } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError, problemOf } from '../contract/problem.ts';
import { saveUnderFreeName } from '../files/free-name.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { type AskSavePath, saveFile } from '../files/save-file.ts';
import { words } from '../words/words.ts';

type Options = {
  files: Pick<TicketFiles, 'kept' | 'read' | 'view'>;
  /** The server's id of a ticket; `null` while the ticket exists only here. */
  serverIdOf: (id: TicketId) => TicketId | null;
  /** The list of files as last fetched, and with those that the server has confirmed since. */
  listOf: (id: TicketId) => AttachmentList;
  /** Fetches the list of files again in the background: unless that was done lately, or in any case where it has changed. */
  refresh: (id: TicketId, isChanged?: boolean) => void;
  /** Ends what is being saved. */
  signal: AbortSignal;
};

/** The files of all tickets of the open account. */
export class Attachments {
  readonly #options: Options;
  /** Ends the saving of files in a folder. */
  #saving = new AbortController();

  constructor(options: Options) {
    this.#options = options;
  }

  /** A ticket's cached list of files. It is fetched again in the background. */
  list(ticketId: TicketId): AttachmentList {
    const { serverIdOf, refresh, listOf } = this.#options;
    const id = serverIdOf(ticketId);
    if (!id) return { attachments: [], fetchedAtMs: null };
    refresh(id);
    return listOf(id);
  }

  /** Which of a ticket's files are kept here. @throws ProblemError `disk-…` */
  async kept(ticketId: TicketId): Promise<KeptAttachment[]> {
    const id = this.#options.serverIdOf(ticketId);
    return id ? await this.#options.files.kept(id) : [];
  }

  /** Shows one of a ticket's files. @throws ProblemError */
  view(ticketId: TicketId, attachmentId: string): Promise<FileView> {
    return this.#withFile(ticketId, attachmentId, (ref, fileName) => this.#options.files.view(ref, fileName));
  }

  /**
   * Saves one of a ticket's files at the place that the user chooses. Returns the name of the saved file, or `null` when the user
   * cancels. @throws ProblemError
   */
  save(ticketId: TicketId, attachmentId: string, askPath: AskSavePath): Promise<string | null> {
    return this.#withFile(ticketId, attachmentId, async (ref, fileName) => {
      const path = await askPath(safeFileName(fileName));
      if (path === null) return null;
      await this.#write(saveFile(path, this.#options.files.read(ref, this.#options.signal)));
      return basename(path);
    });
  }

  /**
   * Saves one of a ticket's files in a folder, under a name that is free there. Returns the name; `null` when `stopSaving` ended
   * it, and nothing of it is left. @throws ProblemError
   */
  async saveIn(ticketId: TicketId, attachmentId: string, folder: string): Promise<string | null> {
    const stop = this.#saving.signal;
    const signal = AbortSignal.any([stop, this.#options.signal]);
    try {
      return await this.#withFile(ticketId, attachmentId, async (ref, fileName) => {
        const chunks = this.#options.files.read(ref, signal);
        return basename(await this.#write(saveUnderFreeName(folder, safeFileName(fileName), chunks)));
      });
    } catch (error) {
      if (!stop.aborted) throw error;
      return null;
    }
  }

  /** Ends what is being saved in a folder. */
  stopSaving(): void {
    this.#saving.abort();
    this.#saving = new AbortController();
  }

  /** Does something with a file of the server's. One that is gone means that the list here is too old. */
  async #withFile<T>(
    ticketId: TicketId,
    fileId: string,
    work: (ref: FileRef, fileName: string) => Promise<T>,
  ): Promise<T> {
    const { serverIdOf, listOf, refresh } = this.#options;
    const id = serverIdOf(ticketId) ?? ticketId;
    const fileName = listOf(id).attachments.find((each) => each.id === fileId)?.fileName ?? '';
    try {
      return await work({ ticketId: id, fileId }, fileName);
    } catch (error) {
      if (problemOf(error).kind === 'not-found') refresh(id, true);
      throw error;
    }
  }

  /** The download starts when there is a file to write to. */
  async #write<T>(saving: Promise<T>): Promise<T> {
    try {
      return await saving;
    } catch (error) {
      throw aboutAttachment(error);
    }
  }
}

/** Rewords problems of the network, which speak of tickets. A problem that says what was kept comes from the disk and stays. */
function aboutAttachment(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.kept !== '') return error;
  const { kind, ...details } = error.problem;
  return new ProblemError(
    kind,
    { ...details, ...(kind === 'not-found' && words().saving.fileGone), kept: words().saving.notSaved },
    error,
  );
}
