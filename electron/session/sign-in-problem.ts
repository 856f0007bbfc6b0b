/*
 * Problems at the sign-in form. No account is open there, so nothing is repeated by itself, and the address may be one that the
 * user typed: the standard sentences would promise and assume too much.
 */

import { ProblemError, type ProblemKind, problem } from '../contract/problem.ts';
import type { Server } from './environment.ts';

/** The sentences to use instead, for each kind whose own speak of an open account. */
const words: { readonly [K in ProblemKind]?: { message?: string; todo: string } } = {
  unauthorized: {
    message: 'The server issued an access token, and then did not accept it.',
    todo: 'Try again in a moment. If this persists, tell the operator.',
  },
  'not-found': {
    message: 'The server did not list your accounts.',
    todo: 'Ask the operator: your client ID may lack the right to see them.',
  },
  'no-connection': { todo: 'Check the network, then try again.' },
  redirected: { todo: 'Open a web page in your browser to sign in to this network, then try again.' },
  'captive-portal': { todo: 'Open a web page in your browser to sign in to the network, then try again.' },
  'gateway-refused': { todo: 'Ask IT whether a gateway or firewall blocks the server.' },
  timeout: { todo: 'Check the network, then try again.' },
  'rate-limited': { todo: 'Wait a minute, then try again.' },
  'server-error': { todo: 'Try again in a few minutes. If this persists, give the operator the correlation ID.' },
  'malformed-answer': { todo: 'Try again in a few minutes. If this persists, tell the operator.' },
  'disk-full': {
    message: 'The disk is full, so the sign-in cannot be kept.',
    todo: 'Free some space, then try again.',
  },
};

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
  const own = { ...standard, ...words[kind] };
  const isTyped = environment === 'custom' || environment === 'sandbox';
  const hint = isTyped && maybeWrongAddress.includes(kind) ? ` ${checkAddress}` : '';
  const message = details.message === standard.message ? own.message : details.message;
  const todo = details.todo === standard.todo ? own.todo + hint : details.todo;
  return new ProblemError(kind, { ...details, message, todo }, error);
}

const checkAddress = 'If that is not it, check the API base URL.';
