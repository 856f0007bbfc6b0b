import { expect, it, vi } from 'vitest';
import { rawClient } from './client.ts';
import { cancelSample, createSample, updateSample } from './samples.ts';

const tickets = '/v1/customer-support-tickets';

async function slowClient(observedSpeed: number) {
  const client = await rawClient({ ticketCount: 60 });
  client.service.set({ observedSpeed });
  const open = client.service.tickets().filter(({ status }) => status === 'New');
  const [one, other] = open;
  if (!one || !other) throw new Error('two new tickets were expected');
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(1_000_000)]), 'plan.bin');
  const send = async (method: string, path: string, body?: Parameters<typeof client.send>[2]) => {
    const beganMs = performance.now();
    const { status } = await client.send(method, path, body);
    return { status, tookMs: performance.now() - beganMs };
  };
  return { ...client, send, one, other, form };
}

it('takes the given share of the observed time for each call, all of them at once', async () => {
  const speed = 0.1; // less would be lost in what the calls take by themselves
  const { send, one, other, form, service } = await slowClient(speed);
  const site = one.site;
  const calls = [
    { ofMs: 2_800 + 25 * 54, call: send('GET', tickets) },
    { ofMs: 2_800 + 2 * 54, call: send('GET', `${tickets}?size=2`) },
    { ofMs: 2_800, call: send('GET', `${tickets}?page=9`) },
    { ofMs: 300, call: send('GET', `${tickets}/categories`) },
    { ofMs: 300, call: send('GET', '/v1/sites') },
    { ofMs: 1_000, call: send('GET', `${tickets}/${one.id}`) },
    { ofMs: 1_000, call: send('POST', tickets, { ...createSample, site }) },
    { ofMs: 3_000, call: send('PUT', `${tickets}/${one.id}`, updateSample) },
    { ofMs: 4_000, call: send('PUT', `${tickets}/${other.id}/cancel`, cancelSample) },
    { ofMs: 1_000, call: send('POST', '/v1/comments', { requestId: one.id, comment: 'Any news?' }) },
    { ofMs: 4_900, call: send('POST', `/v1/attachments?requestId=${one.id}&file_name=plan.bin`, form) },
  ];
  const sumMs = calls.reduce((sum, { ofMs }) => sum + ofMs * speed, 0);
  const beganMs = performance.now();
  for (const { ofMs, call } of calls) {
    const { status, tookMs } = await call;
    expect([200, 201]).toContain(status);
    expect(tookMs).toBeGreaterThan(ofMs * speed - 5);
  }
  expect(performance.now() - beganMs).toBeLessThan(sumMs * 0.8);
  expect(service.tickets()).toHaveLength(61);
});

it('carries a write out at the end of its time, and refuses at once', async () => {
  const { send, one, other, service } = await slowClient(0.1);
  service.clearRequests();
  const updated = send('PUT', `${tickets}/${one.id}`, { title: 'Changed at the end' });
  await vi.waitFor(() => expect(service.requests).toHaveLength(1));
  expect(one.title).not.toBe('Changed at the end');
  const refusals = [
    send('PUT', `${tickets}/${one.id}`, { title: '' }),
    send('PUT', `${tickets}/WO1/cancel`),
    send('POST', tickets, { ...createSample, site: 'XXX001' }),
    send('GET', `${tickets}/WO1`),
    send('GET', `${tickets}?size=0`),
  ];
  const first = await Promise.race([updated.then(() => 'update'), Promise.all(refusals).then(() => 'refusals')]);
  expect(first).toBe('refusals');
  expect((await updated).status).toBe(200);
  expect(one.title).toBe('Changed at the end');

  const twice = [send('PUT', `${tickets}/${other.id}/cancel`), send('PUT', `${tickets}/${other.id}/cancel`)];
  const statuses = (await Promise.all(twice)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 400]);
});
