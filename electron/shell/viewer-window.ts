/*
 * Draws the files of others in a hidden window that is locked: a session of its own in memory, its own scheme, no preload, no
 * network, no navigation. What it answers is checked like a server’s answer. A window that takes too long is ended.
 */

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Session, session, type WebContents, WebContentsView } from 'electron';
import { z } from 'zod';
import type { DrawnPage, OpenRaster, Rasterizer } from '../attachments/rasterizer.ts';
import { ProblemError } from '../contract/problem.ts';
import { contentOf, pictureSize } from '../files/content-kind.ts';
import { words } from '../words/words.ts';
import { protectiveHeaders, viewerScheme } from './app-protocol.ts';

/** How long one step may take: a hostile file can be made to take for ever. */
const stepLimitMs = 20_000;

/** More than any page that the viewer draws within its own limits. */
const maxDrawnBytes = 60_000_000;
const longestSidePx = 4_096;

const openedSchema = z.object({
  pageCount: z.int().min(1).max(1_000_000),
  widthPx: z.number().positive().max(1_000_000),
  heightPx: z.number().positive().max(1_000_000),
});

const drawnSchema = z.object({
  bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= maxDrawnBytes),
  text: z.string().max(20_000),
});

const policy = `default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export class ViewerWindows implements Rasterizer {
  readonly #scriptFile: string;
  /** The files of the open windows, by the host that each has for itself. */
  readonly #files = new Map<string, Uint8Array>();
  /** A view that nothing refers to would be collected, and its window would end. */
  readonly #views = new Set<WebContentsView>();
  #session: Session | null = null;
  #script: Promise<Buffer> | null = null;

  /** @param outFolder holds the built viewer */
  constructor(outFolder: string) {
    this.#scriptFile = join(outFolder, 'renderer', 'viewer', 'viewer.js.br');
  }

  async open(bytes: Uint8Array, kind: 'picture' | 'pdf'): Promise<OpenRaster> {
    const host = randomUUID();
    this.#files.set(host, bytes);
    const view = new WebContentsView({
      webPreferences: {
        session: this.#lockedSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        backgroundThrottling: false,
        devTools: false,
      },
    });
    this.#views.add(view);
    const contents = view.webContents;
    const close = () => {
      this.#files.delete(host);
      this.#views.delete(view);
      if (contents.isDestroyed()) return;
      contents.forcefullyCrashRenderer(); // a busy script would not let it close
      contents.close();
    };
    try {
      await inTime(contents, contents.loadURL(`${viewerScheme}://${host}/`));
      const opened = openedSchema.parse(await call(contents, `viewer.open(${JSON.stringify(kind)})`));
      this.#files.delete(host);
      return {
        ...opened,
        close,
        async render(page, widthPx) {
          try {
            return checked(await call(contents, `viewer.render(${Number(page)}, ${Number(widthPx)})`));
          } catch (error) {
            close();
            throw unviewable(error);
          }
        },
      };
    } catch (error) {
      close();
      throw unviewable(error);
    }
  }

  /** The session of all viewers. It lives in memory and reaches nothing but its own scheme. */
  #lockedSession(): Session {
    if (this.#session) return this.#session;
    const locked = session.fromPartition('viewer', { cache: false });
    locked.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !/^(viewer|blob):/.test(url) }));
    locked.on('will-download', (event) => event.preventDefault());
    locked.protocol.handle(viewerScheme, (request) => this.#answer(new URL(request.url)));
    this.#session = locked;
    return locked;
  }

  async #answer({ host, pathname }: URL): Promise<Response> {
    const file = this.#files.get(host);
    if (pathname === '/') return answer(page, 'text/html; charset=utf-8');
    if (pathname === '/viewer.js') return answer(await this.#readScript(), 'text/javascript; charset=utf-8');
    if (pathname === '/file' && file) return answer(file, 'application/octet-stream');
    return new Response(null, { status: 404 });
  }

  #readScript(): Promise<Buffer> {
    this.#script ??= readFile(this.#scriptFile).then((packed) => promisify(brotliDecompress)(packed));
    this.#script.catch(() => {
      this.#script = null; // the next viewer reads it anew
    });
    return this.#script;
  }
}

const page =
  '<!doctype html><meta charset="utf-8"><title>Viewer</title><script type="module" src="/viewer.js"></script>';

const answer = (body: string | Uint8Array, contentType: string) =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { 'content-type': contentType, 'content-security-policy': policy, ...protectiveHeaders },
  });

const call = (contents: WebContents, code: string): Promise<unknown> =>
  inTime(contents, contents.executeJavaScript(code));

/** Waits for the window, but not for ever, and not beyond its end. */
async function inTime<T>(contents: WebContents, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onGone: (() => void) | undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the viewer takes too long')), stepLimitMs);
    onGone = () => reject(new Error('the viewer has ended'));
    contents.once('render-process-gone', onGone);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    if (onGone) contents.off('render-process-gone', onGone);
  }
}

/** Takes a picture only if its header says what it should. */
function checked(answered: unknown): DrawnPage {
  const { bytes, text } = drawnSchema.parse(answered);
  const content = contentOf(bytes);
  const size = pictureSize(bytes);
  if ((content !== 'png' && content !== 'webp') || !size || Math.max(size.widthPx, size.heightPx) > longestSidePx) {
    throw new Error('the viewer drew no picture');
  }
  return { bytes, text, ...size };
}

function unviewable(error: unknown): ProblemError {
  const isProtected = error instanceof Error && /PasswordException|No password given/.test(String(error));
  const message = isProtected ? words().files.isProtected : words().files.isDamaged;
  return new ProblemError('file-unviewable', { message }, error);
}
