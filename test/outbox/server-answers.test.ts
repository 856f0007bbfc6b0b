/* What the server's answers to a change mean: a limit, a refusal, or a fault that says nothing about whether it arrived. */

import { expect, it, vi } from 'vitest';
import type { ChangeId } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { Fault } from '../../electron/demo/options.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { change, changesOf, kinds, timesThere, writing } from '../support/change-kinds.ts';
import { clientOf } from '../support/client.ts';
import { diskOf, eventually, itemIn, openTicket, ownOutbox, reached, type TestOutbox } from '../support/outbox.ts';
import { ownService, ownSession, signInTo } from '../support/session.ts';

/** A client to which every error names a pause that is over at once. */
const clientWithoutPauses = (service: DemoService) =>
  clientOf(service, {
    fetch: async (input, init) => {
      const { status, headers, body } = await fetch(input, init);
      return new Response(body, { status, headers: { ...Object.fromEntries(headers), 'Retry-After': '0' } });
    },
  });

const writes = ({ requests }: DemoService) =>
  requests.filter(({ method, path }) => method !== 'GET' && !path.includes('token'));

const comment = ({ outbox }: TestOutbox, service: DemoService, place: number, text: string): ChangeId =>
  outbox.add({ kind: 'comment', ticketId: openTicket(service, place).id, comment: text }, null).id;

it('repeats a change of each kind by itself after a limit of the rate under 500, and it is there once', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, { api: await clientWithoutPauses(service) });
  service.set({ faults: writing('spike-arrest', 4) });
  for (const [kind, id] of await changesOf(kinds, service, test)) {
    const { answer } = await reached(test, id, { state: 'sent' });
    expect(answer).not.toMatch(/fault|Found/); // it was sent again, and not searched for
    expect(timesThere(kind, service)).toBe(1);
  }
});

it('slows everything down while the server limits the rate, one change at a time', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'spike-arrest', match: { method: 'POST' } }] });
  const ids = [0, 1, 2, 3].map((place) => comment(test, service, place, 'Not so fast'));
  await eventually(() => expect(test.problems.length).toBeGreaterThan(0));
  await eventually(() => expect(ids.filter((id) => itemIn(test, id)?.state === 'sending')).toEqual([]));
  expect(ids.map((id) => itemIn(test, id)?.state)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
  const before = writes(service).length;
  expect(before).toBeLessThanOrEqual(3); // those that were under way together
  const late = comment(test, service, 4, 'Nor is this one faster');
  expect([itemIn(test, late)?.state, writes(service).length]).toEqual(['waiting', before]);

  service.set({ faults: [] });
  service.clearRequests();
  const first = ids[0];
  if (first) test.outbox.send(first); // the user's wish goes before the pause, but for this change alone
  if (first) await reached(test, first, { state: 'sent' });
  expect(writes(service)).toHaveLength(1);
});

it('refuses what is not permitted, in the server’s words, and goes on with the rest', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({
    faults: ['POST', 'PUT'].map((method) => ({ kind: 'not-permitted', match: { method, path: '/v1/' } })),
  });
  const ids = await changesOf(kinds, service, test);
  for (const id of ids.values()) {
    expect((await reached(test, id, { state: 'refused' })).problem).toMatchObject({
      kind: 'not-permitted',
      serverMessage: 'The requested operation is not permitted for the user.',
      correlationId: '5f3c1e9a-demo-fault',
    });
  }
  service.set({ faults: [] });
  await reached(test, comment(test, service, 1, 'Goes on'), { state: 'sent' });
  for (const kind of ids.keys()) expect(timesThere(kind, service)).toBe(0);
});

it('refuses an edit of a ticket that may not be read', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'not-permitted', match: { method: 'GET' } }] });
  const item = await reached(test, await change('update', service, test), { state: 'refused' });
  expect(item.problem?.serverMessage).toBe('The requested operation is not permitted for the user.');
});

const words = 'SNOW error. System Error';
const correlationId = '5f3c1e9a-demo-fault';
const known = { serverMessage: expect.stringContaining(words), correlationId, httpStatus: 500 };

/** Answers so many requests that change something with an error in one of the vendor's forms. */
const failing = (errorForm: NonNullable<Fault['errorForm']>, times: number): Fault[] =>
  writing('error-json', times).map((fault) => ({ ...fault, errorForm, message: words }));

it.each([
  ['json', kinds],
  ['wrapper-json', ['comment', 'cancel']],
  ['wrapper-xml', ['comment', 'update']],
  ['fault', ['comment', 'update']],
] as const)('keeps the words of a fault until the end, in the form %s of %j', async (form, some) => {
  const service = await ownService();
  const test = await ownOutbox(service, {
    retryPolicy: { searchDelaysMs: [100, 0], firstRetryMs: 100, longestRetryMs: 100 },
  });
  service.set({ faults: failing(form, 99) });
  const ids = await changesOf(some, service, test);
  const { correlationId: _id, ...withoutId } = known; // the gateway's own form has no room for one
  const expected = form === 'fault' ? withoutId : known;
  for (const [kind, id] of ids) {
    const { problem } = await eventually(() => {
      const item = itemIn(test, id);
      expect(item).toMatchObject({ state: 'unconfirmed', problem: expected });
      return item as NonNullable<typeof item>;
    });
    expect(problem?.message).toMatch(/^The server reported a fault: “.*SNOW error. System Error/);
    if (kind === 'update' || kind === 'cancel') continue;
    const undecided = (await reached(test, id, { needsDecision: true })).problem;
    expect(undecided).toMatchObject({ ...expected, kind: 'not-confirmed', message: expect.stringContaining(words) });
    expect(undecided?.message).not.toContain('No answer');
  }
  service.set({ faults: [] });
  for (const [kind, id] of ids) {
    if (itemIn(test, id)?.needsDecision) test.outbox.send(id);
    const { answer } = await reached(test, id, { state: 'sent' });
    expect(answer).toMatch(/The server reported a fault: “.*SNOW error. System Error/);
    if (form !== 'fault') expect(answer).toContain(correlationId); // beside the id of the answer that confirmed it
    expect(timesThere(kind, service)).toBe(1);
  }
});

it('reads a fault that comes with status 200', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'error-under-200', match: { method: 'POST' }, times: 1, message: words }] });
  const { problem } = await reached(test, comment(test, service, 0, 'Said once'), { needsDecision: true });
  expect(problem).toMatchObject({ ...known, httpStatus: 200 });
});

it('keeps the words in the log of what turns out to have arrived', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: writing('error-after', 3) });
  for (const id of (await changesOf(kinds, service, test)).values()) {
    const item = await reached(test, id, { state: 'sent' });
    expect(item).toMatchObject({ correlationId, problem: null });
    expect(item.answer).toContain('The server reported a fault: “Internal processing failed.” (status 500)');
  }
});

it('keeps the words while the server cannot be asked, and over a restart', async () => {
  const service = await ownService();
  const api = await clientOf(service);
  const test = await ownOutbox(service, { api, retryPolicy: { searchDelaysMs: [50, 50] } });
  service.set({ faults: failing('wrapper-json', 1) });
  const id = comment(test, service, 0, 'Said once');
  await reached(test, id, { state: 'unconfirmed' });
  await service.setConnected(false);
  const known = {
    serverMessage: expect.stringContaining(words),
    correlationId: '5f3c1e9a-demo-fault',
    httpStatus: 500,
  };
  await eventually(() => expect(itemIn(test, id)?.problem).toMatchObject({ kind: 'no-connection', ...known }));
  expect(itemIn(test, id)?.problem?.kept).toContain(words);
  const reopened = await ownOutbox(service, { api, folder: await diskOf(test.folder) });
  expect(itemIn(reopened, id)?.problem).toMatchObject(known);
  await service.setConnected(true);
  expect((await reached(reopened, id, { needsDecision: true })).problem).toMatchObject({
    kind: 'not-confirmed',
    ...known,
  });
});

it('no longer says that the server cannot be reached once it could be searched', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, { retryPolicy: { searchDelaysMs: [50, 60_000] } });
  service.set({ faults: failing('json', 1) });
  const id = comment(test, service, 0, 'Said once');
  await reached(test, id, { state: 'unconfirmed' });
  await service.setConnected(false);
  await eventually(() => expect(itemIn(test, id)?.problem?.kind).toBe('no-connection'));
  await service.setConnected(true);
  await eventually(() => expect(itemIn(test, id)?.problem).toMatchObject({ kind: 'server-error', ...known }));
});

it('does not let silence or another fault of a search replace them', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, { timeLimitMs: 200 });
  service.set({ faults: [...failing('json', 1), { kind: 'hang', match: { method: 'PUT' }, times: 1 }] });
  const id = await change('update', service, test);
  const item = await reached(test, id, { state: 'sent' });
  expect(item.answer).toContain(words);
});

it.each([
  ['drop-before', 'No answer came, and the server has nothing like it.'],
  ['captive-portal', 'The network answered instead of the server, and the server has nothing like it.'],
  ['wrong-shape', 'The answer could not be read, and the server has nothing like it.'],
] as const)('says what came in place of an answer (%s)', async (kind, message) => {
  const service = await ownService();
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind, match: { method: 'POST' }, times: 1 }] });
  const item = await reached(test, comment(test, service, 0, 'Said once'), { needsDecision: true });
  expect(item.problem?.message).toBe(message);
});

it('blames no server for what the network answered in its place, nor for an answer that is cut off, whatever id comes with it', async () => {
  const service = await ownService();
  const api = await clientOf(service, {
    fetch: async (input, init) => {
      const { status, headers, body } = await fetch(input, init);
      return new Response(body, { status, headers: { ...Object.fromEntries(headers), 'X-Request-Id': 'a1' } });
    },
  });
  const test = await ownOutbox(service, { api });
  for (const [place, kind, message] of [
    [0, 'captive-portal', /^The network answered instead of the server, and/],
    [1, 'wrong-shape', /^The answer could not be read, and/],
  ] as const) {
    service.set({ faults: [{ kind, match: { method: 'POST' }, times: 1 }] });
    const { problem } = await reached(test, comment(test, service, place, 'Said once'), { needsDecision: true });
    expect(problem?.message).toMatch(message);
  }
});

it('says where the server does not let the user look whether a comment arrived', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, { retryPolicy: { searchDelaysMs: [50, 0] } });
  service.set({ faults: [{ kind: 'drop-before', match: { path: '/v1/comments' }, times: 1 }] });
  const id = comment(test, service, 0, 'Said once');
  await reached(test, id, { state: 'unconfirmed' });
  service.set({ faults: [{ kind: 'not-permitted', match: { method: 'GET' } }] });
  const { problem } = await reached(test, id, { needsDecision: true });
  expect(problem?.message).toBe('No answer came, and the server does not let you look.');
});

it('shows the problem that keeps the changes now, also of those that met another one before', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  await service.setConnected(false);
  const ids = [0, 1, 2, 3, 4].map((place) => comment(test, service, place, 'Waits'));
  for (const id of ids) {
    test.outbox.send(id); // by itself, only the first three are tried again and again
    await eventually(() => expect(itemIn(test, id)?.problem?.kind).toBe('no-connection'));
  }
  service.set({ faults: [{ kind: 'unauthorized', message: 'The client is blocked.' }] });
  await service.setConnected(true);
  test.outbox.wake();
  const problem = { kind: 'wrong-credentials', serverMessage: 'The client is blocked.' };
  await eventually(() => expect(ids.map((id) => itemIn(test, id)?.problem)).toMatchObject(ids.map(() => problem)));
});

it('asks again as soon as the sync has heard that the sign-in is refused', async () => {
  const service = await ownService({ ticketCount: 30 });
  const { session, statuses } = await ownSession();
  await session.signIn(signInTo(service, singleAccountCredentials));
  await vi.waitFor(() => expect(session.workspace.sync.status.confirmedAtMs).not.toBeNull());
  await service.setConnected(false);
  const { outbox, sync } = session.workspace;
  outbox.add({ kind: 'comment', ticketId: openTicket(service).id, comment: 'Waits' }, null);
  const kind = () => outbox.list().items[0]?.problem?.kind;
  await eventually(() => expect(kind()).toBe('no-connection'));
  sync.syncNow();
  await eventually(() => expect(statuses.at(-1)?.connection).toBe('offline'));
  service.set({ faults: [{ kind: 'unauthorized' }] });
  await service.setConnected(true);
  sync.syncNow();
  await eventually(() => expect(statuses.at(-1)?.connection).toBe('refused'));
  await eventually(() => expect(kind()).toBe('wrong-credentials'));
});
