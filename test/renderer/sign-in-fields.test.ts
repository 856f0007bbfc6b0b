import { describe, expect, it } from 'vitest';
import { emptyFields, errorsOf, requestOf } from '../../renderer/start/sign-in-fields.ts';

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
      clientId: 'Type the client ID.',
      clientSecret: 'Type the client secret.',
    });
  });
  it('say how long is too long', () => {
    expect(errorsOf(requestOf({ ...filled, clientSecret: 'x'.repeat(65) }, false)).clientSecret).toContain('64');
  });
  it.each(['', 'ftp://x', 'http://example.com', 'https://u:p@example.com', 'https://example.com/?q=1'])(
    'refuse the custom address %j',
    (customUrl) =>
      expect(errorsOf(requestOf({ ...filled, environment: 'custom', customUrl }, false)).baseUrl).toBeTruthy(),
  );
});
