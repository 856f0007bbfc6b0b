/*
 * Every failure that the user may see is a problem: a value with a kind, what happened, what was kept and what to do. It
 * crosses the bridge between the processes, so it carries neither a stack trace nor a secret.
 */

import { z } from 'zod';
import { english } from './words/en/index.ts';
import { sharedWords } from './words/words.ts';

export type ProblemKind = keyof typeof english.problems;

/** The problems on the way to the server: the network is missing, or something on it answers in the server's place. */
export const problemsOfTheWay: readonly ProblemKind[] = [
  'unknown-host',
  'no-connection',
  'tls',
  'proxy-auth',
  'redirected',
  'captive-portal',
  'gateway-refused',
];

const kinds = Object.keys(english.problems) as [ProblemKind, ...ProblemKind[]]; // a tuple type, because `z.enum` requires at least one

export const problemSchema = z.object({
  kind: z.enum(kinds),
  /** What happened, in one sentence. */
  message: z.string(),
  /** What the user can do, in a sentence or two. */
  todo: z.string(),
  /** What was kept, in one sentence; `''` when nothing was at stake. */
  kept: z.string(),
  /** For `invalid-input`: the path of the field to correct. */
  field: z.string().optional(),
  /** The server's own message, code for the reason, status and correlation id, where it sent them. */
  serverMessage: z.string().optional(),
  serverCode: z.string().optional(),
  httpStatus: z.int().optional(),
  correlationId: z.string().optional(),
  /** How long the server asked to wait (`Retry-After`), where it did. */
  retryAfterMs: z.number().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

type Details = Partial<Omit<Problem, 'kind'>>;

/** Makes a problem with the standard sentences of its kind; `details` add to them or replace them. */
export function problem(kind: ProblemKind, details: Details = {}): Problem {
  return { kind, ...standardSentences(kind, details), kept: '', ...details };
}

/** Returns a kind's own sentences, in the language of the moment. */
function standardSentences(kind: ProblemKind, { httpStatus, serverMessage }: Details) {
  const { problems, problemsWithoutWords } = sharedWords();
  const { message, todo } = problems[kind];
  if (!httpStatus || serverMessage) return { message, todo };
  return { message, todo: problemsWithoutWords[kind as keyof typeof problemsWithoutWords] ?? todo };
}

/** Returns a problem as it is kept on the disk: without the standard sentences, since another language may be spoken later. */
export function withoutStandardSentences(shown: Problem): Problem {
  const { message, todo } = standardSentences(shown.kind, shown);
  return {
    ...shown,
    message: shown.message === message ? '' : shown.message,
    todo: shown.todo === todo ? '' : shown.todo,
  };
}

/**
 * Returns a kept problem with the standard sentences in the language of the moment. An earlier version kept those in English.
 */
export function withStandardSentences(kept: Problem): Problem {
  const standard = standardSentences(kept.kind, kept);
  const earlier = english.problems[kept.kind];
  return {
    ...kept,
    message: kept.message === '' || kept.message === earlier.message ? standard.message : kept.message,
    todo: kept.todo === '' || kept.todo === earlier.todo ? standard.todo : kept.todo,
  };
}

/** A problem thrown as an error; the bridge turns it into a failed outcome. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(kind: ProblemKind, details: Details = {}, cause?: unknown) {
    super(kind, { cause });
    this.problem = problem(kind, details);
  }
}

/** Returns the problem inside anything that was thrown. Everything but a `ProblemError` is a bug, and so `internal`. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof ProblemError ? thrown.problem : problem('internal');
}
