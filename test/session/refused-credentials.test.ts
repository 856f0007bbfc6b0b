/* A client ID and secret that the server refuses: why, in each form of its errors, at the sign-in and later. */

import { expect, it, vi } from 'vitest';
import { Http } from '../../electron/api/http.ts';
import { requestToken } from '../../electron/api/sign-in.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { closedSession, ownService, ownSession, signInTo } from '../support/session.ts';

const forms: Record<string, (words: string) => string> = {
  json: (message) => JSON.stringify({ error: { type: 'client', message, correlationId: 'c-1' } }),
  oauth: (words) => JSON.stringify({ error: 'invalid_client', error_description: words }),
  fault: (faultstring) =>
    JSON.stringify({ fault: { faultstring, detail: { errorcode: 'oauth.v2.InvalidClientIdentifier' } } }),
  'wrapper in JSON': (Description) =>
    JSON.stringify({
      ErrorWrapper: { Errors: { Error: { Error: { Source: 'token', ReasonCode: '401', Description } } } },
    }),
  'wrapper in XML': (words) =>
    `<ErrorWrapper><Errors><Error><Error><ReasonCode>401</ReasonCode><Description>${words}</Description></Error></Error></Errors></ErrorWrapper>`,
};

const expired = /secret has expired/;
const blocked = /blocked this client ID/;
const other = /did not accept this client ID and secret/;

const reasons: [words: string, said: RegExp][] = [
  ['The client secret expired on 2026-11-01.', expired],
  ['Your application is locked. Contact support.', blocked],
  ['The developer status is not active', blocked],
  ['Client credentials are invalid', other],
  ['The client is unknown, blocked or expired.', other],
];

const problemOfToken = async (status: number, body: string) => {
  const http = new Http({
    baseUrl: async () => 'https://api.example',
    fetch: async () => new Response(body, { status }),
  });
  return await requestToken(http, singleAccountCredentials).catch((error: unknown) => error);
};

const cases = Object.keys(forms).flatMap((form) => reasons.map(([words, said]) => ({ form, words, said })));

it.each(cases)('says why, with the server’s words ($form: $words)', async ({ form, words, said }) => {
  for (const status of [400, 401, 403]) {
    expect(await problemOfToken(status, forms[form]?.(words) ?? '')).toMatchObject({
      problem: {
        kind: 'wrong-credentials',
        message: expect.stringMatching(said),
        serverMessage: expect.stringContaining(words),
        httpStatus: status,
      },
    });
  }
});

it.each([
  ['invalid_client', other],
  ['unauthorized_client', blocked],
  ['access_denied', blocked],
])('tells from the code %s alone what it means', async (error, said) => {
  expect(await problemOfToken(400, JSON.stringify({ error }))).toMatchObject({
    problem: { kind: 'wrong-credentials', message: expect.stringMatching(said), serverMessage: error },
  });
});

it('shows the server’s words about a secret that was rotated, and goes on once it is accepted', async () => {
  const service = await ownService();
  const left = await closedSession(service);
  const message = 'The client secret was rotated and has expired.';
  service.set({ faults: [{ kind: 'invalid-client', message }, { kind: 'unauthorized' }] });
  const { session } = await ownSession(left);
  await session.start();
  const status = () => session.workspace.sync.status;
  await vi.waitFor(() => expect(status().connection).toBe('refused'));
  expect(status().problem).toMatchObject({
    kind: 'wrong-credentials',
    message: expect.stringMatching(expired),
    kept: expect.stringMatching(/nothing on this computer is lost/i),
    serverMessage: message,
  });

  service.set({ faults: [] });
  await session.signIn(signInTo(service, singleAccountCredentials));
  await vi.waitFor(() => expect(status()).toMatchObject({ connection: 'online', problem: null }));
});
