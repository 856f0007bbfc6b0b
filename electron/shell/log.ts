import { homedir } from 'node:os';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import log from 'electron-log/node';
import { type Problem, problem } from '../contract/problem.ts';

const maxLogBytes = 1_000_000;

/** Writes the log to `folder`; the file before the last million bytes is kept beside it. */
export function setUpLog(folder: string): void {
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = maxLogBytes;
  log.transports.console.level = false;
}

/** A line a problem: its kind and where it came from, ids shortened. No ticket text, no address and no secret is in it. */
export function logProblem(problem: Problem, error: unknown): void {
  const origin = problem.kind === 'internal' && error instanceof Error ? (error.stack ?? error.message) : '';
  const facts = [problem.kind, problem.httpStatus, problem.correlationId, origin].filter(Boolean);
  log.warn(shortenIds(facts.join(' ')));
}

export function logLine(text: string): void {
  log.info(shortenIds(text));
}

const rules: readonly [RegExp, string][] = [
  [/\beyJ[\w-]+(?:\.[\w-]*)*/g, '(token)'],
  [/\b(Bearer|client_secret=|client_id=)\s*[^\s&"']+/gi, '$1 (hidden)'],
  [/\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '$1…'],
  [/\b[0-9a-f]{32,}\b/gi, '(hidden)'],
  [/\bWO\d+(\d{3})\b/g, 'WO…$1'],
  [/\b001[0-9A-Za-z]{8,11}([0-9A-Za-z]{4})\b/g, '001…$1'],
];

/**
 * A text for the log or for somebody's help desk: ids of tickets, accounts and requests are recognisable to those who have
 * them before their eyes and useless to others; tokens and keys go, and so does the user's name in paths.
 */
export function shortenIds(text: string, home: string = homedir()): string {
  const homeless = home.length > 1 ? text.replaceAll(home, '~') : text;
  return rules.reduce((shorter, [pattern, replacement]) => shorter.replace(pattern, replacement), homeless);
}

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
