import type { WebContents } from 'electron';
import { problem } from '../contract/problem.ts';
import { logLine, logProblem } from './log.ts';

/** A page that ends more often than this in a minute is not started again: it would only end once more. */
const mostRestarts = 3;
const restartsPerMs = 60_000;

/**
 * What nobody caught is written to the log and the application goes on; Electron would show a stack trace. No crash report
 * is made, since it would hold the memory, secrets included: `crashReporter` is started nowhere.
 */
export function catchFaults(): void {
  process.on('uncaughtException', (error) => logProblem(problem('internal'), error));
  process.on('unhandledRejection', (error) => logProblem(problem('internal'), error));
}

/** A page whose process ended is loaded again: it asks the main process for all that it shows, so nothing is lost. */
export function watchPage(contents: WebContents): void {
  contents.on('did-fail-load', (_event, _code, description) => logLine(`the page did not load: ${description}`));
  let restartsMs: number[] = [];
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    logLine(`the page's process ended: ${reason}`);
    restartsMs = [...restartsMs.filter((atMs) => Date.now() - atMs < restartsPerMs), Date.now()];
    if (restartsMs.length <= mostRestarts) contents.reload();
  });
}
