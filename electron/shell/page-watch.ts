/*
 * Pages that fail as a whole: those whose process ended are reloaded, and those that do not respond when the user says so. At most
 * the last words are lost, because the page asks the main process for everything else that it shows.
 */

import { type BrowserWindow, dialog } from 'electron';
import { problemOf } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import { logLine, logProblem } from './log.ts';

/** A page that ends more often than this within a minute is not reloaded by itself, because it would only end again. */
const maxReloadsPerMinute = 3;
const minuteMs = 60_000;

/** Reloads the window's page when it fails, and writes to the log that it did. */
export function watchPage(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.on('did-fail-load', (_event, _code, description) => logLine(`the page did not load: ${description}`));
  let recentEndsMs: number[] = [];
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    logLine(`the page's process ended: ${reason}`);
    const nowMs = performance.now(); // the computer's clock may be set back
    recentEndsMs = [...recentEndsMs.filter((atMs) => nowMs - atMs < minuteMs), nowMs];
    if (recentEndsMs.length <= maxReloadsPerMinute) contents.reload();
    else offerReload(window).catch((error: unknown) => logProblem(problemOf(error), error));
  });
  watchResponses(window);
}

/** Says why the window is empty, and does what the user wants. */
async function offerReload(window: BrowserWindow): Promise<void> {
  const { reload, failed } = words().frozen;
  const { message, detail, close } = failed;
  const options = { type: 'warning' as const, message, detail, buttons: [reload, close], defaultId: 0, cancelId: 1 };
  const { response } = await dialog.showMessageBox(window, { ...options, noLink: true });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.close();
}

function watchResponses(window: BrowserWindow): void {
  const contents = window.webContents;
  let answer: AbortController | null = null;
  contents.on('unresponsive', () => {
    if (answer) return;
    logLine('the page does not respond');
    const asking = new AbortController();
    answer = asking;
    mayReload(window, asking.signal)
      .then((isAllowed) => {
        if (isAllowed && !asking.signal.aborted) contents.forcefullyCrashRenderer(); // it is reloaded when it has ended
      })
      .catch((error: unknown) => logProblem(problemOf(error), error))
      .finally(() => {
        answer = null;
      });
  });
  const takeBack = () => answer?.abort();
  contents.on('responsive', takeBack);
  contents.on('render-process-gone', takeBack);
  contents.on('destroyed', takeBack);
}

/** Asks until the signal says that it is no question any more. */
async function mayReload(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { message, detail, reload, wait } = words().frozen;
  const options = { type: 'warning' as const, message, detail, buttons: [reload, wait], defaultId: 1, cancelId: 1 };
  const { response } = await dialog.showMessageBox(window, { ...options, noLink: true, signal });
  return response === 0;
}
