/* What the outbox writes, sends, discards and reports, over a server that the test plays; other tests have a server over HTTP. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ApiClient } from '../../electron/api/client.ts';
import type { FormChange, OutboxItem } from '../../electron/contract/change.ts';
import { emptyNewTicket, type NewTicket } from '../../electron/contract/fields.ts';
import { type ChangeId, isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import { ProblemError, type ProblemKind } from '../../electron/contract/problem.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import type { RetryPolicy } from '../../electron/outbox/backoff.ts';
import { Outbox } from '../../electron/outbox/outbox.ts';
import { outboxMigrations } from '../../electron/outbox/outbox-file.ts';
import { Personal } from '../../electron/personal/personal.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { memoryCache, memoryDatabase } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';
import { changeIdOf } from '../support/stored-change.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const policy: RetryPolicy = {
  searchDelaysMs: [0],
  discardSearchDelaysMs: [0],
  firstRetryMs: 3_600_000,
  longestRetryMs: 3_600_000,
  closeGraceMs: 0,
  copyGraceMs: 0,
};

const fields: NewTicket = {
  ...{ ...emptyNewTicket, title: 'Door', site: 'AMS017', requestType: 'Amenities', category: 'Parking' },
  description: 'Ajar',
};
const create: FormChange = { kind: 'create', fields };
const say = (comment: string, on: TicketId = ticketId(10)): FormChange => ({ kind: 'comment', ticketId: on, comment });
const correlationId = null;

type Options = { file?: ReturnType<typeof memoryDatabase>; retryPolicy?: Partial<RetryPolicy>; start?: boolean };

/** An outbox whose file is in memory, whose cache holds ticket 10, and whose server takes everything. */
function own({ file = migrated(), retryPolicy = {}, start = true }: Options = {}) {
  const cache = memoryCache();
  cache.saveListed([aTicket(10, { status: 'New', title: 'Cage', createdBy: 'Jane Doe' })]);
  let seconds = 0;
  const api = {
    readTicket: vi.fn<ApiClient['readTicket']>(async () => ({
      summary: aTicket(10, { status: 'New', title: 'Cage' }),
      detail: aDetail(),
    })),
    listTickets: vi.fn<ApiClient['listTickets']>(async () => ({
      ...{ tickets: [], rowCount: 0, totalElements: 0, totalPages: 0, number: 0, size: 25, isLast: true },
    })),
    listAttachments: vi.fn<ApiClient['listAttachments']>(async () => []),
    createTicket: vi.fn<ApiClient['createTicket']>(async ({ title }) => ({
      ...{ summary: aTicket(20, { status: 'New', title }), detail: aDetail(), correlationId },
    })),
    updateTicket: vi.fn<ApiClient['updateTicket']>(async (_id, { title = 'Cage' }) => ({
      ...{ summary: aTicket(10, { status: 'New', title }), detail: aDetail(), correlationId },
    })),
    addComment: vi.fn<ApiClient['addComment']>(async (_id, comment) => ({
      ...{ comment, commentedBy: 'Ann', commentedOn: formatServerTime(Date.now() + 1_000 * seconds++), correlationId },
    })),
    uploadAttachment: vi.fn<ApiClient['uploadAttachment']>(),
  };
  const reported: string[] = [];
  const shown: OutboxItem[][] = [];
  const problems: unknown[] = [];
  const refused: unknown[] = [];
  const onCorrupt = vi.fn();
  const personal: Personal = new Personal(file, {
    currentIdOf: (id) => outbox.tickets.currentId(id),
    nowMs: undefined,
    events: { onTicketsChanged: () => undefined, onDue: () => undefined, onProblem: () => undefined },
  });
  const outbox: Outbox = new Outbox(file, {
    ...{ api: api as unknown as ApiClient, cache, personal, skewMs: () => 0 },
    retryPolicy: { ...policy, ...retryPolicy },
    events: {
      onOutbox: ({ items }) => shown.push([...items]),
      onTicketsChanged: (ids) => reported.push(`changed ${ids.map(nameOf).join(' ')}`),
      onConfirmed: (id, kind) => reported.push(`confirmed ${kind} of ${nameOf(id)}`),
      onRefused: (tickets) => refused.push(...tickets),
      onCorrupt,
      onProblem: (_problem, error) => problems.push(error),
    },
  });
  onTestFinished(async () => {
    personal.stop();
    await outbox.close();
  });
  if (start) outbox.start();
  const item = (id: ChangeId) => [...outbox.list().items, ...outbox.sent(0, 100).items].find((each) => each.id === id);
  const reached = (id: ChangeId, state: OutboxItem['state']) =>
    vi.waitFor(() => expect(item(id)?.state).toBe(state), { interval: 1 });
  return { outbox, file, cache, api, personal, reported, shown, problems, refused, onCorrupt, item, reached };
}

function migrated() {
  const file = memoryDatabase();
  migrate(file, outboxMigrations);
  return file;
}

/** The id that a new ticket has on this computer is another one each time. */
const nameOf = (id: TicketId) => (isLocalTicketId(id) ? 'new' : id);

const failing = (kind: ProblemKind) => () => Promise.reject(new ProblemError(kind));
const chunksIn = ({ file }: { file: ReturnType<typeof memoryDatabase> }) => file.all('SELECT * FROM file_piece').length;
const uploaded = { id: 'f1', fileName: 'a.txt', createdBy: 'Ann', createdOn: '2026-01-01 10:00:00', correlationId };

describe('a change', () => {
  it('is written with its draft removed, shown, sent and kept in the log', async () => {
    const { outbox, api, reported, shown, item, reached } = own();
    outbox.drafts.save('comment', { form: 'comment', ticketId: ticketId(10), comment: 'Hello', changeId: null });
    const { id, ticketId: on } = outbox.add(say('Hello'), 'comment');
    expect([on, outbox.drafts.list()]).toEqual([ticketId(10), []]);
    expect(item(id)).toMatchObject({ state: 'waiting', ticketTitle: 'Cage', change: say('Hello') });
    expect(reported).toEqual(['changed WO10']);
    await reached(id, 'sent');
    expect(api.addComment).toHaveBeenCalledOnce();
    expect(reported).toEqual(['changed WO10', 'changed WO10', 'confirmed comment of WO10']);
    expect(outbox.sentOf(ticketId(10)).map((each) => each.id)).toEqual([id]);
    expect(outbox.sent(0, 10)).toMatchObject({ total: 1, items: [{ id, answer: 'Added.' }] });
    await vi.waitFor(() => expect(shown.at(-1)).toEqual([]));
  });

  it('of no draft leaves the drafts alone', async () => {
    const { outbox } = own();
    outbox.drafts.save('comment', { form: 'comment', ticketId: ticketId(10), comment: 'Other', changeId: null });
    outbox.add(say('Hello'), null);
    expect(outbox.drafts.list()).toHaveLength(1);
  });

  it('that is a new ticket gets an id of its own, until the server gives it one', async () => {
    const { outbox, reported, item, reached, api } = own();
    const { id, ticketId: local } = outbox.add({ ...create, fields: { ...fields, title: ' Door ' } }, null);
    expect(item(id)).toMatchObject({ ticketId: local, ticketTitle: 'Door' });
    await reached(id, 'sent');
    expect(api.createTicket).toHaveBeenCalledExactlyOnceWith(fields, expect.anything());
    expect(reported).toEqual(['changed new', 'changed new WO20', 'confirmed create of WO20']);
    expect(outbox.add(say('And', local), null).ticketId).toBe(ticketId(20));
  });

  it('of a ticket that is not known has no title, and of one that was discarded is refused', async () => {
    const { outbox, api, item } = own();
    const { id } = outbox.add(say('Hello', ticketId(77)), null);
    expect(item(id)?.ticketTitle).toBe('');
    api.createTicket.mockImplementation(failing('no-connection'));
    const { id: created, ticketId: local } = outbox.add({ kind: 'create', fields }, null);
    await outbox.discard(created);
    expect(() => outbox.add(say('And', local), null)).toThrow('not-found');
  });

  it('that cannot be written leaves its draft', async () => {
    const { outbox, reported } = own();
    outbox.drafts.save('comment', { form: 'comment', ticketId: ticketId(10), comment: 'Hello', changeId: null });
    vi.spyOn(outbox.drafts, 'removeSent').mockImplementation(() => {
      throw new ProblemError('disk-full');
    });
    expect(() => outbox.add(say('Hello'), 'comment')).toThrow('disk-full');
    expect([outbox.list().items, outbox.drafts.list().length, reported]).toEqual([[], 1, []]);
  });
});

describe('an action on many tickets', () => {
  it('is written with its draft removed, and sent', async () => {
    const { outbox, cache, reported } = own();
    cache.saveListed([aTicket(11, { status: 'New' })]);
    outbox.drafts.save('many', { form: 'comment', ticketId: ticketId(10), comment: 'Hello', changeId: null });
    const ids = [10, 11].map(ticketId);
    expect(await outbox.groups.add(ids, { kind: 'comment', comment: 'Hello' }, 'many')).toMatchObject({ added: 2 });
    expect([outbox.drafts.list(), reported[0]]).toEqual([[], 'changed WO10 WO11']);
    await vi.waitFor(() => expect(outbox.sent(0, 10).total).toBe(2));
  });
});

describe('a cache or a file that refuses', () => {
  it('does not make a change unsent that the server has, and is reported', async () => {
    const { outbox, cache, problems, reached } = own();
    const error = new ProblemError('disk-full');
    vi.spyOn(cache, 'saveTicket').mockImplementation(() => {
      throw error;
    });
    const { id } = outbox.add(create, null);
    await reached(id, 'sent');
    expect(problems).toEqual([error]);
  });

  it('is reported when copies are to be removed', async () => {
    const { outbox, file, problems } = own({ start: false });
    const error = new ProblemError('disk-error');
    const all = file.all.bind(file);
    vi.spyOn(file, 'all').mockImplementation((sql, ...values) => {
      if (sql.includes('file_piece')) throw error;
      return all(sql, ...values);
    });
    outbox.start();
    await vi.waitFor(() => expect(problems).toEqual([error]));
  });
});

describe('a new ticket of a kind', () => {
  const other = { ...create, fields: { ...fields, category: 'Other' } };

  it('that neither the server nor the specification has is not taken', async () => {
    const { outbox, cache } = own();
    expect(() => outbox.add(other, null)).toThrow('invalid-input');
    cache.lists.saveCatalogue([{ name: 'Amenities', categories: ['Other'] }], Date.now());
    outbox.add(other, null);
    expect(outbox.list().items).toHaveLength(1);
  });

  it('is taken where the cache cannot say what there is, which is reported', async () => {
    const { outbox, cache, problems } = own();
    const error = new ProblemError('cache-set-aside');
    vi.spyOn(cache.lists, 'catalogue').mockImplementation(() => {
      throw error;
    });
    outbox.add(other, null);
    expect([outbox.list().items.length, problems]).toEqual([1, [error]]);
  });

  it('that there is not takes no other one’s place', async () => {
    const { outbox, api, item } = own();
    api.createTicket.mockImplementation(failing('gateway-refused'));
    const { id } = outbox.add({ kind: 'create', fields }, null);
    await expect(outbox.replace(id, other, null)).rejects.toMatchObject({ problem: { kind: 'invalid-input' } });
    expect(item(id)?.change).toMatchObject({ fields });
  });
});

describe('a file', () => {
  it('is copied, sent and its copy removed', async () => {
    const test = own();
    const { outbox, api, item, reported } = test;
    api.uploadAttachment.mockResolvedValue(uploaded as Awaited<ReturnType<ApiClient['uploadAttachment']>>);
    expect(await outbox.attachBytes(ticketId(10), 'a.txt', Buffer.from('abc'))).toEqual({ added: 1, refused: [] });
    await vi.waitFor(() => expect(reported).toContain('confirmed attachment of WO10'));
    const [sent] = outbox.sentOf(ticketId(10));
    expect(sent && item(sent.id)).toMatchObject({ change: { kind: 'attachment', fileName: 'a.txt', sizeBytes: 3 } });
    await vi.waitFor(() => expect(chunksIn(test)).toBe(0));
  });

  it('on the disk is read from there', async () => {
    const { outbox, api } = own();
    api.uploadAttachment.mockImplementation(failing('no-connection'));
    const path = join(await ownFolder(), 'b.txt');
    await writeFile(path, 'content');
    expect(await outbox.attachPaths(ticketId(10), [path])).toEqual({ added: 1, refused: [] });
    expect(outbox.list().items).toMatchObject([{ change: { fileName: 'b.txt', sizeBytes: 7 } }]);
  });

  it('of a size that was refused is put before the user instead of being sent', async () => {
    const { outbox, api } = own();
    api.uploadAttachment.mockImplementation(failing('file-too-large'));
    const attach = (bytes: number) => outbox.attachBytes(ticketId(10), `${bytes}`, Buffer.alloc(bytes));
    await attach(10);
    await vi.waitFor(() => expect(outbox.list().items).toMatchObject([{ state: 'refused' }]));
    api.uploadAttachment.mockClear();
    await attach(11);
    const [, refused] = outbox.list().items;
    expect(refused).toMatchObject({
      state: 'refused',
      problem: { kind: 'file-too-large' },
      answeredAtMs: refused?.createdAtMs,
    });
    expect(api.uploadAttachment).not.toHaveBeenCalled();
  });

  it('shows how much of it was sent', async () => {
    const { outbox, api, shown } = own();
    let goOn: () => void = () => undefined;
    api.uploadAttachment.mockImplementation(async (_id, _file, onProgress) => {
      onProgress(2);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      throw new ProblemError('no-connection');
    });
    await outbox.attachBytes(ticketId(10), 'a.txt', Buffer.from('abc'));
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ progress: { doneBytes: 2, totalBytes: 3 } }]));
    goOn();
  });
});

describe('another content', () => {
  /** A comment that waits because the server limits the rate, and one behind it. */
  async function waiting(change: FormChange = say('one')) {
    const test = own();
    const limited = () => Promise.reject(new ProblemError('rate-limited', { retryAfterMs: 3_600_000 }));
    test.api.addComment.mockImplementationOnce(limited);
    test.api.createTicket.mockImplementationOnce(limited);
    const { id, ticketId: on } = test.outbox.add(change, null);
    const { id: behind } = test.outbox.add(say('behind', on), null);
    await vi.waitFor(() => expect(test.item(id)?.problem?.kind).toBe('rate-limited'));
    test.reported.length = 0;
    return { ...test, id, on, behind };
  }

  it('takes the place of the one that waits, removes the draft, and is tried as if nothing had failed', async () => {
    const { outbox, id, behind, item, reported } = await waiting();
    outbox.drafts.save('edit', { form: 'comment', ticketId: ticketId(10), comment: 'two', changeId: id });
    await outbox.replace(id, say('two'), 'edit');
    expect(outbox.drafts.list()).toEqual([]);
    expect(outbox.list().items.map((each) => each.id)).toEqual([id, behind]);
    expect(item(id)).toMatchObject({ change: say('two'), problem: null, state: 'waiting' });
    expect(reported).toEqual(['changed WO10']);
  });

  it('of a new ticket renames it for what depends on it', async () => {
    const { outbox, id, behind, item } = await waiting(create);
    await outbox.replace(id, { ...create, fields: { ...fields, title: ' Gate ' } }, null);
    expect([item(id)?.ticketTitle, item(behind)?.ticketTitle]).toEqual(['Gate', 'Gate']);
    expect(item(id)?.change).toMatchObject({ fields: { title: 'Gate' } });
  });

  it('of a comment does not rename its ticket', async () => {
    const { outbox, id, item } = await waiting();
    await outbox.replace(id, say('two'), null);
    expect(item(id)?.ticketTitle).toBe('Cage');
  });

  it('of another kind or ticket is not taken', async () => {
    const { outbox, id } = await waiting();
    for (const change of [create, say('two', ticketId(11))]) {
      await expect(outbox.replace(id, change, null)).rejects.toMatchObject({ problem: { kind: 'invalid-input' } });
    }
  });

  it('is not taken for what is gone, was sent, or may have arrived', async () => {
    const { outbox, api, reached } = own({ retryPolicy: { searchDelaysMs: [3_600_000, 0] } });
    const kindOf = (id: ChangeId) =>
      outbox.replace(id, say('two'), null).catch((error: ProblemError) => error.problem.kind);
    expect(await kindOf(changeIdOf(1))).toBe('invalid-input');
    const { id: sent } = outbox.add(say('one'), null);
    await reached(sent, 'sent');
    expect(await kindOf(sent)).toBe('change-sent');
    api.addComment.mockImplementation(failing('timeout'));
    const { id: lost } = outbox.add(say('one'), null);
    await reached(lost, 'unconfirmed');
    expect(await kindOf(lost)).toBe('change-sent');
  });
});

describe('a change that the user wants sent', () => {
  it('is sent although the server asked for a pause', async () => {
    const { outbox, api, item, reached, problems } = own();
    const error = new ProblemError('rate-limited', { retryAfterMs: 3_600_000 });
    api.addComment.mockRejectedValueOnce(error);
    const { id } = outbox.add(say('one'), null);
    await vi.waitFor(() => expect(item(id)?.problem).not.toBeNull());
    expect(problems).toEqual([error]);
    outbox.send(id);
    await reached(id, 'sent');
  });

  it('is sent although it was refused, of which it is shown at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); // refusals are collected for a while
    onTestFinished(() => void vi.useRealTimers());
    const { outbox, api, item, reached, refused, shown } = own();
    api.addComment.mockImplementationOnce(failing('rejected'));
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'refused');
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ state: 'refused' }]));
    let goOn: () => void = () => undefined;
    api.readTicket.mockImplementationOnce(
      () =>
        new Promise((_resolve, reject) => {
          goOn = () => reject(new ProblemError('no-connection'));
        }),
    );
    outbox.send(id);
    expect(item(id)).toMatchObject({ state: 'waiting', problem: null });
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ state: 'waiting' }]));
    goOn();
    vi.advanceTimersByTime(2_000);
    expect(refused).toEqual([{ id: ticketId(10), title: 'Cage' }]);
  });

  it('is only searched for sooner while it is not known whether it arrived', async () => {
    const { outbox, api, item, reached } = own({ retryPolicy: { searchDelaysMs: [3_600_000, 3_600_000] } });
    api.addComment.mockImplementation(failing('timeout'));
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'unconfirmed');
    api.readTicket.mockClear();
    outbox.send(id);
    await vi.waitFor(() => expect(api.readTicket).toHaveBeenCalled());
    expect([item(id)?.state, api.addComment.mock.calls.length]).toEqual(['unconfirmed', 1]);
  });

  it('is tried when the network may be back', async () => {
    const { outbox, api, item, reached } = own();
    api.addComment.mockImplementationOnce(failing('gateway-refused'));
    api.readTicket.mockImplementationOnce(failing('no-connection'));
    const { id } = outbox.add(
      { kind: 'update', ticketId: ticketId(10), fields: { title: 'Gate' }, base: { title: 'Cage' } },
      null,
    );
    await vi.waitFor(() => expect(item(id)?.problem?.kind).toBe('no-connection'));
    outbox.wake();
    await reached(id, 'sent');
  });
});

describe('a change of which nobody knows whether it arrived', () => {
  const alike = { comment: 'The door is', commentedBy: 'Ann', commentedOn: formatServerTime(Date.now() + 5_000) };

  /** The comment was searched for in vain; something alike stands in the ticket. */
  async function undecided(comments = [alike]) {
    const test = own();
    test.api.addComment.mockImplementationOnce(() => {
      test.api.readTicket.mockResolvedValue({
        ...{ summary: aTicket(10, { status: 'New' }), detail: aDetail({ comments }) },
      });
      return Promise.reject(new ProblemError('timeout'));
    });
    const { id } = test.outbox.add(say('The door is open'), null);
    await vi.waitFor(() => expect(test.item(id)?.needsDecision).toBe(true));
    test.reported.length = 0;
    return { ...test, id };
  }

  it('is confirmed by what the user recognises', async () => {
    const { outbox, id, item, reported } = await undecided();
    const [lookalike] = item(id)?.lookalikes ?? [];
    await expect(outbox.claim(id, 'nothing')).rejects.toMatchObject({ problem: { kind: 'invalid-input' } });
    await outbox.claim(id, lookalike?.ref ?? '');
    expect(item(id)?.state).toBe('sent');
    expect(reported).toEqual(['changed WO10', 'confirmed comment of WO10']);
    await expect(outbox.claim(id, lookalike?.ref ?? '')).rejects.toMatchObject({ problem: { kind: 'change-sent' } });
    await expect(outbox.claim(changeIdOf(1), '')).rejects.toMatchObject({ problem: { kind: 'invalid-input' } });
  });

  it('is sent again if the user wants that', async () => {
    const { outbox, id, reached, api } = await undecided([]);
    outbox.send(id);
    await reached(id, 'sent');
    expect(api.addComment).toHaveBeenCalledTimes(2);
  });

  it('is discarded without another search once the user knows', async () => {
    const { outbox, id, item, reported } = await undecided();
    await outbox.discard(id);
    expect([item(id), reported]).toEqual([undefined, ['changed WO10']]);
  });

  /** The comment may have arrived, and the next search is far away. */
  async function lost(comments: (typeof alike)[]) {
    const test = own({ retryPolicy: { searchDelaysMs: [3_600_000, 0] } });
    test.api.addComment.mockImplementationOnce(failing('timeout'));
    const { id } = test.outbox.add(say('The door is open'), null);
    await test.reached(id, 'unconfirmed');
    test.api.readTicket.mockResolvedValue({
      ...{ summary: aTicket(10, { status: 'New' }), detail: aDetail({ comments }) },
    });
    return { ...test, id };
  }

  it('is searched for before it is discarded: what arrived stays', async () => {
    const { outbox, id, item } = await lost([{ ...alike, comment: 'The door is open' }]);
    await expect(outbox.discard(id)).rejects.toMatchObject({
      problem: { kind: 'change-sent', todo: 'Open the ticket to see what arrived.' },
    });
    expect(item(id)?.state).toBe('sent');
  });

  it('is left to the user if something alike is found', async () => {
    const { outbox, id, item, shown } = await lost([alike]);
    await expect(outbox.discard(id)).rejects.toMatchObject({ problem: { kind: 'not-confirmed' } });
    expect(item(id)).toMatchObject({ needsDecision: true, lookalikes: [{ label: 'The door is' }] });
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ needsDecision: true }]));
    await outbox.discard(id);
    expect(item(id)).toBeUndefined();
  });

  it('is discarded if nothing is found', async () => {
    const { outbox, id, item } = await lost([]);
    await outbox.discard(id);
    expect(item(id)).toBeUndefined();
  });
});

describe('a change that is discarded', () => {
  it('is gone with what depends on it, with marks and copies', async () => {
    const test = own();
    const { outbox, api, personal, reported, item } = test;
    api.createTicket.mockImplementation(failing('gateway-refused'));
    const { id, ticketId: local } = outbox.add(create, null);
    const { id: comment } = outbox.add(say('And', local), null);
    const { id: other } = outbox.add(say('Other', ticketId(77)), null);
    await outbox.attachBytes(local, 'a.txt', Buffer.from('abc'));
    const forgotten = vi.spyOn(personal, 'forgetTicket');
    expect(chunksIn(test)).toBe(1);
    reported.length = 0;
    await outbox.discard(id);
    expect([item(id), item(comment), item(other)?.id]).toEqual([undefined, undefined, other]);
    expect(forgotten).toHaveBeenCalledExactlyOnceWith(local);
    expect(reported).toContain('changed new');
    await vi.waitFor(() => expect(chunksIn(test)).toBe(0));
    await expect(outbox.discard(id)).rejects.toMatchObject({ problem: { kind: 'invalid-input' } });
  });

  it('leaves the marks of a ticket that stays', async () => {
    const { outbox, api, personal } = own();
    api.addComment.mockImplementation(failing('gateway-refused'));
    const { id } = outbox.add(say('one'), null);
    const forgotten = vi.spyOn(personal, 'forgetTicket');
    await outbox.discard(id);
    expect(forgotten).not.toHaveBeenCalled();
  });
});

describe('a ticket is the user’s', () => {
  it('if the user changed it here', async () => {
    const { outbox, api } = own();
    api.addComment.mockImplementation(failing('gateway-refused'));
    expect(outbox.isMine(ticketId(10))).toBe(false);
    outbox.add(say('one'), null);
    expect(outbox.isMine(ticketId(10))).toBe(true);
  });

  it('if an author made it whom the server named for a change of the user’s', async () => {
    const { outbox, cache, reached } = own();
    cache.saveListed([
      aTicket(30, { createdBy: 'Ann' }),
      aTicket(31, { createdBy: '' }),
      aTicket(32, { createdBy: 'Bob' }),
    ]);
    expect(outbox.isMine(ticketId(30))).toBe(false);
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'sent');
    expect([30, 31, 32, 99].map((number) => outbox.isMine(ticketId(number)))).toEqual([true, false, false, false]);
  });

  it('not if it was discarded', async () => {
    const { outbox, api } = own();
    api.createTicket.mockImplementation(failing('gateway-refused'));
    const { id, ticketId: local } = outbox.add(create, null);
    expect(outbox.isMine(local)).toBe(true);
    await outbox.discard(id);
    expect(outbox.isMine(local)).toBe(false);
  });
});

describe('an outbox that begins', () => {
  it('searches for what was being sent, sends what waits, and cleans up', async () => {
    const file = migrated();
    const first = own({ file, start: false });
    first.api.addComment.mockImplementation(() => new Promise(() => undefined));
    const { id } = first.outbox.add(say('one'), null);
    await first.reached(id, 'sending');
    const { id: waiting } = first.outbox.add(say('two', ticketId(77)), null);
    file.run('INSERT INTO file_piece (change_id, number, bytes) VALUES (?, 0, ?)', changeIdOf(9), Buffer.from('x'));
    vi.spyOn(file, 'close').mockResolvedValue();
    await first.outbox.close();

    const next = own({ file, start: false });
    expect(next.item(id)?.state).toBe('unconfirmed');
    expect(next.item(waiting)?.state).not.toBe('sent');
    expect(next.api.readTicket).not.toHaveBeenCalled();
    next.outbox.start();
    await next.reached(waiting, 'sent');
    await vi.waitFor(() => expect(chunksIn(next)).toBe(0));
  });

  it('forgets what was sent more than a year ago', async () => {
    const { outbox, file, reached } = own({ start: false });
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'sent');
    file.run('UPDATE change SET answered_at_ms = ?', Date.now() - 366 * 24 * 3_600_000);
    outbox.start();
    expect(outbox.sent(0, 10).total).toBe(0);
  });

  it('says once that its file cannot be read', async () => {
    const { file, onCorrupt } = own();
    const { onUnreadable } = file;
    onUnreadable?.();
    expect([onCorrupt.mock.calls.length, file.onUnreadable]).toEqual([1, null]);
  });

  it('speaks another language when it is told to', async () => {
    const { outbox, api, shown, reached } = own();
    api.addComment.mockImplementation(failing('rejected'));
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'refused');
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ state: 'refused' }]));
    const [before] = outbox.list().items;
    shown.length = 0;
    outbox.reword();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    expect(outbox.list().items[0]).toEqual(before);
    expect(outbox.list().items[0]).not.toBe(before); // it was read anew
  });
});

describe('an outbox that closes', () => {
  it('waits a moment for what is under way, and closes its file once', async () => {
    const { outbox, file, api, item } = own({ retryPolicy: { closeGraceMs: 60_000 } });
    let goOn: () => void = () => undefined;
    api.addComment.mockImplementationOnce(
      (_id, comment) =>
        new Promise((resolve) => {
          goOn = () => resolve({ comment, commentedBy: 'Ann', commentedOn: '2026-01-01 10:00:00', correlationId });
        }),
    );
    const { id } = outbox.add(say('one'), null);
    await vi.waitFor(() => expect(api.addComment).toHaveBeenCalled());
    let states: unknown;
    const close = vi.spyOn(file, 'close').mockImplementation(async () => {
      states = item(id)?.state;
    });
    const closing = outbox.close();
    expect(outbox.close()).toBe(closing);
    expect(close).not.toHaveBeenCalled();
    goOn();
    await closing;
    expect([states, close.mock.calls.length, file.onUnreadable]).toEqual(['sent', 1, null]);
  });

  it('breaks off what takes longer, and reports nothing any more', async () => {
    const { outbox, api, file, reported, shown, item } = own();
    let aborted = false;
    api.addComment.mockImplementationOnce(
      (_id, _comment, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason);
          });
        }),
    );
    const { id } = outbox.add(say('one'), null);
    await vi.waitFor(() => expect(item(id)?.state).toBe('sending'));
    vi.spyOn(file, 'close').mockResolvedValue();
    const before = [reported.length, shown.length];
    await outbox.close();
    expect([aborted, item(id)?.state]).toEqual([true, 'sending']);
    outbox.reword();
    await new Promise(setImmediate);
    expect([reported.length, shown.length]).toEqual(before);
  });

  it('says of a discard that it broke off that the account was closed', async () => {
    const { outbox, api, file, reached } = own({ retryPolicy: { searchDelaysMs: [3_600_000, 0] } });
    api.addComment.mockImplementationOnce(failing('timeout'));
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'unconfirmed');
    api.readTicket.mockImplementation(
      (_id, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    );
    const discarded = expect(outbox.discard(id)).rejects.toMatchObject({
      problem: { kind: 'no-open-account', kept: '' },
    });
    vi.spyOn(file, 'close').mockResolvedValue();
    await outbox.close();
    await discarded;
  });
});
