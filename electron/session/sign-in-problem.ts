/*
 * Problems at the sign-in form. No account is open there, so nothing is repeated by itself, and the address may be one that the
 * user typed: the standard sentences would promise and assume too much.
 */

import { ProblemError, type ProblemKind, problem } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import { mayBeTyped, type Server } from './environment.ts';

/** The sentences to use instead, for each kind whose own speak of an open account. */
function sentencesFor(kind: ProblemKind): { message?: string; todo?: string } {
  const texts = words().account;
  const sentences: { readonly [K in ProblemKind]?: { message?: string; todo: string } } = {
    unauthorized: texts.tokenRefused,
    'not-found': texts.notListed,
    'no-connection': { todo: texts.checkNetwork },
    redirected: { todo: texts.networkSignIn },
    'captive-portal': { todo: texts.networkSignIn },
    'gateway-refused': { todo: texts.askAboutGateway },
    timeout: { todo: texts.checkNetwork },
    'rate-limited': { todo: texts.waitAMinute },
    'server-error': { todo: texts.serverError },
    'malformed-answer': { todo: texts.malformedAnswer },
    'disk-full': texts.notKept,
  };
  return sentences[kind] ?? {};
}

/** What also comes about when something else than the operator's API is at the address. */
const maybeWrongAddress: readonly ProblemKind[] = [
  'redirected',
  'captive-portal',
  'gateway-refused',
  'malformed-answer',
];

/** Words an error for the sign-in form. Sentences that were written for the occasion stay. */
export function atSignIn(error: unknown, { environment }: Pick<Server, 'environment'>): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { kind, ...details } = error.problem;
  const standard = problem(kind);
  const own = { ...standard, ...sentencesFor(kind) };
  const mayBeWrong = mayBeTyped(environment) && maybeWrongAddress.includes(kind);
  const ownTodo = mayBeWrong
    ? words().outbox.sentences({ first: own.todo, second: words().account.checkAddress })
    : own.todo;
  const message = details.message === standard.message ? own.message : details.message;
  const todo = details.todo === standard.todo ? ownTodo : details.todo;
  return new ProblemError(kind, { ...details, message, todo }, error);
}
