import { expect, it, vi } from 'vitest';
import { asObserved } from '../../electron/demo/as-observed.ts';
import { commandOptionsSchema } from '../../electron/demo/command-options.ts';
import { rawClient } from './client.ts';
import { createSample, type listSample, type ticketSample } from './samples.ts';

const tickets = '/v1/customer-support-tickets';
const limit = { interval: 10 };

it('answers slowly, late and in every form, and does what it is asked', async () => {
  const { send, service } = await rawClient({ ticketCount: 200, ...asObserved(0.01) });
  const beganMs = performance.now();
  const list = (await send('GET', `${tickets}?size=150`)).value as typeof listSample;
  expect(performance.now() - beganMs).toBeGreaterThan(100);
  expect(list.pageable).toMatchObject({ size: 150, totalElements: 200, numberOfElements: 150, last: false });

  const created = await send('POST', tickets, { ...createSample, site: service.tickets()[0]?.site });
  expect(created.status).toBe(201);
  const { id } = created.value as typeof ticketSample;
  await vi.waitFor(async () => expect((await send('GET', `${tickets}/${id}`)).status).toBe(200), limit);
  const comment = await send('POST', '/v1/comments', { requestId: id, comment: 'Any news?' });
  const read = async () => (await send('GET', `${tickets}/${id}`)).value;
  await vi.waitFor(async () => expect(await read()).toMatchObject({ comments: [comment.value] }), limit);

  const refusals = new Set<string>();
  const empties = new Set<string>();
  for (let call = 0; call < 5; call++) {
    const refusal = await send('GET', `${tickets}?size=0`);
    refusals.add(JSON.stringify(refusal.value).slice(0, 12));
    empties.add(JSON.stringify((await send('GET', `/v1/attachments/${id}`)).value));
  }
  expect(refusals.size).toBe(4);
  expect([...empties].sort()).toEqual(['""', '[]', 'null', '{}']);
  expect((await send('GET', '/v1/service-tickets')).status).toBe(200);
});

it('is what the command asks for by a word, to the given share; what is given on its own counts more', () => {
  const given = { 'as-observed': true, speed: '0.1', 'page-cap': '30', tickets: '900', 'changes-every': '0' };
  expect(commandOptionsSchema.parse(given)).toEqual({
    port: 0,
    options: { ...asObserved(0.1), pageCap: 30, ticketCount: 900, changesEveryMs: 0, latencyMs: 0 },
  });
  expect(commandOptionsSchema.parse({ 'as-observed': true }).options).toMatchObject(asObserved(1));
  expect(commandOptionsSchema.parse({ latency: '80' }).options).toEqual({
    latencyMs: 80,
    ticketCount: 8_567,
    changesEveryMs: 40_000,
  });
  expect(commandOptionsSchema.safeParse({ speed: '0.1' }).error?.issues).toMatchObject([{ path: ['speed'] }]);
});
