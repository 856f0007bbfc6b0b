/*
 * The log file, and the faults that go there: uncaught errors of the main process, and those of the page.
 */

import { join } from 'node:path';
import log from 'electron-log/node';
import type { PageFault } from '../contract/fault.ts';
import { type Problem, problem } from '../contract/problem.ts';
import { redact } from '../diagnostics/redact.ts';

const maxLogBytes = 1_000_000;

/** Writes the log to `main.log` in `folder`. When the file reaches its maximum size, it becomes `main.old.log`. */
export function setUpLog(folder: string): void {
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = maxLogBytes;
  log.transports.console.level = false;
}

export function logLine(text: string): void {
  log.info(redact(text));
}

/** Writes one line with the problem's kind and, for faults of ours, the stack. It holds no ticket text, address or secret. */
export function logProblem(problem: Problem, error: unknown): void {
  const origin = problem.kind === 'internal' && error instanceof Error ? originOf(error) : '';
  const facts = [problem.kind, problem.httpStatus, problem.correlationId, origin].filter(Boolean);
  log.warn(redact(facts.join(' ')));
}

/** What a message quotes may be a ticket's text: that which could not be parsed, or that which a function did not take. */
function originOf({ message, stack = message }: Error): string {
  return stack.replace(message, () => message.replace(/["'`].*["'`]/s, '"…"'));
}

/** Writes one line about something that failed in the page. */
export function logPageFault({ caught, name, places, components }: PageFault): void {
  const ends = { script: 'in a script', promise: 'in a promise', boundary: 'a part of the window was not shown' };
  const facts = [`the page: ${name}, ${ends[caught]}`];
  if (places.length > 0) facts.push(`at ${places.join(' ')}`);
  if (components.length > 0) facts.push(`in ${components.join(' ')}`);
  log.warn(redact(facts.join(', ')));
}

/**
 * Logs uncaught errors and lets the application go on; Electron would show a stack trace. `crashReporter` is never started,
 * because a crash report contains the memory with its secrets.
 */
export function catchFaults(): void {
  process.on('uncaughtException', (error) => logProblem(problem('internal'), error));
  process.on('unhandledRejection', (error) => logProblem(problem('internal'), error));
}
