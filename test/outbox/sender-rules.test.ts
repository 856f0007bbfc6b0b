/* What becomes of changes while they are sent, each rule by itself; `sender.test.ts` has the whole outbox do it. */

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { UnsentError } from '../../electron/api/network-errors.ts';
import type { Change } from '../../electron/contract/change.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { type ChangeId, localTicketId } from '../../electron/contract/ids.ts';
import { ProblemError, type ProblemKind, problem } from '../../electron/contract/problem.ts';
import type { RetryPolicy } from '../../electron/outbox/backoff.ts';
import { ChangeTable } from '../../electron/outbox/change-table.ts';
import type { Deliverer } from '../../electron/outbox/deliver.ts';
import { notConfirmed } from '../../electron/outbox/lost-answer.ts';
import { outboxMigrations } from '../../electron/outbox/outbox-file.ts';
import type { NotFound, Reconciler } from '../../electron/outbox/reconcile.ts';
import { Sender } from '../../electron/outbox/sender.ts';
import type { Confirmed } from '../../electron/outbox/stored-change.ts';
import type { YoungTickets } from '../../electron/outbox/young-tickets.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { memoryDatabase } from '../support/cache.ts';
import { changeIdOf } from '../support/stored-change.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const policy: RetryPolicy = {
  searchDelaysMs: [1_000, 3_000, 5_000],
  discardSearchDelaysMs: [],
  firstRetryMs: 2_000,
  longestRetryMs: 60_000,
  closeGraceMs: 0,
  copyGraceMs: 0,
};

const confirmed: Confirmed = { confirmation: { serverRef: null, answer: 'Done.' }, ticket: null };
const nothingFound: NotFound = { kind: 'not-found', lookalikes: [], isAllowed: true };
const ticket = { summary: aTicket(10), detail: aDetail() };

/** An answer that a test gives when it likes. */
function answer<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}

/** Lets what is under way go on, without any time passing. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A sender with a table in memory. Unless the test says otherwise, every change can be sent and is confirmed at once. */
function own() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const file = memoryDatabase();
  onTestFinished(async () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    await file.close();
  });
  migrate(file, outboxMigrations);
  const table = new ChangeTable(file);
  const reconcile = vi.fn<Reconciler['reconcile']>(async () => ({ kind: 'sendable', ticket, priorRefs: null }));
  const deliver = vi.fn<Deliverer['deliver']>(async () => confirmed);
  const lagOf = vi.fn<YoungTickets['lagOf']>(() => null);
  const happened: string[] = [];
  const numberOf = (id: ChangeId) => Number(id.slice(-4));
  /** What the window was last told, by number. */
  const shown = new Map<number, string>();
  const show = () => {
    shown.clear();
    for (const { id, state } of table.pending()) shown.set(numberOf(id), state);
  };
  const sender: Sender = new Sender(
    table,
    { reconcile } as unknown as Reconciler,
    { deliver } as unknown as Deliverer,
    { lagOf } as unknown as YoungTickets,
    { nowMs: () => 5_000 + performance.now(), skewMs: () => 70 },
    policy,
    {
      onItemsChanged: show,
      onConfirmed: (stored, { confirmation }) => {
        happened.push(`confirmed ${numberOf(stored.id)}`);
        table.markSent(stored.id, 9_000, confirmation);
      },
      onRefused: ({ id }) => happened.push(`refused ${numberOf(id)}`),
      onProblem: ({ kind }) => happened.push(`problem ${kind}`),
    },
  );
  /** Adds a comment on a ticket, or another change, under its number. */
  const add = (number: number, on: number | Change = number) => {
    const id = changeIdOf(number);
    const change: Change = typeof on === 'number' ? { kind: 'comment', ticketId: ticketId(on), comment: 'x' } : on;
    const of = change.kind === 'create' ? localTicketId(id) : change.ticketId;
    table.insert({ id, groupId: null, ticketId: of, ticketTitle: '', change, createdAtMs: 0 });
    return id;
  };
  const found = (number: number) => table.find(changeIdOf(number));
  /** The numbers of the changes that were sent, in their order. */
  const sent = () => deliver.mock.calls.map(([{ id }]) => numberOf(id));
  const searched = () => reconcile.mock.calls.map(([{ id }]) => numberOf(id));
  return { sender, table, file, reconcile, deliver, lagOf, happened, shown, add, found, sent, searched };
}

const failure = (kind: ProblemKind, details: Partial<ProblemError['problem']> = {}) => new ProblemError(kind, details);
const unsent = (kind: ProblemKind) => new UnsentError(problem(kind));
const edit = (number: number): Change => ({
  ...{ kind: 'update', ticketId: ticketId(number) },
  ...{ fields: { title: 'New' }, base: { title: 'Old' } },
});
const create = (title: string): Change => ({
  kind: 'create',
  fields: { ...emptyNewTicket, title, site: 'AMS017', requestType: 'Amenities', category: 'Parking', description: 'x' },
});

describe('a change', () => {
  it('is on the disk as being sent before it leaves, and in the log afterwards', async () => {
    const { sender, reconcile, deliver, add, found, shown, happened } = own();
    const reply = answer<Confirmed>();
    deliver.mockReturnValue(reply.promise);
    reconcile.mockResolvedValue({ kind: 'sendable', ticket, priorRefs: ['WO9'] });
    add(1);
    sender.beginDue();
    await settle();
    expect(deliver).toHaveBeenCalledOnce();
    expect(deliver.mock.calls[0]?.slice(1)).toEqual([ticket, expect.any(Function), expect.any(AbortSignal)]);
    const times = { firstSentAtMs: 5_000 + performance.now(), firstSentSkewMs: 70 };
    expect(found(1)).toMatchObject({ state: 'sending', priorRefs: ['WO9'], ...times });
    expect(shown).toEqual(new Map([[1, 'sending']]));
    reply.resolve(confirmed);
    await settle();
    expect([found(1)?.state, happened, shown]).toEqual(['sent', ['confirmed 1'], new Map()]);
  });

  it('is not sent twice, however often it is asked for', async () => {
    const { sender, add, sent, searched } = own();
    add(1);
    for (let time = 0; time < 3; time++) sender.beginDue();
    await settle();
    sender.beginDue();
    await settle();
    expect([searched(), sent()]).toEqual([[1], [1]]);
  });

  it('is followed by the next one of its ticket, and goes beside two of others', async () => {
    const { sender, deliver, add, sent } = own();
    const replies = [1, 2, 3, 4, 5].map(() => answer<Confirmed>());
    for (const { promise } of replies) deliver.mockReturnValueOnce(promise);
    for (const [number, on] of [1, 1, 2, 3, 4].entries()) add(number + 1, on);
    sender.beginDue();
    await settle();
    expect(sent()).toEqual([1, 3, 4]);
    replies[1]?.resolve(confirmed);
    await settle();
    expect(sent()).toEqual([1, 3, 4, 5]);
    replies[0]?.resolve(confirmed);
    await settle();
    expect(sent()).toEqual([1, 3, 4, 5, 2]);
  });

  it('goes alone while the server limits the rate', async () => {
    const { sender, deliver, add, sent } = own();
    deliver.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs: 1_000 }));
    add(1);
    sender.beginDue();
    await settle();
    const reply = answer<Confirmed>();
    deliver.mockReturnValue(reply.promise);
    add(2);
    add(3);
    await pass(5_000);
    expect(sent()).toEqual([1, 1]);
    reply.resolve(confirmed);
    await settle();
    expect(sent()).toEqual([1, 1, 2, 3]);
  });

  it('that the server has already is confirmed without being sent', async () => {
    const { sender, reconcile, add, found, sent, happened, shown } = own();
    reconcile.mockResolvedValue({ kind: 'confirmed', ...confirmed });
    add(1);
    sender.beginDue();
    await settle();
    expect([found(1)?.state, happened, sent(), shown]).toEqual(['sent', ['confirmed 1'], [], new Map()]);
  });

  it('that may not be made is refused with what others wrote, and the ticket goes on', async () => {
    const { sender, reconcile, add, found, sent, happened, shown } = own();
    reconcile.mockResolvedValueOnce({
      ...{ kind: 'refused', problem: problem('conflict') },
      conflict: { title: 'Theirs' },
    });
    add(1, edit(1));
    add(2, 1);
    sender.beginDue();
    await settle();
    const answeredAtMs = 5_000 + performance.now();
    expect(found(1)).toMatchObject({ state: 'refused', conflict: { title: 'Theirs' }, answeredAtMs });
    expect([happened, sent(), shown]).toEqual([['refused 1', 'confirmed 2'], [2], new Map([[1, 'refused']])]);
  });

  it('of which the server cannot be asked waits, longer each time', async () => {
    const { sender, reconcile, add, found, searched, happened, shown } = own();
    reconcile.mockRejectedValue(failure('server-error'));
    add(1);
    sender.beginDue();
    await settle();
    expect(found(1)).toMatchObject({ state: 'waiting', problem: { kind: 'server-error' } });
    expect([happened, shown]).toEqual([['problem server-error'], new Map([[1, 'waiting']])]);
    await pass(1_999);
    expect(searched()).toHaveLength(1);
    await pass(1);
    expect(searched()).toHaveLength(2);
    await pass(3_999);
    expect(searched()).toHaveLength(2);
    await pass(1);
    expect(searched()).toHaveLength(3);
  });
});

describe('a sending that fails', () => {
  it('without any effect is repeated, and what it waits for is shown', async () => {
    const { sender, deliver, add, found, sent, happened, shown } = own();
    deliver.mockRejectedValueOnce(unsent('unknown-host'));
    add(1);
    sender.beginDue();
    await settle();
    expect(found(1)).toMatchObject({ state: 'waiting', problem: { kind: 'unknown-host' }, firstSentAtMs: null });
    expect([happened, shown]).toEqual([['problem unknown-host'], new Map([[1, 'waiting']])]);
    await pass(1_999);
    expect(sent()).toEqual([1]);
    await pass(1);
    expect([sent(), found(1)?.state]).toEqual([[1, 1], 'sent']);
  });

  it('because the server refuses it puts it before the user', async () => {
    const { sender, deliver, add, found, sent, happened, shown } = own();
    deliver.mockRejectedValue(failure('not-found', { correlationId: 'c' }));
    add(1);
    add(2, create('New'));
    sender.beginDue();
    await settle();
    const answeredAtMs = 5_000 + performance.now();
    const refused = { state: 'refused', firstSentAtMs: null, answeredAtMs, correlationId: 'c' };
    expect(found(1)).toMatchObject({ ...refused, problem: { kind: 'not-found' } });
    expect(found(2)).toMatchObject({ ...refused, problem: { kind: 'no-permission' } });
    expect(happened.toSorted()).toEqual(['problem not-found', 'problem not-found', 'refused 1', 'refused 2']);
    expect(shown).toEqual(new Map([1, 2].map((number) => [number, 'refused'])));
    await pass(3_600_000);
    expect(sent()).toHaveLength(2);
  });

  it('because a new ticket is not known everywhere is repeated, in the words for that', async () => {
    const { sender, deliver, lagOf, add, found, happened } = own();
    const error = failure('not-found');
    deliver.mockRejectedValueOnce(error);
    lagOf.mockReturnValueOnce(failure('not-found', { message: 'Not yet.' }));
    add(1);
    sender.beginDue();
    await settle();
    expect(lagOf).toHaveBeenCalledExactlyOnceWith(ticketId(1), error);
    expect(found(1)).toMatchObject({ state: 'waiting', problem: { kind: 'not-found', message: 'Not yet.' } });
    expect(happened).toEqual(['problem not-found']);
    await pass(2_000);
    expect(found(1)?.state).toBe('sent');
  });

  it('in a way that is not understood is taken for one that may have arrived', async () => {
    const { sender, deliver, add, found } = own();
    deliver.mockRejectedValueOnce(new Error('bug'));
    add(1);
    sender.beginDue();
    await settle();
    expect(found(1)).toMatchObject({ state: 'unconfirmed', lostAnswer: { kind: 'internal' } });
  });
});

describe('a change whose answer is lost', () => {
  /** A comment was sent; nothing came back. */
  async function lost(kind: ProblemKind = 'no-connection', change?: Change) {
    const test = own();
    test.deliver.mockRejectedValueOnce(failure(kind));
    test.add(1, change);
    test.sender.beginDue();
    await settle();
    expect(test.found(1)).toMatchObject({ state: 'unconfirmed', problem: null, lostAnswer: { kind } });
    expect(test.shown).toEqual(new Map([[1, 'unconfirmed']]));
    test.reconcile.mockClear();
    return test;
  }

  it('is searched for after each of the delays, and then put before the user', async () => {
    const { reconcile, found, searched, sent, shown } = await lost('timeout');
    reconcile.mockResolvedValue(nothingFound);
    for (const [times, delayMs] of policy.searchDelaysMs.entries()) {
      await pass(delayMs - 1);
      expect([searched().length, found(1)?.needsDecision]).toEqual([times, false]);
      await pass(1);
      expect(searched()).toHaveLength(times + 1);
    }
    expect(found(1)).toMatchObject({ state: 'unconfirmed', needsDecision: true, problem: { kind: 'not-confirmed' } });
    expect(shown).toEqual(new Map([[1, 'unconfirmed']]));
    await pass(3_600_000);
    expect([searched().length, sent()]).toEqual([3, [1]]);
  });

  it('is put before the user with what may be it, or that it may not be read', async () => {
    const lookalike = {
      ...{ ref: 'ref', label: 'Words', appearedOn: '2026-01-01 10:00:00' },
      echo: { text: 'Words', author: 'Jane', madeOn: '2026-01-01 10:00:00' },
    };
    const asked = async (result: NotFound) => {
      const { reconcile, found } = await lost('timeout');
      reconcile.mockResolvedValue(result);
      for (const delayMs of policy.searchDelaysMs) await pass(delayMs);
      return found(1);
    };
    const cause = problem('timeout');
    expect(await asked(nothingFound)).toMatchObject({ problem: notConfirmed(cause, 'nothing'), lookalikes: [] });
    expect(await asked({ ...nothingFound, lookalikes: [lookalike], isAllowed: false })).toMatchObject({
      problem: notConfirmed(cause, 'lookalikes'),
      lookalikes: [lookalike],
    });
    expect(await asked({ ...nothingFound, isAllowed: false })).toMatchObject({
      problem: notConfirmed(cause, 'denied'),
      lookalikes: [],
    });
  });

  it('is searched for from the beginning after it was sent again', async () => {
    const { sender, reconcile, deliver, found, table, sent, searched } = await lost('timeout');
    reconcile.mockResolvedValue(nothingFound);
    for (const delayMs of policy.searchDelaysMs) await pass(delayMs);
    const stored = table.requirePending(changeIdOf(1));
    table.requeue(stored.id);
    reconcile.mockResolvedValueOnce({ kind: 'sendable', ticket, priorRefs: null });
    deliver.mockRejectedValueOnce(failure('timeout'));
    sender.sendNow(stored);
    await settle();
    expect([sent(), found(1)?.needsDecision]).toEqual([[1, 1], false]);
    reconcile.mockClear();
    await pass(1_000 + 3_000);
    expect([searched().length, found(1)?.needsDecision]).toEqual([2, false]);
    await pass(5_000);
    expect(found(1)?.needsDecision).toBe(true);
  });

  it('is searched for from the beginning when the user wants it sent, or has edited it', async () => {
    for (const push of ['sendNow', 'retry'] as const) {
      const { sender, table, reconcile, found, searched } = await lost('timeout');
      reconcile.mockResolvedValue(nothingFound);
      await pass(1_000 + 3_000);
      expect(searched()).toHaveLength(2);
      const stored = table.requirePending(changeIdOf(1));
      if (push === 'retry') sender.retry(stored.id);
      else sender.sendNow(stored);
      await settle();
      expect(searched()).toHaveLength(3);
      expect(found(1)?.needsDecision).toBe(false);
      await pass(3_000);
      expect([searched().length, found(1)?.needsDecision]).toEqual([4, false]);
      await pass(5_000);
      expect([searched().length, found(1)?.needsDecision]).toEqual([5, true]);
    }
  });

  it('no longer shows the problem that kept it from being searched for', async () => {
    const { reconcile, found } = await lost('timeout');
    reconcile.mockRejectedValueOnce(failure('server-error'));
    await pass(1_000);
    expect(found(1)).toMatchObject({ state: 'unconfirmed', problem: { kind: 'server-error' } });
    reconcile.mockResolvedValueOnce(nothingFound);
    await pass(4_000);
    expect(found(1)).toMatchObject({ state: 'unconfirmed', problem: null, lostAnswer: { kind: 'timeout' } });
  });

  it('is not written again where nothing is new', async () => {
    const { reconcile, table } = await lost('timeout');
    const markUnconfirmed = vi.spyOn(table, 'markUnconfirmed');
    reconcile.mockResolvedValueOnce(nothingFound);
    await pass(1_000);
    expect(reconcile).toHaveBeenCalledOnce();
    expect(markUnconfirmed).not.toHaveBeenCalled();
  });

  it('keeps what the server said of it, whatever comes later', async () => {
    const { sender, table, deliver, found } = await lost('server-error');
    table.requeue(changeIdOf(1));
    deliver.mockRejectedValueOnce(failure('timeout'));
    await pass(1_000);
    sender.wake();
    await settle();
    expect(found(1)).toMatchObject({ state: 'unconfirmed', lostAnswer: { kind: 'server-error' } });
  });

  it('is sent again without a search where the ticket itself shows whether it was made', async () => {
    const { found, searched, sent } = await lost('timeout', edit(1));
    await pass(1_999);
    expect(searched()).toEqual([]);
    await pass(1);
    expect([searched(), sent(), found(1)?.state]).toEqual([[1], [1, 1], 'sent']);
  });

  it('when the application ended is marked as such by the first search', async () => {
    const { sender, table, reconcile, add, found } = own();
    reconcile.mockResolvedValue(nothingFound);
    const id = add(1);
    table.markSending(id, 1, 0, null);
    sender.beginDue();
    await settle();
    expect(found(1)).toMatchObject({ state: 'unconfirmed', lostAnswer: null });
  });
});

describe('a problem of the connection', () => {
  /** One change waits because the name of the server is not known, while another one is being sent. */
  async function waiting() {
    const test = own();
    const reply = answer<Confirmed>();
    test.deliver.mockRejectedValueOnce(unsent('unknown-host'));
    test.deliver.mockReturnValueOnce(reply.promise);
    test.add(1);
    test.add(2);
    test.sender.beginDue();
    await settle();
    test.add(3);
    test.sender.beginDue();
    return { ...test, reply };
  }

  it('delays every change', async () => {
    const { sent } = await waiting();
    await pass(1_999);
    expect(sent()).toEqual([1, 2]);
    await pass(1);
    expect(sent()).toEqual([1, 2, 1, 3]);
  });

  it('is shown of all of them as the last one met it, and of none that has another problem or none', async () => {
    const { table, add, found, reply } = await waiting();
    table.noteProblem(add(4), problem('server-error'));
    reply.reject(unsent('tls'));
    await settle();
    const kinds = [1, 2, 3, 4].map((number) => found(number)?.problem?.kind);
    expect(kinds).toEqual(['tls', 'tls', undefined, 'server-error']);
  });

  it('that a search meets is shown of all of them too', async () => {
    const { sender, reconcile, found, reply } = await waiting();
    reconcile.mockRejectedValue(failure('no-connection'));
    sender.wake();
    await settle();
    expect([1, 3].map((number) => found(number)?.problem?.kind)).toEqual(['no-connection', 'no-connection']);
    reply.resolve(confirmed);
  });

  it.each([unsent('unknown-host'), failure('rejected'), failure('server-error')])(
    'is not written again for those that have it, nor is one that is none of the connection: %s',
    async (error) => {
      const { table, found, reply } = await waiting();
      const noteProblem = vi.spyOn(table, 'noteProblem');
      const transaction = vi.spyOn(table, 'transaction');
      reply.reject(error);
      await settle();
      expect(noteProblem).not.toHaveBeenCalled();
      expect(transaction).toHaveBeenCalledTimes(found(2)?.state === 'refused' ? 1 : 0); // the refusal takes one
      expect(found(1)?.problem?.kind).toBe('unknown-host');
    },
  );

  it.each([true, false])('is over when the server answers, be it with a refusal: %s', async (isRefused) => {
    const { found, sent, reply } = await waiting();
    if (isRefused) reply.reject(failure('rejected'));
    else reply.resolve(confirmed);
    await settle();
    expect([found(2)?.state, sent()]).toEqual([isRefused ? 'refused' : 'sent', [1, 2, 3]]);
    await pass(1_999);
    expect(sent()).toEqual([1, 2, 3]); // the delay of the first one is its own
    await pass(1);
    expect(sent()).toEqual([1, 2, 3, 1]);
  });

  it('may be over when the application is woken', async () => {
    const { sender, sent } = await waiting();
    sender.wake();
    await settle();
    expect(sent()).toEqual([1, 2, 1, 3]);
  });
});

describe('a pause that the server asked for', () => {
  /** Two changes of one ticket and one of another wait for an hour. */
  async function paused() {
    const test = own();
    const retryAfterMs = 3_600_000;
    test.deliver.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs }));
    for (const [number, on] of [1, 1, 2].entries()) test.add(number + 1, on);
    test.reconcile.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs })); // of the first one
    test.sender.beginDue();
    await settle();
    test.deliver.mockClear();
    return test;
  }

  it('is kept also when the network seems to be back', async () => {
    const { sender, sent } = await paused();
    sender.wake();
    await pass(3_599_999);
    expect(sent()).toEqual([]);
    await pass(1);
    expect(sent().length).toBeGreaterThan(0);
  });

  it('is not kept for what the user wants sent, and for what that waits for, but for nothing else', async () => {
    const { sender, table, sent } = await paused();
    sender.sendNow(table.requirePending(changeIdOf(2)));
    await settle();
    expect(sent()).toEqual([1, 2]);
  });

  it('is kept for the later ones of a ticket whose first one is wanted', async () => {
    const { sender, table, sent } = await paused();
    sender.sendNow(table.requirePending(changeIdOf(1)));
    await settle();
    expect(sent()).toEqual([1]);
  });

  it('is kept for earlier ones of other tickets', async () => {
    const { sender, table, sent } = await paused();
    sender.sendNow(table.requirePending(changeIdOf(3)));
    await settle();
    expect(sent()).toEqual([3]);
  });

  it('is not kept for the new ticket that has to be there before the change that the user wants', async () => {
    const { sender, table, deliver, add, sent } = own();
    deliver.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs: 3_600_000 }));
    const id = add(1, create('New'));
    add(2, { kind: 'comment', ticketId: localTicketId(id), comment: 'x' });
    sender.beginDue();
    await settle();
    deliver.mockClear();
    sender.sendNow(table.requirePending(changeIdOf(2)));
    await settle();
    expect(sent()).toEqual([1]);
  });

  it('is not kept for an equal new ticket that goes before the one that the user wants', async () => {
    const { sender, table, deliver, add, sent } = own();
    deliver.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs: 3_600_000 }));
    add(1, create('Same'));
    add(2, create('Same'));
    add(3, create('Other'));
    add(4, create('Same'));
    sender.beginDue();
    await settle();
    deliver.mockClear();
    sender.sendNow(table.requirePending(changeIdOf(2)));
    await settle();
    expect(sent().filter((number) => number !== 3)).toEqual([1, 2]);
  });
});

describe('a change that the user works on', () => {
  it('is held: no job begins for it until the work is over, and then one does', async () => {
    for (const isFailing of [false, true]) {
      const { sender, add, sent } = own();
      const id = add(1);
      const work = answer<string>();
      const held = sender.whileHeld(id, () => work.promise);
      expect([sender.isHeld(id), sender.isHeld(add(2))]).toEqual([true, false]);
      sender.beginDue();
      await settle();
      expect(sent()).toEqual([2]);
      if (isFailing) work.reject(failure('disk-full'));
      else work.resolve('done');
      if (isFailing) await expect(held).rejects.toMatchObject({ problem: { kind: 'disk-full' } });
      else expect(await held).toBe('done');
      await settle();
      expect([sender.isHeld(id), sent()]).toEqual([false, [2, 1]]);
    }
  });

  it('cannot be worked on twice at once, alone or among others', async () => {
    const { sender, add, sent } = own();
    const [one, other] = [add(1), add(2)];
    const work = answer<void>();
    const held = sender.whileHeld(one, () => work.promise);
    const again = vi.fn();
    for (const ids of [[one], [other, one]]) {
      await expect(sender.whileAllHeld(ids, again)).rejects.toMatchObject({
        problem: { kind: 'change-sent', message: 'This change is already being edited or discarded.' },
      });
    }
    expect([again.mock.calls.length, sender.isHeld(other), sender.isHeld(one)]).toEqual([0, false, true]);
    await settle();
    expect(sent()).toEqual([]);
    work.resolve();
    await held;
    await settle();
    expect(sent()).toEqual([1, 2]);
  });

  it('is not on its way meanwhile: its sending is broken off, and may have arrived', async () => {
    const { sender, deliver, add, found, happened } = own();
    const reply = answer<Confirmed>();
    let isAborted = false;
    deliver.mockImplementationOnce((_stored, _ticket, _onProgress, signal) => {
      signal.addEventListener('abort', () => {
        isAborted = true;
      });
      return reply.promise;
    });
    const id = add(1);
    sender.beginDue();
    await settle();
    const work = vi.fn(() => found(1)?.state);
    const held = sender.whileHeld(id, work);
    await settle();
    expect([isAborted, work.mock.calls.length]).toEqual([true, 0]);
    reply.reject(new Error('aborted'));
    expect(await held).toBe('unconfirmed');
    expect(found(1)).toMatchObject({ lostAnswer: null });
    expect(happened).toEqual([]);
  });

  it('is confirmed if its answer comes in spite of that', async () => {
    const { sender, deliver, add, found, happened } = own();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    const id = add(1);
    sender.beginDue();
    await settle();
    const held = sender.whileHeld(id, () => found(1)?.state);
    reply.resolve(confirmed);
    expect([await held, happened]).toEqual(['sent', ['confirmed 1']]);
  });

  it.each(['answered', 'failed'])('is not sent after a search that was under way: %s', async (how) => {
    const { sender, reconcile, add, found, sent, happened, searched } = own();
    const reply = answer<Awaited<ReturnType<Reconciler['reconcile']>>>();
    reconcile.mockReturnValueOnce(reply.promise);
    const id = add(1);
    sender.beginDue();
    const held = sender.whileHeld(id, () => found(1));
    if (how === 'answered') reply.resolve({ kind: 'sendable', ticket, priorRefs: null });
    else reply.reject(failure('server-error'));
    expect(await held).toMatchObject({ state: 'waiting', problem: null });
    expect([sent(), happened]).toEqual([[], []]);
    await settle();
    expect([searched(), sent()]).toEqual([[1, 1], [1]]); // at once
  });
});

describe('the progress of an upload', () => {
  it('is known while it is under way', async () => {
    const { sender, deliver, add, shown } = own();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    const id = add(1);
    sender.beginDue();
    await settle();
    expect(sender.doneBytesOf(id)).toBeNull();
    shown.clear();
    deliver.mock.calls[0]?.[2](500);
    expect([sender.doneBytesOf(id), shown.size]).toEqual([500, 1]);
    reply.resolve(confirmed);
    await settle();
    expect(sender.doneBytesOf(id)).toBeNull();
  });
});

describe('a sender that stops', () => {
  it('begins nothing more, and waits for what is under way', async () => {
    const { sender, deliver, add, found, sent } = own();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    add(1);
    add(2, 1);
    sender.beginDue();
    await settle();
    let isStopped = false;
    const stopped = sender.stop().then(() => {
      isStopped = true;
    });
    sender.beginDue();
    await settle();
    expect(isStopped).toBe(false);
    reply.resolve(confirmed);
    await stopped;
    await settle();
    expect([found(1)?.state, sent()]).toEqual(['sent', [1]]);
  });

  it('waits for no timer', async () => {
    const { sender, reconcile, add, searched } = own();
    reconcile.mockRejectedValueOnce(failure('server-error'));
    add(1);
    sender.beginDue();
    await settle();
    expect(vi.getTimerCount()).toBe(1);
    await sender.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(searched()).toHaveLength(1);
  });

  it('sends nothing after a search that was under way', async () => {
    const { sender, reconcile, add, found, sent } = own();
    const reply = answer<Awaited<ReturnType<Reconciler['reconcile']>>>();
    reconcile.mockReturnValueOnce(reply.promise);
    add(1);
    sender.beginDue();
    const stopped = sender.stop();
    reply.resolve({ kind: 'sendable', ticket, priorRefs: null });
    await stopped;
    expect([sent(), found(1)]).toMatchObject([[], { state: 'waiting', firstSentAtMs: null }]);
  });

  it('notes a failure that comes while it waits', async () => {
    const { sender, deliver, add, found } = own();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    add(1);
    sender.beginDue();
    await settle();
    const stopped = sender.stop();
    reply.reject(failure('timeout'));
    await stopped;
    expect(found(1)).toMatchObject({ state: 'unconfirmed', lostAnswer: { kind: 'timeout' } });
  });

  it.each(['answered', 'failed'])('writes nothing of what it broke off: %s', async (how) => {
    const { sender, deliver, add, found, happened, shown } = own();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    add(1);
    sender.beginDue();
    await settle();
    void sender.stop();
    sender.abort();
    expect(deliver.mock.calls[0]?.[3].aborted).toBe(true);
    shown.clear();
    if (how === 'answered') reply.resolve(confirmed);
    else reply.reject(failure('timeout'));
    await settle();
    expect([found(1)?.state, happened, shown.size]).toEqual(['sending', [], 0]);
  });
});

describe('a disk that refuses', () => {
  it('is reported, and asked again by the next call', async () => {
    const { sender, table, add, sent, happened } = own();
    add(1);
    vi.spyOn(table, 'pending').mockImplementationOnce(() => {
      throw failure('disk-error');
    });
    sender.beginDue();
    await settle();
    expect([happened, sent()]).toEqual([['problem disk-error'], []]);
    sender.beginDue();
    await settle();
    expect(sent()).toEqual([1]);
  });

  it('delays the change that could not be written, and nothing is sent', async () => {
    const { sender, table, add, sent, happened, found } = own();
    add(1);
    vi.spyOn(table, 'markSending').mockImplementationOnce(() => {
      throw failure('disk-full');
    });
    sender.beginDue();
    await settle();
    expect([happened, sent(), found(1)?.state]).toEqual([['problem disk-full'], [], 'waiting']);
    await pass(1_999);
    expect(sent()).toEqual([]);
    await pass(1);
    expect(sent()).toEqual([1]);
  });
});
