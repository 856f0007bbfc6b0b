import { type Problem, ProblemError, type ProblemKind } from '../contract/problem.ts';

type NetworkFailure = {
  kind: ProblemKind;
  /** It happened before the first byte of the request left, or it proves that nobody worked on the request. */
  isUnsent: boolean;
};

/**
 * Chromium's network errors (`net::ERR_…`, in the message) and Node's (`code`, in the cause), most telling first.
 *
 * `isUnsent` is said only where there is no doubt, for what it is said of is sent again without a look at the server: of
 * names, of connections that never stood, of certificates and the first words of TLS. Other TLS errors can also end a
 * connection that has long carried the request, and a redirection can be the answer to one that was worked on.
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
  // Also what a connection that stood ends with when the network goes. Without one nothing is sent: the outbox asks first.
  [/ERR_ADDRESS_UNREACHABLE|ERR_INTERNET_DISCONNECTED/, 'no-connection', false],
  [/ERR_UNSAFE_PORT|ERR_BLOCKED_BY_(CLIENT|ADMINISTRATOR)|ERR_DISALLOWED_URL_SCHEME/, 'no-connection', true],
  [/ERR_PROXY_CONNECTION_FAILED|ERR_TUNNEL_CONNECTION_FAILED|ERR_SOCKS/, 'no-connection', true],
  [/ECONNREFUSED|connect E(HOST|NET)UNREACH/, 'no-connection', true],
];

/** What a request that got no whole answer met; whatever is not known by name is "cannot be reached". */
export function networkFailureOf(error: unknown): NetworkFailure {
  const text = chainOf(error);
  const [, kind, isUnsent] = failures.find(([pattern]) => pattern.test(text)) ?? [null, 'no-connection', false];
  return { kind, isUnsent };
}

function chainOf(error: unknown): string {
  const parts: string[] = [];
  for (let link: unknown = error, depth = 0; link instanceof Error && depth < 5; link = link.cause, depth++) {
    parts.push(link.name, link.message, 'code' in link ? String(link.code) : '');
  }
  // An address that the words quote may hold any digits, a port or a ticket's id, and says nothing of the failure.
  return parts.join(' ').replace(/\bhttps?:\/\/\S+/g, '');
}

/** A problem that came up before the request left this computer. */
export class UnsentError extends ProblemError {
  constructor({ kind, ...details }: Problem, cause?: unknown) {
    super(kind, details, cause);
  }
}

/**
 * Answers that are given before anybody works on the request. A redirection or a page of something on the way is none of
 * them: it may stand in place of an answer, and not of the request.
 */
const unworked: readonly ProblemKind[] = ['proxy-auth', 'rate-limited'];

/**
 * Whether a write that failed surely had no effect, so that sending it again cannot double it. "No" for everything of
 * which this is not certain: no answer in time, a connection that broke off, a server's own fault, an answer that
 * cannot be read. And "no" for what the server looked at and refused: sending that again is no use.
 */
export function isSafeToRetry(error: unknown): boolean {
  if (error instanceof UnsentError) return true;
  if (!(error instanceof ProblemError)) return false;
  const { kind, httpStatus } = error.problem;
  return unworked.includes(kind) || httpStatus === 401; // whoever wrote it asks for another token first
}
