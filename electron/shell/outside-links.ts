import { type BrowserWindow, dialog, type MessageBoxOptions, shell } from 'electron';
import { ProblemError } from '../contract/problem.ts';

/** The only links that leave: pages on secure servers, without a name and password that would go along. */
export function outsideLink(text: string): URL | null {
  if (!URL.canParse(text) || !/^https:\/\/[^\s\\\p{Cc}]+$/u.test(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}

/**
 * Opens a link in the browser when the user, who sees the server's real name, agrees: what a link in a ticket says and
 * where it leads are written by others. @throws ProblemError `link-refused`
 */
export async function openOutside(text: string, window: BrowserWindow | undefined): Promise<void> {
  const url = outsideLink(text);
  if (!url) throw new ProblemError('link-refused');
  const question: MessageBoxOptions = {
    message: `Open a page of ${url.host} in the browser?`,
    detail: url.href,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  };
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question));
  if (response === 0) await shell.openExternal(url.href);
}
