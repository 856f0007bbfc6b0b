/* Failures of the network: which problem they are, and whether the request can have reached the server. */

import { type Problem, ProblemError, type ProblemKind } from '../contract/problem.ts';

/** A problem that came up before any of the request was sent. */
export class UnsentError extends ProblemError {
  constructor({ kind, ...details }: Problem, cause?: unknown) {
    super(kind, details, cause);
  }
}

/**
 * Responses that are given before a request is processed. A redirect, or a page of a gateway, is not among them: it may
 * stand in for the response of a server that did process the request. A 401 is, since a server and a gateway both check the
 * token first.
 */
const unprocessed: readonly ProblemKind[] = ['proxy-auth', 'rate-limited', 'unauthorized'];

/**
 * Whether a failed write certainly had no effect, so that sending it again cannot double it. False in every case of doubt:
 * no response in time, a connection that broke off, a fault of the server, a response that cannot be read. False too for
 * a request that the server processed and refused, because sending that again is no use.
 */
export function isSafeToRetry(error: unknown): boolean {
  if (error instanceof UnsentError) return true;
  if (!(error instanceof ProblemError)) return false;
  const { kind, httpStatus } = error.problem;
  return unprocessed.includes(kind) || (kind === 'gateway-refused' && httpStatus === 401);
}

type NetworkFailure = {
  kind: ProblemKind;
  /** The failure came before the first byte of the request was sent, or it proves that the request was not processed. */
  isUnsent: boolean;
};

/** Returns the problem of a request that got no complete response: `no-connection` for every failure not known by name. */
export function networkFailureOf(error: unknown): NetworkFailure {
  const text = messagesOf(error);
  const [, kind, isUnsent] = failures.find(([pattern]) => pattern.test(text)) ?? [null, 'no-connection', false];
  return { kind, isUnsent };
}

/**
 * Chromium's network errors (`net::ERR_…`, in the message) and Node's (`code`, in the cause), the most specific first.
 *
 * `isUnsent` is true only where there is no doubt, because such a request is sent again without asking the server first:
 * for names, connections that were never established, certificates, and the start of a TLS handshake. Other TLS errors can
 * also end a connection that has already carried the request, and a redirect can be the response to a processed one.
 */
const failures: readonly [pattern: RegExp, kind: ProblemKind, isUnsent: boolean][] = [
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ENOTFOUND|EAI_AGAIN/, 'unknown-host', true],
  [/ERR_CERT|ERR_SSL_VERSION|ERR_SSL_SERVER_CERT|ERR_SSL_OBSOLETE/, 'tls', true],
  [/CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/, 'tls', true],
  [/ERR_SSL|ERR_TLS|EPROTO|ERR_BAD_SSL/, 'tls', false],
  [/ERR_PROXY_AUTH|ERR_UNEXPECTED_PROXY_AUTH/, 'proxy-auth', true],
  [/redirect/i, 'redirected', false],
  [/ERR_CONNECTION_TIMED_OUT|UND_ERR_CONNECT_TIMEOUT/, 'timeout', true],
  [/TimeoutError|ERR_TIMED_OUT|ETIMEDOUT|UND_ERR_\w*TIMEOUT/, 'timeout', false],
  [
    /ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED|UND_ERR_RES_CONTENT_LENGTH|TypeError terminated|ERR_INVALID_HTTP/,
    'malformed-answer',
    false,
  ],
  [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_FAILED/, 'no-connection', true],
  // An established connection can end like this too, so the outbox looks on the server before it sends the request again.
  [/ERR_ADDRESS_UNREACHABLE|ERR_INTERNET_DISCONNECTED/, 'no-connection', false],
  [/ERR_UNSAFE_PORT|ERR_BLOCKED_BY_(CLIENT|ADMINISTRATOR)|ERR_DISALLOWED_URL_SCHEME/, 'no-connection', true],
  [/ERR_PROXY_CONNECTION_FAILED|ERR_TUNNEL_CONNECTION_FAILED|ERR_SOCKS/, 'no-connection', true],
  [/ECONNREFUSED|connect E(HOST|NET)UNREACH/, 'no-connection', true],
];

/** Joins the names, messages and codes of an error and its causes. */
function messagesOf(error: unknown): string {
  const messages: string[] = [];
  for (let link: unknown = error, depth = 0; link instanceof Error && depth < 5; link = link.cause, depth++) {
    messages.push(link.name, link.message, 'code' in link ? String(link.code) : '');
  }
  // A quoted address may hold any digits (a port, a ticket's id) and says nothing about the failure.
  return messages.join(' ').replace(/\bhttps?:\/\/\S+/g, '');
}
