import { join } from 'node:path';
import log from 'electron-log/node';
import type { Problem } from '../contract/problem.ts';
import { shortenIds } from './shorten-ids.ts';

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
