import { expect, it } from 'vitest';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { rawClient, requestToken } from './client.ts';
import { createSample, type listSample, type ticketSample } from './samples.ts';

const tickets = '/v1/customer-support-tickets';

it('shows a new ticket only after a while, in the list and singly, and takes changes to it at once', async () => {
  const { send, service } = await rawClient({ ticketCount: 5, ticketDelayMs: 20_000 });
  const created = await send('POST', tickets, { ...createSample, site: service.tickets()[0]?.site });
  expect(created).toMatchObject({ status: 201, value: { comments: null, cancelReason: null } });
  const { id } = created.value as typeof ticketSample;
  const firstOfList = async () => {
    const { content, pageable } = (await send('GET', tickets)).value as typeof listSample;
    return [content[0]?.id === id, pageable.totalElements];
  };
  expect(await firstOfList()).toEqual([false, 5]);
  expect((await send('GET', `${tickets}/${id}`)).status).toBe(404);
  expect((await send('POST', '/v1/comments', { requestId: id, comment: 'One more thing.' })).status).toBe(200);

  service.set({ clockOffsetMs: 19_000 });
  expect(await firstOfList()).toEqual([false, 5]);
  service.set({ clockOffsetMs: 21_000 });
  expect(await firstOfList()).toEqual([true, 6]);
  expect((await send('GET', `${tickets}/${id}`)).status).toBe(200);
});

it('shows a new comment only after a while, exactly as its echo had it', async () => {
  const { send, service } = await rawClient({ ticketCount: 20, commentDelayMs: 5_000 });
  const id = service.tickets().find(({ status }) => status === 'New')?.id;
  const echo = await send('POST', '/v1/comments', { requestId: id, comment: ' Any news? ' });
  const comments = async () => ((await send('GET', `${tickets}/${id}`)).value as typeof ticketSample).comments;
  expect(await comments()).toHaveLength(0);
  service.set({ clockOffsetMs: 5_500 });
  expect(await comments()).toEqual([echo.value]);
});

it('hands a token out again with what is left of its life', async () => {
  const { service } = await rawClient({ tokenLifetimeS: 100, reusesTokenUntilS: 10 });
  const token = async ({ clientId, clientSecret }: { clientId: string; clientSecret: string } = demoCredentials) => {
    const form = { client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' };
    const { access_token, expires_in } = await (await requestToken(service, form)).json();
    return { text: access_token, leftS: Number(expires_in) };
  };
  const first = await token();
  service.set({ clockOffsetMs: 85_000 });
  const again = await token();
  expect(again.text).toBe(first.text);
  expect(again.leftS).toBeGreaterThanOrEqual(10);
  expect(again.leftS).toBeLessThanOrEqual(15);
  expect((await token(singleAccountCredentials)).text).not.toBe(first.text);

  service.set({ clockOffsetMs: 92_000 });
  const next = await token();
  expect(next.text).not.toBe(first.text);
  expect(next.leftS).toBe(100);
  service.set({ reusesTokenUntilS: 0 });
  expect((await token()).text).not.toBe(next.text);
});
