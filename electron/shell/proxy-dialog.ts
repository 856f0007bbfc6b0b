/*
 * The question for a proxy's name and password, in a small window of its own: the page never sees the password. The window has
 * neither script nor preload; its form is sent by a navigation, which is read and prevented.
 */

import { BrowserWindow, session } from 'electron';
import type { ProxyCredentials } from '../network/proxy-sign-in.ts';
import { words } from '../words/words.ts';
import { spokenLanguage } from './language.ts';

const formTarget = 'https://proxy-sign-in.invalid/';

/** Asks in front of `parent`. Returns `null` when the user leaves it, by a button or a key: on macOS it has no frame to close. */
export function askProxyCredentials(
  parent: BrowserWindow | undefined,
  proxy: { host: string; isRefused: boolean },
): Promise<ProxyCredentials | null> {
  const window = new BrowserWindow({
    ...(parent && { parent, modal: true }),
    title: words().proxy.title,
    width: 420,
    height: 330,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session: session.fromPartition('proxy-sign-in', { cache: false }),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.removeMenu();
  return new Promise((resolve) => {
    window.webContents.on('will-navigate', ({ url }) => {
      resolve(credentialsIn(url));
      window.close();
    });
    window.webContents.on('before-input-event', (_event, { type, key }) => {
      if (type === 'keyDown' && key === 'Escape') window.close();
    });
    window.once('ready-to-show', () => window.show());
    window.once('closed', () => resolve(null));
    window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(formFor(proxy))}`).catch(() => resolve(null));
  });
}

/** Returns what the form sent; `null` without a name, or when the user left it. */
export function credentialsIn(url: string): ProxyCredentials | null {
  if (!url.startsWith(`${formTarget}?`)) return null;
  const fields = new URL(url).searchParams;
  const user = fields.get('user') ?? '';
  return user === '' || fields.has('left') ? null : { user, password: fields.get('password') ?? '' };
}

/** The proxy's name comes from the network. */
const escaped = (text: string) => text.replace(/[^\w.:-]/g, '_');

export function formFor({ host, isRefused }: { host: string; isRefused: boolean }): string {
  const texts = words().proxy;
  const lead = isRefused ? texts.isRefused : texts.isAsked;
  return `<!doctype html><html lang="${spokenLanguage()}"><meta charset="utf-8"><title>${texts.title}</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action ${formTarget}">
    <style>
      :root { color-scheme: light dark; font: 14px system-ui, sans-serif }
      body { margin: 20px } label { display: block; margin-top: 12px }
      input { box-sizing: border-box; width: 100%; margin-top: 4px; padding: 6px; font: inherit }
      button { margin-top: 16px; padding: 6px 16px; font: inherit }
    </style>
    <form method="get" action="${formTarget}">
      <p>${lead}</p><p><b>${escaped(host)}</b></p>
      <label>${texts.name} <input name="user" required autofocus autocomplete="off"></label>
      <label>${texts.password} <input name="password" type="password" autocomplete="off"></label>
      <button>${texts.signIn}</button>
      <button name="left" formnovalidate>${words().dialogs.cancel}</button>
    </form></html>`;
}
