/*
 * The hidden window in which documents become paper or PDF files. What is in a document was written by others, so the window runs
 * no scripts, loads nothing but the document itself, and is thrown away after it.
 */

import { createHash, randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session, type WebContents } from 'electron';
import PQueue from 'p-queue';
import { ProblemError } from '../contract/problem.ts';
import { saveOwnFile } from '../files/save-file.ts';
import { paperStyle } from '../paper/paper-style.ts';
import { pageScheme } from './app-protocol.ts';
import { pageFooter } from './paper-footer.ts';

/** How long a document may take to be laid out or written, before it is given up. */
const timeLimitMs = 300_000;

/** Around what is printed. Chromium puts the number of the page into the lower one. */
const marginsInches = { top: 0.6, bottom: 0.75, left: 0.7, right: 0.7 };

/** Prints documents and saves them as PDF, one after the other. */
export class PaperWindow {
  readonly #pageSize: 'A4' | 'Letter';
  readonly #queue = new PQueue({ concurrency: 1 });
  #session: Session | undefined;
  /** The document under way. */
  #shown: { url: string; html: string } | null = null;

  /** @param region such as `de-DE`: it decides the size of the paper */
  constructor(region: string) {
    this.#pageSize = pageSizeOf(region);
  }

  /**
   * Writes a document, made by `renderPaper`, to a PDF file. The file appears whole or not at all.
   * @throws ProblemError `paper-failed`, `disk-full`, `disk-error`
   */
  async savePdf(html: string, path: string): Promise<void> {
    const pdf = await this.#with(html, (contents) =>
      inTime(
        contents.printToPDF({
          pageSize: this.#pageSize,
          margins: marginsInches,
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: pageFooter(),
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      ),
    );
    await saveOwnFile(path, pdf);
  }

  /**
   * Prints a document, made by `renderPaper`, after the system’s dialog. Returns when the printer has it or the user cancels.
   * @throws ProblemError `no-printer`, `paper-failed`
   */
  async print(html: string): Promise<void> {
    await this.#with(html, (contents) => printPage(contents, this.#pageSize));
  }

  /** Shows a document to nobody, for as long as `work` takes. */
  #with<T>(html: string, work: (contents: WebContents) => Promise<T>): Promise<T> {
    return this.#queue.add(async () => {
      const url = `${pageScheme}://paper/${randomUUID()}`;
      this.#shown = { url, html };
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: this.#lockedSession(),
          javascript: false,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webSecurity: true,
          webgl: false,
          plugins: false,
          spellcheck: false,
          devTools: false,
        },
      });
      try {
        await inTime(window.loadURL(url));
        return await work(window.webContents);
      } catch (error) {
        throw error instanceof ProblemError ? error : new ProblemError('paper-failed', {}, error);
      } finally {
        this.#shown = null;
        window.destroy();
      }
    });
  }

  /** A session in memory that has nothing but the document under way. `guardPages` refuses navigation, windows and permissions. */
  #lockedSession(): Session {
    if (this.#session) return this.#session;
    const locked = session.fromPartition('paper', { cache: false });
    locked.on('will-download', (event) => event.preventDefault());
    locked.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
      const isPicture = resourceType === 'image' && url.startsWith('data:image/');
      answer({ cancel: url !== this.#shown?.url && !isPicture });
    });
    locked.protocol.handle(pageScheme, ({ url }) => {
      const isShown = url === this.#shown?.url;
      return new Response(isShown ? this.#shown?.html : null, { status: isShown ? 200 : 404, headers });
    });
    this.#session = locked;
    return locked;
  }
}

/** The document’s own style sheet and the pictures in it, and nothing else. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    `default-src 'none'`,
    `style-src 'sha256-${createHash('sha256').update(paperStyle).digest('base64')}'`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    'sandbox',
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
};

/** The countries that print on Letter; all others use A4. */
const letterCountries = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'CR', 'GT', 'SV', 'NI', 'PA', 'DO', 'PR'];

/** Returns the size of the paper that is in the printers of a region. */
function pageSizeOf(region: string): 'A4' | 'Letter' {
  return letterCountries.includes(new Intl.Locale(region).region ?? '') ? 'Letter' : 'A4';
}

function printPage(contents: WebContents, pageSize: 'A4' | 'Letter'): Promise<void> {
  // A header or footer of any kind also brings the number of each page.
  const options = { printBackground: true, pageSize, header: contents.getTitle(), footer: ' ' };
  return new Promise((resolve, reject) => {
    contents.print(options, (isPrinted, reason = '') => {
      if (isPrinted || /cancel/i.test(reason)) resolve();
      else reject(new ProblemError(/printers?\b/i.test(reason) ? 'no-printer' : 'paper-failed', {}, new Error(reason)));
    });
  });
}

/** Gives up waiting after the time limit. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the time limit for paper is over')), timeLimitMs);
  });
  return await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
