import { expect, it, vi } from 'vitest';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import type { Fault } from '../../electron/demo/options.ts';
import { rawClient, requestToken } from './client.ts';

const tickets = '/v1/customer-support-tickets';
const comments = '/v1/comments';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function clientWith(...faults: Fault[]) {
  const client = await rawClient({ ticketCount: 40 });
  client.service.set({ faults });
  const open = client.service.tickets().find(({ status }) => status === 'New');
  const comment = () => client.send('POST', comments, { requestId: open?.id, comment: 'Once?' });
  return { ...client, open, comment };
}

it.each([
  ['spike-arrest', 500, { fault: { detail: { errorcode: 'policies.ratelimit.SpikeArrestViolation' } } }],
  ['not-permitted', 401, { error: { message: 'The requested operation is not permitted for the user.' } }],
  [
    'ticket-unknown',
    404,
    {
      ErrorWrapper: {
        Errors: {
          Error: {
            Error: { ReasonCode: 'REQUEST_ID_INVALID', Details: expect.stringMatching(/ ,correlationid : \S+$/) },
          },
        },
      },
    },
  ],
  ['captive-portal', 200, expect.stringMatching(/<h1>Sign in to this network<.*<form method="post"/)],
  ['error-under-200', 200, { error: { message: expect.any(String), correlationId: expect.any(String) } }],
] as const)('%s answers in its form, and nothing is carried out', async (kind, status, value) => {
  const { comment, open, send, service } = await clientWith({ kind, times: 1 });
  expect(await comment()).toMatchObject({ status, value });
  expect(open?.comments).toHaveLength(0);
  expect((await comment()).status).toBe(200);
  service.set({ faults: [{ kind }] });
  const accounts = await send('GET', '/v1/accounts');
  expect(Array.isArray(accounts.value)).toBe(kind === 'not-permitted' || kind === 'ticket-unknown');
});

it('invalid-client refuses the token call alone, with the server’s words', async () => {
  const { service, send } = await clientWith({ kind: 'invalid-client', message: 'The secret was rotated.' });
  const { clientId, clientSecret } = demoCredentials;
  const form = { client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' };
  const response = await requestToken(service, form);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ error: 'invalid_client', error_description: 'The secret was rotated.' });
  expect((await send('GET', tickets)).status).toBe(200);
});

it('a fault can have another status, form and words than its kind', async () => {
  const { comment } = await clientWith(
    { kind: 'rate-limited', status: 500, errorForm: 'fault', times: 1 },
    { kind: 'error-json', status: 400, message: 'Payload attribute site contain incorrect size' },
  );
  const errorcode = 'policies.ratelimit.QuotaViolation';
  expect(await comment()).toMatchObject({ status: 500, value: { fault: { detail: { errorcode } } } });
  const error = { type: 'client', message: 'Payload attribute site contain incorrect size' };
  expect(await comment()).toMatchObject({ status: 400, value: { error } });
});

it('rate-limited says when in seconds, or as a date by the service’s clock', async () => {
  const { service, headers } = await clientWith({ kind: 'rate-limited', retryAfterS: 90 });
  const retryAfter = async () => {
    const response = await fetch(`${service.baseUrl}${tickets}`, { headers });
    return { after: response.headers.get('Retry-After') ?? '', date: response.headers.get('Date') ?? '' };
  };
  expect((await retryAfter()).after).toBe('90');
  service.set({
    clockOffsetMs: 3 * 3_600_000,
    faults: [{ kind: 'rate-limited', retryAfterS: 90, retryAfterForm: 'date' }],
  });
  const { after, date } = await retryAfter();
  expect(Date.parse(after) - Date.parse(date)).toBe(90_000);
  expect(Date.parse(after) - Date.now()).toBeGreaterThan(2 * 3_600_000);
});

it('drip sends the real response a few bytes at a time', async () => {
  const { service, headers, send } = await clientWith();
  const whole = await send('GET', `${tickets}?size=3`);
  service.set({ faults: [{ kind: 'drip', bytesPerS: 10_000 }] });
  const response = await fetch(`${service.baseUrl}${tickets}?size=3`, { headers });
  const reader = response.body?.getReader();
  const sizes: number[] = [];
  let text = '';
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    sizes.push(read.value.length);
    text += Buffer.from(read.value).toString('latin1');
  }
  expect(sizes.length).toBeGreaterThan(1);
  expect(JSON.parse(Buffer.from(text, 'latin1').toString())).toEqual(whole.value);
});

it('drip ends when the client disconnects', async () => {
  const cleared = vi.spyOn(globalThis, 'clearInterval');
  const { service, headers } = await clientWith({ kind: 'drip', bytesPerS: 20 });
  const controller = new AbortController();
  const response = await fetch(`${service.baseUrl}${tickets}`, { headers, signal: controller.signal });
  expect(response.status).toBe(200);
  cleared.mockClear();
  controller.abort();
  await vi.waitFor(() => expect(cleared).toHaveBeenCalled());
});

it('writes the service’s own errors in each of four forms', async () => {
  const { send, service } = await clientWith();
  const refusal = async () => (await send('GET', `${tickets}?size=0`)).value;
  const words = 'size and page must be whole numbers, size at least 1.';
  const json = { error: { type: 'client', message: words, correlationId: expect.stringMatching(uuid) } };
  const wrapped = {
    Source: 'CustomerSupport',
    ReasonCode: '0400',
    Description: 'Bad request was submitted.',
    Recoverable: 'false',
    Details: expect.stringContaining(`${words} ,correlationid : `),
  };
  const wrapper = { ErrorWrapper: { Errors: { Error: { Error: wrapped } } } };
  const xml = expect.stringMatching(
    /^<ErrorWrapper><Errors><Error><Error><Source>.*<Details>size and page .*,correlationid : \S+<\/Details><\/Error>/,
  );
  const fault = { fault: { faultstring: words, detail: { errorcode: expect.any(String) } } };
  const forms = { json, 'wrapper-json': wrapper, 'wrapper-xml': xml, fault };
  for (const [errorForm, body] of Object.entries(forms)) {
    service.set({ errorForm: errorForm as keyof typeof forms });
    expect(await refusal()).toEqual(body);
  }
  service.set({ errorForm: 'mixed' });
  for (const body of [...Object.values(forms), json]) expect(await refusal()).toEqual(body);
});

it('escapes what a client sent in an XML error', async () => {
  const { send } = await rawClient({ ticketCount: 1, errorForm: 'wrapper-xml' });
  const answer = await send('GET', `${tickets}/categories?requestType=${encodeURIComponent('<a> & b')}`);
  expect(answer.value).toContain('Invalid requestType: &lt;a&gt; &amp; b.');
});
