import { expect, it } from 'vitest';
import { networkFailureOf } from '../../electron/api/network-errors.ts';

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
])('%s is %s, surely unsent: %s', (message, kind, isUnsent) => {
  expect(networkFailureOf(new TypeError('fetch failed', { cause: new Error(message) }))).toEqual({ kind, isUnsent });
});

it('looks at the codes of causes too', () => {
  const cause = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  expect(networkFailureOf(new TypeError('fetch failed', { cause }))).toEqual({ kind: 'unknown-host', isUnsent: true });
});

const kindOf = (error: unknown) => networkFailureOf(error).kind;

it('looks through the wrappings of the HTTP client, and not at the address that they quote', () => {
  const failed = new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  const wrapped = new Error('GET http://127.0.0.1:40712/v1/customer-support-tickets/WO9334407', { cause: failed });
  expect(kindOf(wrapped)).toBe('redirected');
  expect(kindOf(new Error(wrapped.message, { cause: new Error('other side closed') }))).toBe('no-connection');
});

it('takes an answer that ended in the middle, as Node words it, for a malformed one', () => {
  expect(kindOf(new TypeError('terminated', { cause: new Error('other side closed') }))).toBe('malformed-answer');
});
