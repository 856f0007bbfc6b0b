import { expect, it } from 'vitest';
import { kindOfNetworkFailure } from '../../electron/api/failure.ts';

it.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'unknown-host'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
  ['net::ERR_CERT_DATE_INVALID', 'tls'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
  ['net::ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-auth'],
  ['net::ERR_TIMED_OUT', 'timeout'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'malformed-answer'],
  ['net::ERR_INTERNET_DISCONNECTED', 'no-connection'],
  ['net::ERR_CONNECTION_REFUSED', 'no-connection'],
  ["Attempted to redirect, but redirect policy was 'error'", 'redirected'],
])('%s is %s', (message, kind) => {
  expect(kindOfNetworkFailure(new TypeError('fetch failed', { cause: new Error(message) }))).toBe(kind);
});

it('looks at the codes of causes too', () => {
  const cause = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  expect(kindOfNetworkFailure(new TypeError('fetch failed', { cause }))).toBe('unknown-host');
});

it('looks through the wrappings of the HTTP client, and not at the address that they quote', () => {
  const failed = new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  const wrapped = new Error('GET http://127.0.0.1:40712/v1/customer-support-tickets/WO9334407', { cause: failed });
  expect(kindOfNetworkFailure(wrapped)).toBe('redirected');
  expect(kindOfNetworkFailure(new Error(wrapped.message, { cause: new Error('other side closed') }))).toBe(
    'no-connection',
  );
});

it('takes an answer that ended in the middle, as Node words it, for a malformed one', () => {
  expect(kindOfNetworkFailure(new TypeError('terminated', { cause: new Error('other side closed') }))).toBe(
    'malformed-answer',
  );
});
