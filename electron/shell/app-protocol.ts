/*
 * The scheme that the page is served from, and what protects the page: its content policy, and guards for every page.
 */

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { app, type IpcMainInvokeEvent, nativeTheme, protocol, type Session, type WebContents } from 'electron';
import { pictureId } from '../contract/channels.ts';
import type { Language } from '../contract/language.ts';
import type { Picture } from '../contract/picture.ts';
import { forbidDictionaries } from './spelling.ts';

/** The page has its own scheme, because `file:` pages may read other files. */
export const pageScheme = 'app';
export const pageOrigin = `${pageScheme}://colodesk`;

/** The windows that draw files have another scheme, so that they are nothing of the page’s (`viewer-window.ts`). */
export const viewerScheme = 'viewer';

/** Registers the schemes with Electron, which must happen before the application is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
    { scheme: viewerScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * An empty script that the page loads before its own. The response waits until the main process can handle calls, which
 * holds back the page's scripts.
 */
const readyPath = '/ready.js';

type PageSource = {
  /** The built renderer. */
  folder: string;
  /** Resolves when the main process can handle the page's calls. */
  ready: Promise<unknown>;
  /** In which the page is to speak, whenever it is loaded. */
  language: () => Language;
  /** What the first load shows before its scripts run, and when it is on the screen. */
  picture: { forPage(): Promise<Picture | null>; readonly shown: Promise<void> };
};

/** Serves the built renderer, and nothing else, to the pages of `session`. */
export function servePage(session: Session, { folder, ready, language, picture }: PageSource): void {
  let isFirstLoad = true;
  const styled = readStyled(folder); // while the page's process starts
  session.protocol.handle(pageScheme, async (request) => {
    const url = new URL(request.url);
    const path = url.pathname === '/' ? '/index.html' : decodeURIComponent(url.pathname);
    const file = normalize(join(folder, path));
    const contentType = contentTypes[extname(file)];
    if (url.host !== 'colodesk' || !file.startsWith(folder + sep) || !contentType) return notFound();
    try {
      if (path === readyPath) {
        await ready;
        return asset(Buffer.alloc(0), contentType);
      }
      if (extname(file) === '.html') {
        const isFirst = isFirstLoad;
        isFirstLoad = false;
        const found = isFirst ? await picture.forPage() : null;
        return page((found && (await styled)) ?? (await readFile(file, 'utf8')), language(), found);
      }
      // Compiling the scripts would take the processor from what paints the picture.
      if (extname(file) === '.js') await picture.shown;
      return asset(await readFile(file), contentType);
    } catch {
      return notFound();
    }
  });
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Sent with every file: Chromium must not guess the content type, nor tell other servers where a request came from. */
export const protectiveHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

function notFound(): Response {
  return new Response(null, { status: 404 });
}

function asset(body: Buffer, contentType: string): Response {
  return new Response(new Uint8Array(body), { headers: { 'content-type': contentType, ...protectiveHeaders } });
}

/**
 * Returns the page with its style sheet in it, so that the picture need not wait for another answer of the main process; `null` if
 * it cannot be read.
 */
async function readStyled(folder: string): Promise<string | null> {
  try {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const [link = '', file = ''] = /<link rel="stylesheet"[^>]* href="([^"]+)">/.exec(html) ?? [];
    const css = await readFile(join(folder, file), 'utf8');
    return html.replace(link, () => `<style nonce="__CSP_NONCE__">${css}</style>`);
  } catch {
    return null;
  }
}

/** The page may load its own files only. Style sheets created at run time carry the nonce of this load. */
function page(html: string, language: Language, picture: Picture | null): Response {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  const scheme = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  const ours = html
    .replaceAll('__CSP_NONCE__', nonce)
    .replace('<html lang="en">', () => `<html lang="${language}" data-mantine-color-scheme="${scheme}">`)
    .replace('<body>', () => (picture ? `<body>${markup(picture, nonce)}` : '<body>'));
  return new Response(ours, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, ...protectiveHeaders },
  });
}

/** Nobody can use the picture, and no screen reader reads it: the page comes in its place within a second. */
function markup({ html, css }: Picture, nonce: string): string {
  return `<div id="${pictureId}" inert aria-hidden="true"><style nonce="${nonce}">${css}</style>${html}</div>`;
}

/**
 * Keeps every page of the application from navigating to another one, opening windows, embedding pages and getting permissions, and every
 * session, also one without a page, from fetching dictionaries.
 */
export function guardPages(): void {
  app.on('session-created', forbidDictionaries);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isReload(contents.getURL(), event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    denyPermissions(contents.session);
  });
}

/** The page loads itself anew to speak another language. No other navigation leads to the same address. */
const isReload = (from: string, to: string): boolean => from === `${pageOrigin}/` && to === from;

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Whether a call comes from the top frame of our window while it shows our page. No other frame may make calls. */
export function isOurPage(event: IpcMainInvokeEvent, window: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return frame !== null && window !== undefined && frame === window.mainFrame && frame.origin === pageOrigin;
}
