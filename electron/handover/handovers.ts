/* Hand-overs of the open account: composed, handed over as text or PDF, and kept. */

import { basename } from 'node:path';
import {
  defaultHandoverScope,
  type HandingOver,
  type Handover,
  type HandoverBeginning,
  type HandoverScope,
  type KeptHandover,
} from '../contract/handover.ts';
import { ProblemError } from '../contract/problem.ts';
import { noFilters } from '../contract/query.ts';
import { ownFileName } from '../files/safe-file-name.ts';
import type { AskSavePath } from '../files/save-file.ts';
import type { Writer } from '../store/database.ts';
import { words } from '../words/words.ts';
import { asHtml, asPaper } from './as-html.ts';
import { asText, withWords } from './as-text.ts';
import { composeHandover, type HandoverSources } from './compose.ts';
import { KeptHandovers } from './kept-handovers.ts';

/** The clipboard, with a plain and a formatted form of one text. */
export type RichClipboard = { write(content: { text: string; html: string }): Promise<void> };

/** Writes a document that `renderPaper` made to a PDF file. */
type Paper = { savePdf(html: string, path: string): Promise<void> };

/** More of what was read is forgotten. */
const mostRead = 3;

/** The hand-overs of one account. */
export class Handovers {
  readonly #sources: HandoverSources;
  readonly #kept: KeptHandovers;
  readonly #nowMs: () => number;
  /** What the screen may show, newest first: what is handed over is exactly that, also while the next is being read. */
  #read: readonly { handover: Handover; scope: HandoverScope }[] = [];

  /** @param file as returned by `openOutboxFile` */
  constructor(file: Writer, sources: HandoverSources, nowMs: () => number = Date.now) {
    this.#sources = sources;
    this.#kept = new KeptHandovers(file, nowMs);
    this.#nowMs = nowMs;
  }

  /** Returns what the screen begins with. A moment at which the last shift began is of no use for the next. */
  async begin(): Promise<HandoverBeginning> {
    const sentence = this.#kept.sentence(); // read at once: what the user types meanwhile takes its place on the disk
    const last = this.#kept.lastScope() ?? defaultHandoverScope;
    const all = { view: 'all', filters: noFilters, search: '' } as const;
    await this.#sources.cache.prepare(all);
    const facets = this.#sources.outbox.tickets.facets(all);
    return {
      sentence,
      scope: { ...last, since: last.since.kind === 'hours' ? last.since : defaultHandoverScope.since },
      sites: facets.site.map(({ value }) => value),
    };
  }

  /** Composes a hand-over as of now. */
  async read(scope: HandoverScope): Promise<Handover> {
    const handover = await composeHandover(this.#sources, scope, this.#nowMs());
    this.#read = [{ handover, scope }, ...this.#read].slice(0, mostRead);
    return handover;
  }

  /** Copies what was read, and keeps it. @throws ProblemError `not-found` if it was not read lately, `disk-full`, `disk-error` */
  async copy(request: HandingOver, clipboard: RichClipboard): Promise<void> {
    const { handover, scope } = this.#finished(request);
    const written = this.#kept.sentence();
    await clipboard.write({ text: asText(handover), html: asHtml(handover) });
    this.#kept.keep(handover, scope, written);
  }

  /** Saves what was read as PDF, and keeps it. Returns the file's name; `null` when the user cancels. @throws ProblemError */
  async savePdf(request: HandingOver, askPath: AskSavePath, paper: Paper): Promise<string | null> {
    const { handover, scope } = this.#finished(request);
    const written = this.#kept.sentence();
    const path = await askPath(fileNameOf(handover, this.#nowMs()));
    if (path === null) return null;
    await paper.savePdf(asPaper(handover), path);
    this.#kept.keep(handover, scope, written);
    return basename(path);
  }

  /** Keeps the sentence while it is written. */
  saveSentence(sentence: string): void {
    this.#kept.saveSentence(sentence);
  }

  /** Returns what was handed over within a year, newest first. */
  kept(): KeptHandover[] {
    return this.#kept.list();
  }

  /** Returns one of them as it was. @throws ProblemError `not-found` */
  readKept(id: string): Handover {
    return this.#findKept(id).handover;
  }

  /** Copies one of them again. @throws ProblemError `not-found` */
  async copyKept(id: string, clipboard: RichClipboard): Promise<void> {
    const { handover } = this.#findKept(id);
    await clipboard.write({ text: asText(handover), html: asHtml(handover) });
  }

  /** Saves one of them as PDF, as it was. Returns the file's name; `null` when the user cancels. @throws ProblemError */
  async saveKeptPdf(id: string, askPath: AskSavePath, paper: Paper): Promise<string | null> {
    const { handover, keptAtMs } = this.#findKept(id);
    const path = await askPath(fileNameOf(handover, keptAtMs));
    if (path === null) return null;
    await paper.savePdf(asPaper(handover), path);
    return basename(path);
  }

  #findKept(id: string): { handover: Handover; keptAtMs: number } {
    const found = this.#kept.find(id);
    if (!found) throw gone();
    return found;
  }

  #finished({ id, sentence, notesOf }: HandingOver): { handover: Handover; scope: HandoverScope } {
    const read = this.#read.find(({ handover }) => handover.id === id);
    if (!read) throw gone();
    const { handover, scope } = read;
    return { handover: withWords(handover, sentence, new Set(notesOf)), scope };
  }
}

/** `Hand-over 2023-08-08 17.24.pdf` in local time: sorts by time, and is valid on every system. */
function fileNameOf({ title }: Handover, ms: number): string {
  const time = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short' }).format(ms).replace(':', '.');
  return ownFileName(`${title} ${time}`, 'pdf');
}

const gone = () => new ProblemError('not-found', words().handover.gone);
