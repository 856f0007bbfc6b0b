import { describe, expect, it } from 'vitest';
import { noPermissionCredentials } from '../../electron/demo/credentials.ts';
import { rawClient } from './client.ts';
import { createSample } from './samples.ts';

const tickets = '/v1/customer-support-tickets';
const refusal = (message: RegExp) => ({
  status: 400,
  value: { error: { type: 'client', message: expect.stringMatching(message), correlationId: expect.any(String) } },
});

describe('creating refuses, and names the field', () => {
  it.each([
    ['title', '', /title is required/],
    ['title', 'x'.repeat(161), /title .*160/],
    ['site', 'XXX001', /site: XXX001/],
    ['location', 'x'.repeat(41), /location .*40/],
    ['requestType', 'Remote Hands', /requestType: Remote Hands/],
    ['category', 'Parking', /category Parking does not belong/],
    ['description', 'x'.repeat(32_001), /description .*32000/],
    ['customerReference', 'x'.repeat(41), /customerReference .*40/],
    ['notificationRecipients', 'nobody', /email addresses/],
    ['title', 7, /title must be a text/],
    ['priority', 'high', /Unrecognized key/],
  ])('%s %#', async (field, value, message) => {
    const { send, service } = await rawClient({ ticketCount: 10 });
    const site = service.tickets()[0]?.site;
    expect(await send('POST', tickets, { ...createSample, site, [field]: value })).toEqual(refusal(message));
    expect(service.tickets()).toHaveLength(10);
  });

  it('but takes each field at its limit', async () => {
    const { send, service } = await rawClient({ ticketCount: 10 });
    const site = service.tickets()[0]?.site;
    const atLimits = {
      ...createSample,
      site,
      title: 'x'.repeat(160),
      location: 'x'.repeat(40),
      description: 'x'.repeat(32_000),
    };
    expect((await send('POST', tickets, atLimits)).status).toBe(201);
  });
});

it.each(['', '{', '[]', 'null'])('refuses the body %j', async (body) => {
  const { send } = await rawClient({ ticketCount: 10 });
  expect((await send('POST', tickets, body)).status).toBe(400);
});

it('changes, cancels, comments and attaches only to open tickets', async () => {
  const { send, service } = await rawClient();
  const id = service.tickets().find((ticket) => ticket.status === 'Completed')?.id ?? '';
  const form = new FormData();
  form.set('file', new Blob(['x']), 'x.txt');
  const answers = [
    await send('PUT', `${tickets}/${id}`, { title: 'New title' }),
    await send('PUT', `${tickets}/${id}/cancel`),
    await send('POST', '/v1/comments', { requestId: id, comment: 'x' }),
    await send('POST', `/v1/attachments?requestId=${id}&file_name=x.txt`, form),
  ];
  for (const answer of answers) expect(answer).toEqual(refusal(/is Completed/));
});

it('cancels for one of three reasons, and without one', async () => {
  const { send, service } = await rawClient();
  const [one, other] = service.tickets().filter((ticket) => ticket.status === 'New');
  expect(await send('PUT', `${tickets}/${one?.id}/cancel`, { cancelReason: 'Changed my mind' })).toEqual(
    refusal(/cancelReason/),
  );
  expect((await send('PUT', `${tickets}/${one?.id}/cancel`, { cancelReason: 'Duplicate request' })).status).toBe(200);
  expect((await send('PUT', `${tickets}/${other?.id}/cancel`)).status).toBe(200);
});

it('limits comments and answers an empty file as the vendor does', async () => {
  const { send, service } = await rawClient();
  const id = service.tickets().find((ticket) => ticket.status === 'New')?.id;
  expect(await send('POST', '/v1/comments', { requestId: id, comment: 'x'.repeat(4_001) })).toEqual(refusal(/4000/));
  expect(await send('POST', '/v1/comments', { requestId: id, comment: '  ' })).toEqual(refusal(/required/));
  const form = new FormData();
  form.set('file', new Blob([]), 'empty.txt');
  const answer = await send('POST', `/v1/attachments?requestId=${id}&file_name=empty.txt`, form);
  expect([answer.status, JSON.stringify(answer.value)]).toEqual([
    500,
    expect.stringContaining('Snow downstream error'),
  ]);
});

it('wants a good token, both account headers and the permission', async () => {
  const { send, service } = await rawClient({ tokenLifetimeS: 60 });
  expect((await send('GET', tickets, undefined, { Authorization: 'Bearer wrong' })).status).toBe(401);
  expect(await send('GET', tickets, undefined, { 'Account-Id': '' })).toEqual(refusal(/Account-Id/));
  expect(await send('GET', tickets, undefined, { 'Account-Id': 'unknown' })).toEqual(
    refusal(/Missing accounts : \[unknown]/),
  );
  service.set({ clockOffsetMs: 61_000 });
  expect((await send('GET', tickets)).status).toBe(401);

  const withoutPermission = await rawClient({}, noPermissionCredentials);
  expect((await withoutPermission.send('GET', tickets)).status).toBe(404);
  expect((await withoutPermission.send('GET', '/v1/sites')).status).toBe(200);
});
