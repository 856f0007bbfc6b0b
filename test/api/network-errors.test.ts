/* Which problem a failure becomes, and whether a failed write is safe to retry. */

import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../electron/api/client.ts';
import { Http } from '../../electron/api/http.ts';
import { isSafeToRetry, networkFailureOf, UnsentError } from '../../electron/api/network-errors.ts';
import { ProblemError, type ProblemKind, problem } from '../../electron/contract/problem.ts';
import type { FaultKind } from '../../electron/demo/options.ts';
import { clientOf } from '../support/client.ts';
import { ownService } from '../support/session.ts';
import { ticketId } from '../support/tickets.ts';

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => 'no failure',
    (error: unknown) => error,
  );

const kindOf = (error: unknown) => (error instanceof ProblemError ? error.problem.kind : error);

// Without `proxy-407`: Node’s fetch does not say why it fails there.
describe('a comment on a server that goes wrong', () => {
  it.each<[FaultKind, ProblemKind, boolean]>([
    ['unauthorized', 'not-permitted', false], // of this call alone
    ['not-permitted', 'not-permitted', false],
    ['ticket-unknown', 'not-found', false],
    ['gateway-401', 'gateway-refused', true],
    ['forbidden-html', 'gateway-refused', false],
    ['rate-limited', 'rate-limited', true],
    ['spike-arrest', 'rate-limited', true],
    ['captive-portal', 'captive-portal', false],
    ['error-under-200', 'server-error', false],
    ['redirect', 'redirected', false],
    ['no-permission', 'not-found', false],
    ['error-json', 'server-error', false],
    ['error-xml', 'server-error', false],
    ['error-html', 'server-error', false],
    ['error-empty', 'server-error', false],
    ['cut-off', 'malformed-answer', false],
    ['cut-json', 'malformed-answer', false],
    ['not-json', 'captive-portal', false],
    ['wrong-shape', 'malformed-answer', false],
    ['hang', 'timeout', false],
    ['drop-before', 'no-connection', false],
    ['drop-after', 'no-connection', false],
  ])('%s: %s, safe to retry: %s', async (fault, kind, isSafe) => {
    const service = await ownService();
    const api = await clientOf(service, fault === 'hang' ? { timeLimitMs: 300 } : {}); // a slow response must not count as a timeout
    const id = ticketId(
      Number(
        service
          .tickets()
          .find((ticket) => ticket.status === 'New')
          ?.id.slice(2),
      ),
    );
    service.set({ faults: [{ kind: fault, match: { method: 'POST', path: 'comments' } }] });
    const error = await failureOf(api.addComment(id, 'Is there any news?'));
    expect([kindOf(error), isSafeToRetry(error)]).toEqual([kind, isSafe]);
  });

  it('is safe to retry when no server listens', async () => {
    const service = await ownService();
    const api = await clientOf(service);
    await service.setConnected(false);
    await failureOf(api.addComment(ticketId(1), 'This one still uses the connection of before.'));
    const error = await failureOf(api.addComment(ticketId(1), 'Is there any news?'));
    expect([kindOf(error), isSafeToRetry(error)]).toEqual(['no-connection', true]);
  });

  it('is safe to retry when there is no token, however the token call failed', async () => {
    const service = await ownService();
    const http = new Http({ baseUrl: () => Promise.resolve(service.baseUrl), fetch });
    const current = () => Promise.reject(new ProblemError('timeout', { correlationId: 'abc' }));
    const api = new ApiClient(http, { current, renewed: current }, { masterAccountId: '1', accountId: '1' });
    const error = await failureOf(api.addComment(ticketId(1), 'Is there any news?'));
    expect(isSafeToRetry(error)).toBe(true);
    expect(error).toMatchObject({ problem: { kind: 'timeout', correlationId: 'abc' } });
    expect(service.requests).toEqual([]);
  });
});

it('an unsent request is safe to retry because of its class, not of its kind', () => {
  expect(isSafeToRetry(new UnsentError(problem('no-connection')))).toBe(true);
  expect(isSafeToRetry(new ProblemError('no-connection'))).toBe(false);
  expect(isSafeToRetry(new ProblemError('rejected'))).toBe(false);
  expect(isSafeToRetry(new DOMException('aborted', 'AbortError'))).toBe(false);
  expect(isSafeToRetry(undefined)).toBe(false);
});

it.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'unknown-host', true],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'tls', true],
  ['net::ERR_CERT_DATE_INVALID', 'tls', true],
  ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls', true],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'tls', false],
  ['net::ERR_SSL_BAD_RECORD_MAC_ALERT', 'tls', false],
  ['net::ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-auth', true],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'no-connection', true],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'no-connection', true],
  ['net::ERR_TIMED_OUT', 'timeout', false],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout', true],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'malformed-answer', false],
  ['net::ERR_INTERNET_DISCONNECTED', 'no-connection', false],
  ['net::ERR_CONNECTION_REFUSED', 'no-connection', true],
  ['net::ERR_ADDRESS_UNREACHABLE', 'no-connection', false],
  ['net::ERR_CONNECTION_RESET', 'no-connection', false],
  ['net::ERR_CONNECTION_CLOSED', 'no-connection', false],
  ['net::ERR_EMPTY_RESPONSE', 'no-connection', false],
  ['net::ERR_NETWORK_CHANGED', 'no-connection', false],
  ['net::ERR_NETWORK_IO_SUSPENDED', 'no-connection', false],
  ['net::ERR_FAILED', 'no-connection', false],
  ["Attempted to redirect, but redirect policy was 'error'", 'redirected', false],
  ['net::ERR_BLOCKED_BY_CLIENT', 'no-connection', true],
  ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'no-connection', true],
  ['net::ERR_BLOCKED_BY_RESPONSE', 'no-connection', false],
  ['connect EHOSTUNREACH 10.0.0.1:443', 'no-connection', true],
  ['read EHOSTUNREACH', 'no-connection', false],
  ['connect ECONNREFUSED 127.0.0.1:40712', 'no-connection', true],
  ['read ECONNRESET', 'no-connection', false],
  ['other side closed', 'no-connection', false],
])('%s is %s, unsent: %s', (message, kind, isUnsent) => {
  expect(networkFailureOf(new TypeError('fetch failed', { cause: new Error(message) }))).toEqual({ kind, isUnsent });
});

it('a failure is recognised by the code of its cause too', () => {
  const cause = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  expect(networkFailureOf(new TypeError('fetch failed', { cause }))).toEqual({ kind: 'unknown-host', isUnsent: true });
});

const networkKindOf = (error: unknown) => networkFailureOf(error).kind;

it('a failure is recognised inside the error of the HTTP client, and not by the address that it quotes', () => {
  const failed = new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  const wrapped = new Error('GET http://127.0.0.1:40712/v1/customer-support-tickets/WO9334407', { cause: failed });
  expect(networkKindOf(wrapped)).toBe('redirected');
  expect(networkKindOf(new Error(wrapped.message, { cause: new Error('other side closed') }))).toBe('no-connection');
});

it('a response that ended in the middle, in Node’s words, is malformed', () => {
  expect(networkKindOf(new TypeError('terminated', { cause: new Error('other side closed') }))).toBe(
    'malformed-answer',
  );
});
