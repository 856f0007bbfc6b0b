import { describe, expect, it } from 'vitest';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import { change, kinds, timesThere, writing } from '../support/change-kinds.ts';
import { clientOf } from '../support/client.ts';
import { eventually, itemIn, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';
import { aDetail } from '../support/tickets.ts';

describe.each(kinds)('%s', (kind) => {
  it.each(['drop-after', 'hang-after', 'error-after'] as const)(
    'done, but the answer was lost (%s): found',
    async (fault) => {
      const service = await ownService();
      const test = await ownOutbox(service, { timeLimitMs: 400 });
      service.set({ faults: writing(fault) });
      const id = await change(kind, service, test);
      await reached(test, id, { state: 'sent' });
      expect(timesThere(kind, service)).toBe(1);
    },
  );

  it.each(['drop-before', 'error-json'] as const)('not done, and no answer (%s): never twice', async (fault) => {
    const service = await ownService();
    const test = await ownOutbox(service);
    service.set({ faults: writing(fault) });
    const id = await change(kind, service, test);
    if (kind !== 'update' && kind !== 'cancel') {
      await reached(test, id, { state: 'unconfirmed', needsDecision: true });
      expect(itemIn(test, id)?.problem?.kind).toBe('not-confirmed');
      test.outbox.send(id);
    }
    await reached(test, id, { state: 'sent' });
    expect(timesThere(kind, service)).toBe(1);
  });

  it('stays unconfirmed as long as the server cannot be asked', async () => {
    const service = await ownService();
    let isCut = false;
    const cuttingFetch: typeof fetch = async (input, init) => {
      if (isCut) throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
      isCut = (input instanceof Request ? input.method : init?.method) !== 'GET';
      return await fetch(input, init);
    };
    const test = await ownOutbox(service, { api: await clientOf(service, { fetch: cuttingFetch }) });
    service.set({ faults: writing('drop-after') });
    const id = await change(kind, service, test);
    await eventually(() =>
      expect(itemIn(test, id)).toMatchObject({ state: 'unconfirmed', problem: { kind: 'no-connection' } }),
    );
    await eventually(() => expect(test.problems.length).toBeGreaterThan(6));
    expect(itemIn(test, id)).toMatchObject({ state: 'unconfirmed', needsDecision: false });
    isCut = false;
    await reached(test, id, { state: 'sent' });
    expect(timesThere(kind, service)).toBe(1);
  });
});

it('searches long enough for a comment that takes a while to appear', async () => {
  const service = await ownService({ commentDelayMs: 2_000 });
  const test = await ownOutbox(service, { retryPolicy: { searchDelaysMs: [0, 20, 3_500] } });
  service.set({ faults: writing('drop-after') });
  const id = await change('comment', service, test);
  await reached(test, id, { state: 'unconfirmed' });
  await reached(test, id, { state: 'sent' });
  expect(timesThere('comment', service)).toBe(1);
});

it('counts comments of the same words: one that another change made is not taken again', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const first = await change('comment', service, test);
  await reached(test, first, { state: 'sent' });
  service.set({ faults: writing('drop-before') });
  const second = await change('comment', service, test);
  await reached(test, second, { state: 'unconfirmed', needsDecision: true });
  expect(timesThere('comment', service)).toBe(1);
});

it('does not take for its own what another change made', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  await reached(test, await change('create', service, test), { state: 'sent' });
  service.set({ faults: writing('drop-before') });
  await reached(test, await change('create', service, test), { needsDecision: true });
  expect(timesThere('create', service)).toBe(1);
});

it('does not take for its own what was known before it was sent', async () => {
  const service = await ownService();
  const colleague = await ownOutbox(service);
  await reached(colleague, await change('create', service, colleague), { state: 'sent' });
  const test = await ownOutbox(service);
  const [made] = colleague.cache.page({
    view: 'all',
    filters: noFilters,
    search: '',
    sort: defaultSort,
    offset: 0,
    limit: 1,
  }).rows;
  if (made) test.cache.saveTicket(made, aDetail(), 1);
  service.set({ faults: writing('drop-before') });
  await reached(test, await change('create', service, test), { needsDecision: true });
});

it.each([-3_600_000, 3_600_000])(
  'finds what it made by the server’s clock, which is off by %d ms',
  async (clockOffsetMs) => {
    const service = await ownService({ clockOffsetMs });
    const test = await ownOutbox(service, { skewMs: () => -clockOffsetMs });
    service.set({ faults: writing('drop-after') });
    const id = await change('create', service, test);
    await reached(test, id, { state: 'sent' });
  },
);

it('searches before it sends again: what arrived late is not doubled', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: writing('drop-before') });
  const id = await change('comment', service, test);
  await reached(test, id, { needsDecision: true });
  const late = await ownOutbox(service); // stands for a network that delivers late
  await reached(late, await change('comment', service, late), { state: 'sent' });
  test.outbox.send(id);
  await reached(test, id, { state: 'sent' });
  expect(timesThere('comment', service)).toBe(1);
});
