import { describe, expect, it } from 'vitest';
import { accountKeySchema } from '../../electron/contract/ids.ts';
import type { Account } from '../../electron/contract/session.ts';
import { emptyFields, errorsOf, fieldsFor, firstFaulty, requestOf } from '../../renderer/start/sign-in-fields.ts';

const filled = { ...emptyFields, clientId: ' abc ', clientSecret: ' shh ' };

describe('the request of the sign-in form', () => {
  it('leaves the address to the environment, and takes white space off the ends', () => {
    expect(requestOf({ ...filled, customUrl: 'https://x.example' }, false)).toEqual({
      environment: 'production',
      baseUrl: '',
      clientId: 'abc',
      clientSecret: 'shh',
      sessionOnly: false,
    });
  });
  it('holds the sandbox’s address only where it was corrected', () => {
    expect(requestOf({ ...filled, environment: 'sandbox' }, false).baseUrl).toBe('');
    const corrected = { ...filled, environment: 'sandbox', sandboxUrl: 'https://sb.example/ ' } as const;
    expect(requestOf(corrected, false).baseUrl).toBe('https://sb.example/');
  });
});

describe('the errors of the sign-in form', () => {
  it('has none for what can be sent', () => {
    expect(errorsOf(requestOf(filled, false))).toEqual({});
  });
  it('stand at each empty field', () => {
    expect(errorsOf(requestOf(emptyFields, false))).toEqual({
      clientId: 'Enter the client ID.',
      clientSecret: 'Enter the client secret.',
    });
  });
  it('lead to the first of the fields as they stand in the form', () => {
    expect(firstFaulty(errorsOf(requestOf(emptyFields, false)))).toBe('clientId');
    expect(firstFaulty(errorsOf(requestOf({ ...emptyFields, environment: 'custom' }, false)))).toBe('baseUrl');
    expect(firstFaulty({})).toBeUndefined();
  });
  it('say how long is too long', () => {
    expect(errorsOf(requestOf({ ...filled, clientSecret: 'x'.repeat(65) }, false)).clientSecret).toContain('64');
  });
  const long = `https://login.example/?state=${'x'.repeat(600)}`;
  it.each(['', 'ftp://x', 'http://example.com', 'https://u:p@example.com', 'https://example.com/?q=1', long])(
    'refuse the custom address %j, in words of ours',
    (customUrl) =>
      expect(errorsOf(requestOf({ ...filled, environment: 'custom', customUrl }, false)).baseUrl).toMatch(
        /^The API base URL must begin with/,
      ),
  );
});

describe('the form for signing in again', () => {
  const account = (place: Pick<Account, 'environment' | 'baseUrl'>): Account => ({
    key: accountKeySchema.parse('7c0e7e5e-6f0a-4a4e-9a52-0a4f6b1f4d11'),
    name: 'ABC',
    masterName: 'ABC Holding',
    distinction: '',
    isOpened: true,
    ...place,
  });
  it.each([
    { environment: 'playground', baseUrl: 'https://playground.digitalrealty.com' },
    { environment: 'sandbox', baseUrl: 'https://sb.example' },
    { environment: 'custom', baseUrl: 'https://x.example/api' },
  ] as const)('leads to where the account lives: $environment', (place) => {
    const request = requestOf({ ...fieldsFor(account(place)), clientId: 'abc', clientSecret: 'shh' }, false);
    expect(request.environment).toBe(place.environment);
    expect(['', place.baseUrl]).toContain(request.baseUrl);
    expect(request.baseUrl === '').toBe(place.environment === 'playground');
  });
  it('is empty for another account, and for the demo', () => {
    expect(fieldsFor(null)).toBe(emptyFields);
    expect(fieldsFor(account({ environment: 'demo', baseUrl: '' }))).toBe(emptyFields);
  });
});
