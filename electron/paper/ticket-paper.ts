/*
 * Prints tickets and saves them as PDF: one document of one or many tickets, each of which begins a new page.
 */

import { basename } from 'node:path';
import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import type { PaperRequest } from '../contract/paper.ts';
import { ProblemError } from '../contract/problem.ts';
import { ownFileName } from '../files/safe-file-name.ts';
import type { AskSavePath } from '../files/save-file.ts';
import { Turn } from '../store/turn.ts';
import { timesLocale, words, wordsLocale } from '../words/words.ts';
import { type PaperPart, renderParts } from './paper-document.ts';
import { PaperTimes } from './paper-times.ts';
import { missingBody, runningHeader, ticketBody } from './ticket-sections.ts';
import { type PrintedTicket, type ReadPictures, type ReadTicket, withPictures } from './ticket-source.ts';

/** Makes paper of a document; the shell's hidden window does. */
export type Press = { print(html: string): Promise<void>; savePdf(html: string, path: string): Promise<void> };

/** So long at a time the tickets may hold up everything else. */
const turnMs = 8;

/** Prints the tickets of one account. */
export class TicketPaper {
  readonly #openReader: () => ReadTicket;
  readonly #readPictures: ReadPictures;

  /** @param openReader returns a reader for one document */
  constructor(openReader: () => ReadTicket, readPictures: ReadPictures) {
    this.#openReader = openReader;
    this.#readPictures = readPictures;
  }

  /** Prints tickets. @throws ProblemError `not-found` if none of them is here any more; `no-printer`, `paper-failed` */
  async print(request: PaperRequest, press: Press): Promise<void> {
    await press.print(await this.document(request));
  }

  /**
   * Saves tickets as a PDF file where the user wants it. Returns its name, `null` if the user cancelled.
   * @throws ProblemError `not-found`, `paper-failed`, `disk-full`, `disk-error`
   */
  async savePdf(request: PaperRequest, press: Press, askPath: AskSavePath): Promise<string | null> {
    const path = await askPath(this.#suggestedName(request));
    if (path === null) return null;
    await press.savePdf(await this.document(request), path);
    return basename(path);
  }

  /** Returns the document, as the tickets are now. One that is not here any more is named in its place. */
  async document({ ids, withNotes }: PaperRequest, nowMs = Date.now()): Promise<string> {
    const { language } = wordsLocale();
    const printing = { times: new PaperTimes(timesLocale()), nowMs, withNotes };
    const read = this.#openReader();
    const parts: PaperPart[] = [];
    const printedIds = new Set<TicketId>(); // a new ticket has another id once it is sent, and either may be asked for
    const turn = new Turn(turnMs);
    for (const id of ids) {
      const found = read(id);
      if (!found && !isLocalTicketId(id)) parts.push({ header: id, bodyHtml: missingBody(id).toString() });
      if (found && !printedIds.has(found.ticket.summary.id)) {
        printedIds.add(found.ticket.summary.id);
        const printed = await withPictures(found, this.#readPictures);
        parts.push({ header: runningHeader(printed), bodyHtml: ticketBody(printed, printing).toString() });
      }
      await turn.end();
    }
    const [first] = parts;
    if (!first || printedIds.size === 0) throw new ProblemError('not-found');
    const title = parts.length === 1 ? first.header : words().paper.tickets({ count: parts.length });
    return renderParts({ title, language, parts });
  }

  #suggestedName({ ids }: PaperRequest): string {
    const [first] = ids;
    const only: PrintedTicket | null = ids.length === 1 && first !== undefined ? this.#openReader()(first) : null;
    return ownFileName(only ? runningHeader(only) : words().paper.tickets({ count: ids.length }), 'pdf');
  }
}
