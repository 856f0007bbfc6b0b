import type { ProblemKind } from '../contract/problem.ts';

/** Chromium's network errors (`net::ERR_…`, in the message) and Node's (`code`, in the cause), most telling first. */
const failures: readonly [RegExp, ProblemKind][] = [
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ENOTFOUND|EAI_AGAIN/, 'unknown-host'],
  [/ERR_CERT|ERR_SSL|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO|ERR_BAD_SSL/, 'tls'],
  [/ERR_PROXY_AUTH|ERR_UNEXPECTED_PROXY_AUTH/, 'proxy-auth'],
  [/redirect/i, 'redirected'],
  [/TimeoutError|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT|ETIMEDOUT|UND_ERR_\w*TIMEOUT/, 'timeout'],
  [
    /ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED|UND_ERR_RES_CONTENT_LENGTH|TypeError terminated|ERR_INVALID_HTTP/,
    'malformed-answer',
  ],
];

/** Which problem a request that got no whole answer is; whatever is not known by name is "cannot be reached". */
export function kindOfNetworkFailure(error: unknown): ProblemKind {
  const text = chainOf(error);
  return failures.find(([pattern]) => pattern.test(text))?.[1] ?? 'no-connection';
}

function chainOf(error: unknown): string {
  const parts: string[] = [];
  for (let link: unknown = error, depth = 0; link instanceof Error && depth < 5; link = link.cause, depth++) {
    parts.push(link.name, link.message, 'code' in link ? String(link.code) : '');
  }
  // An address that the words quote may hold any digits, a port or a ticket's id, and says nothing of the failure.
  return parts.join(' ').replace(/\bhttps?:\/\/\S+/g, '');
}
