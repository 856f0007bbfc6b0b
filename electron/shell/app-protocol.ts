import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { app, type IpcMainInvokeEvent, protocol, type Session, type WebContents } from 'electron';

/** The page is served from a scheme of our own: `file:` pages may read other files. */
const scheme = 'app';
export const pageOrigin = `${scheme}://colodesk`;

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the application is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, codeCache: true } }]);
}

/** A script of no words that comes before the page's own: it is given out when there is an answer to whatever that may ask. */
const readyPath = '/ready.js';

/**
 * Serves the built renderer from `folder` under `pageOrigin` to the pages of `session`, and nothing else. `mayAsk` is
 * waited for before the page's scripts run.
 */
export function servePage(session: Session, folder: string, mayAsk: Promise<unknown>): void {
  session.protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const path = url.pathname === '/' ? '/index.html' : decodeURIComponent(url.pathname);
    const file = normalize(join(folder, path));
    const contentType = contentTypes[extname(file)];
    if (url.host !== 'colodesk' || !file.startsWith(folder + sep) || !contentType) return notFound();
    try {
      if (path === readyPath) {
        await mayAsk;
        return asset(Buffer.alloc(0), contentType);
      }
      return extname(file) === '.html' ? page(await readFile(file, 'utf8')) : asset(await readFile(file), contentType);
    } catch {
      return notFound();
    }
  });
}

/** For every file: what it is, is said and not guessed, and nobody is told where it came from. */
const protective = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

function notFound(): Response {
  return new Response(null, { status: 404 });
}

function asset(body: Buffer, contentType: string): Response {
  return new Response(new Uint8Array(body), { headers: { 'content-type': contentType, ...protective } });
}

/** The page may load its own files and nothing from anywhere else; style sheets made at run time carry the nonce of this load. */
function page(html: string): Response {
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
  return new Response(html.replaceAll('__CSP_NONCE__', nonce), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, ...protective },
  });
}

/** For every page that this application ever has: it stays where it is, opens nothing, embeds nothing and may nothing. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    denyPermissions(contents.session);
  });
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Only the top frame of our own window, showing our own page, may call. */
export function isOurPage(event: IpcMainInvokeEvent, window: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return frame !== null && window !== undefined && frame === window.mainFrame && frame.origin === pageOrigin;
}
