/* How the effect of a change is recognised on the server, each rule by itself; `search-server.test.ts` has the whole outbox do it. */

import { describe, expect, it, vi } from 'vitest';
import type { ApiClient, WholeTicket } from '../../electron/api/client.ts';
import type { TicketListPage } from '../../electron/api/wire.ts';
import type { Attachment } from '../../electron/contract/attachment.ts';
import type { Change } from '../../electron/contract/change.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { ProblemError, type ProblemKind } from '../../electron/contract/problem.ts';
import { noFilters } from '../../electron/contract/query.ts';
import { formatServerTime, toleranceMs } from '../../electron/contract/server-time.ts';
import type { TicketComment, TicketSummary } from '../../electron/contract/ticket.ts';
import type { ChangeTable } from '../../electron/outbox/change-table.ts';
import { commentRef } from '../../electron/outbox/comment-refs.ts';
import { ServerSearch } from '../../electron/outbox/search-server.ts';
import type { StoredChange } from '../../electron/outbox/stored-change.ts';
import type { YoungTickets } from '../../electron/outbox/young-tickets.ts';
import type { Cache } from '../../electron/store/cache.ts';
import { aStoredChange } from '../support/stored-change.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const signal = new AbortController().signal;

/** The change was sent at this moment by this computer's clock, which is ahead of the server's by `skewMs`. */
const sentAtMs = Date.UTC(2026, 0, 10, 12);
const skewMs = 60_000;
const sinceMs = sentAtMs - skewMs - toleranceMs;
const at = (ms: number) => formatServerTime(ms);

type World = {
  comments?: TicketComment[];
  files?: Attachment[];
  tickets?: TicketSummary[];
  wholes?: Record<string, WholeTicket>;
  fails?: ProblemKind;
  failsToRead?: ProblemKind;
  lag?: ProblemError;
  confirmed?: StoredChange[];
  pending?: StoredChange[];
  /** The author of the last change of this kind. */
  own?: string;
  kind?: Change['kind'];
  cached?: TicketSummary[];
  alike?: string[];
  onAnswer?: () => void;
};

/** A search over a server, an outbox and a cache that hold this. */
function searchIn({
  comments = [],
  files = [],
  tickets = [],
  wholes = {},
  confirmed = [],
  pending = [],
  cached = [],
  ...world
}: World) {
  const answer = async <T>(value: T): Promise<T> => {
    world.onAnswer?.();
    if (world.fails) throw new ProblemError(world.fails);
    return value;
  };
  const page = { tickets, totalPages: 1, size: 25 } as unknown as TicketListPage;
  const listTickets = vi.fn(() => answer(page));
  const readTicket = (id: string) => {
    const whole = wholes[id];
    if (tickets.length > 0 && !whole) return Promise.reject(new ProblemError(world.failsToRead ?? 'not-found'));
    return answer(whole ?? { summary: aTicket(10), detail: aDetail({ comments }) });
  };
  const api = { listTickets, readTicket, listAttachments: () => answer(files) } as unknown as ApiClient;
  const confirmedSince = vi.fn(() => confirmed);
  const echo = world.own === undefined ? null : { text: '', author: world.own, madeOn: '' };
  const table = {
    pending: () => pending,
    confirmed: { since: confirmedSince, lastEchoOf: (kind: string) => (kind === world.kind ? echo : null) },
  } as unknown as ChangeTable;
  const cache = { page: vi.fn(() => ({ rows: cached })), alike: vi.fn(() => world.alike ?? []) };
  const young = { lagOf: () => world.lag ?? null } as unknown as YoungTickets;
  const clock = { nowMs: () => sentAtMs, skewMs: () => skewMs };
  const search = new ServerSearch(api, table, cache as unknown as Cache, clock, young);
  return { search, listTickets, confirmedSince, cache, clock };
}

const sent = { firstSentAtMs: sentAtMs, firstSentSkewMs: skewMs };
const aComment = (ms: number, more: Partial<TicketComment> = {}): TicketComment => ({
  ...{ comment: 'Words', commentedBy: 'Jane', commentedOn: at(ms) },
  ...more,
});
const commentChange: Change = { kind: 'comment', ticketId: ticketId(10), comment: 'Words' };
const sentComment = (more: Partial<StoredChange> = {}) =>
  aStoredChange(1, 10, 'unconfirmed', { change: commentChange, ...sent, ...more });

/** Returns what is found of the comment: its time, or the references of what may be it. */
async function foundComment(world: World, more: Partial<StoredChange> = {}) {
  const result = await searchIn({ kind: 'comment', ...world }).search.findEffect(sentComment(more), signal);
  return result.found ? result.found.confirmation.serverRef : result.lookalikes.map(({ ref }) => ref);
}

describe('a comment is found', () => {
  it('by words and time, with who made it', async () => {
    const { search } = searchIn({ comments: [aComment(sentAtMs, { comment: 'Words ' })] });
    expect(await search.findEffect(sentComment(), signal)).toMatchObject({
      found: {
        confirmation: {
          ...{ serverRef: at(sentAtMs), answer: 'Found in the ticket.' },
          echo: { text: 'Words ', author: 'Jane', madeOn: at(sentAtMs) },
        },
        ticket: { summary: { id: ticketId(10) } },
      },
    });
  });

  it('from the earliest moment on that the clocks allow, and not before', async () => {
    expect(await foundComment({ comments: [aComment(sinceMs)] })).toBe(at(sinceMs));
    expect(await foundComment({ comments: [aComment(sinceMs - 1_000)] })).toEqual([]);
    expect(await foundComment({ comments: [aComment(sinceMs)] }, { firstSentSkewMs: 0 })).toEqual([]);
    expect(await foundComment({ comments: [aComment(sinceMs)] }, { firstSentSkewMs: null })).toBe(at(sinceMs));
    const never = { firstSentAtMs: null, createdAtMs: sentAtMs + 1_000 };
    expect(await foundComment({ comments: [aComment(sinceMs)] }, never)).toEqual([]);
  });

  it('only if its words and its author are', async () => {
    expect(await foundComment({ comments: [aComment(sentAtMs, { comment: 'Nothing like it' })] })).toEqual([]);
    const byOther = { comments: [aComment(sentAtMs, { commentedBy: 'John' })] };
    expect(await foundComment({ ...byOther, own: 'Jane' })).toEqual([at(sentAtMs)]); // for the user to recognise
    expect(await foundComment({ ...byOther, own: ' John' })).toBe(at(sentAtMs));
    expect(await foundComment({ ...byOther, own: '' })).toBe(at(sentAtMs));
    expect(await foundComment({ comments: [aComment(sentAtMs, { commentedBy: '' })], own: 'Jane' })).toBe(at(sentAtMs));
  });

  it('not by a time that cannot be read: the user is asked', async () => {
    expect(await foundComment({ comments: [aComment(sentAtMs, { commentedOn: 'yesterday' })] })).toEqual(['yesterday']);
  });

  it('not in what was there before, each as often as it was', async () => {
    const twin = aComment(sentAtMs);
    const priorRefs = [commentRef(twin)];
    expect(await foundComment({ comments: [twin] }, { priorRefs })).toEqual([]);
    expect(await foundComment({ comments: [twin, twin] }, { priorRefs })).toBe(at(sentAtMs));
  });

  it('although another one of the same second was there before, which is told by its first words or, of old, by its time', async () => {
    const [other, long] = [aComment(sentAtMs, { comment: 'Other' }), aComment(sentAtMs, { comment: 'x '.repeat(150) })];
    expect(commentRef(long)).toBe(`${at(sentAtMs)}\n${'x '.repeat(100)}`);
    const comments = [aComment(sentAtMs), other];
    expect(await foundComment({ comments }, { priorRefs: [commentRef(other)] })).toBe(at(sentAtMs));
    expect(await foundComment({ comments: [aComment(sentAtMs)] }, { priorRefs: [at(sentAtMs)] })).toEqual([]);
  });

  it('not in what the user’s other changes made in this ticket', async () => {
    const other = (more: Partial<StoredChange>) =>
      aStoredChange(2, 10, 'sent', { change: commentChange, serverRef: at(sentAtMs), ...more });
    const world = (confirmed: StoredChange) => ({ comments: [aComment(sentAtMs)], confirmed: [confirmed] });
    expect(await foundComment(world(other({})))).toEqual([]);
    expect(await foundComment(world(other({ serverRef: null })))).toEqual([]);
    expect(await foundComment(world(other({ ticketId: ticketId(11) })))).toBe(at(sentAtMs));
    expect(await foundComment(world(other({ serverRef: at(sinceMs - 1_000) })))).toBe(at(sentAtMs));
    const { search, confirmedSince } = searchIn({});
    await search.findEffect(sentComment(), signal);
    expect(confirmedSince).toHaveBeenCalledWith(sentAtMs - 2 * toleranceMs);
  });
});

const aFile = (id: string, ms: number, more: Partial<Attachment> = {}): Attachment => ({
  ...{ id, fileName: 'plan a.pdf', createdBy: 'Jane', createdOn: at(ms) },
  ...more,
});
const fileChange: Change = { kind: 'attachment', ticketId: ticketId(10), fileName: 'plan_a.pdf', sizeBytes: 1 };

async function foundFile(world: World, more: Partial<StoredChange> = {}) {
  const stored = sentComment({ change: fileChange, ...more });
  const result = await searchIn({ kind: 'attachment', ...world }).search.findEffect(stored, signal);
  return result.found ? result.found.confirmation.serverRef : result.lookalikes.map(({ ref }) => ref);
}

describe('a file is found', () => {
  it('by name and time, with who made it', async () => {
    const { search } = searchIn({ files: [aFile('a', sinceMs)] });
    expect(await search.findEffect(sentComment({ change: fileChange }), signal)).toEqual({
      found: {
        confirmation: {
          ...{ serverRef: 'a', answer: 'Found among the ticket’s files.' },
          echo: { text: 'plan a.pdf', author: 'Jane', madeOn: at(sinceMs) },
        },
        ticket: null,
      },
    });
  });

  it('not in one that is older, was there before, is another’s or has another name', async () => {
    expect(await foundFile({ files: [aFile('a', sinceMs - 1_000)] })).toEqual([]);
    expect(await foundFile({ files: [aFile('a', sentAtMs)] }, { priorRefs: ['a'] })).toEqual([]);
    expect(await foundFile({ files: [aFile('a', sentAtMs)], own: 'John' })).toEqual(['a']);
    expect(await foundFile({ files: [aFile('a', sentAtMs, { fileName: 'plan a (1).pdf' })] })).toEqual(['a']);
    expect(await foundFile({ files: [aFile('a', sentAtMs, { createdOn: '' })] })).toEqual(['a']);
    const other = aStoredChange(2, 10, 'sent', { change: fileChange, serverRef: 'a' });
    expect(await foundFile({ files: [aFile('a', sentAtMs), aFile('b', sentAtMs)], confirmed: [other] })).toBe('b');
  });
});

const fields = {
  ...emptyNewTicket,
  ...{ title: 'Door', site: 'PHX015', location: 'Cage 1', requestType: 'Facilities Request', category: 'Electrical' },
  ...{ description: 'It is stuck', customerReference: 'R-1' },
};
const createChange: Change = { kind: 'create', fields };
const aRequest = (number: number, more: Partial<TicketSummary> = {}) =>
  aTicket(number, { title: 'Door', location: 'Cage 1', createdOn: at(sentAtMs), ...more });
const whole = (summary: TicketSummary, more = {}): WholeTicket => ({
  summary,
  detail: aDetail({ description: 'It is stuck', customerReference: 'R-1', ...more }),
});

async function foundTicket(tickets: TicketSummary[], world: World = {}, more: Partial<StoredChange> = {}, detail = {}) {
  const wholes = Object.fromEntries(tickets.map((ticket) => [ticket.id, whole(ticket, detail)]));
  const { search } = searchIn({ wholes, kind: 'create', ...world, tickets });
  const stored = aStoredChange(1, 'create', 'unconfirmed', { change: createChange, ...sent, ...more });
  const result = await search.findEffect(stored, signal);
  return result.found ? result.found.confirmation.serverRef : result.lookalikes.map(({ ref }) => ref);
}

describe('a new ticket is found', () => {
  it('by everything that was asked for, with who made it', async () => {
    const ticket = aRequest(20);
    const { search } = searchIn({ tickets: [ticket], wholes: { [ticket.id]: whole(ticket) } });
    const stored = aStoredChange(1, 'create', 'unconfirmed', { change: createChange, ...sent });
    expect(await search.findEffect(stored, signal)).toEqual({
      found: {
        confirmation: {
          ...{ serverRef: ticketId(20), answer: 'Found on the server as WO20.' },
          echo: { text: 'Door', author: 'Jane Doe', madeOn: at(sentAtMs) },
        },
        ticket: whole(ticket),
      },
    });
  });

  it.each<Partial<TicketSummary>>([
    { title: 'Door 2' },
    { site: 'PHX016' },
    { location: 'Cage 2' },
    { requestType: 'Remote Hands' },
    { category: 'Cooling' },
  ])('not in one that differs in %j, which may be it all the same', async (difference) => {
    expect(await foundTicket([aRequest(20, { ...difference })])).toEqual([ticketId(20)]);
  });

  it('not in one that differs in what only the ticket itself shows, or that is not shown', async () => {
    expect(await foundTicket([aRequest(20)], {}, {}, { description: 'It is open' })).toEqual([ticketId(20)]);
    expect(await foundTicket([aRequest(20)], {}, {}, { customerReference: 'R-2' })).toEqual([ticketId(20)]);
    expect(await foundTicket([aRequest(20)], { wholes: {} })).toEqual([ticketId(20)]);
  });

  it('not in one that is older, was there before, is another’s, or is the effect of another change', async () => {
    expect(await foundTicket([aRequest(20, { createdOn: at(sinceMs - 1_000) })])).toEqual([]);
    expect(await foundTicket([aRequest(20, { createdOn: 'soon' })])).toEqual([]);
    expect(await foundTicket([aRequest(20, { createdOn: at(sinceMs) })])).toBe(ticketId(20));
    expect(await foundTicket([aRequest(20)], {}, { priorRefs: [ticketId(20)] })).toEqual([]);
    expect(await foundTicket([aRequest(20)], { own: 'John' })).toEqual([ticketId(20)]);
    const other = aStoredChange(2, 'create', 'sent', { change: createChange, serverRef: ticketId(20) });
    expect(await foundTicket([aRequest(21), aRequest(20)], { confirmed: [other] })).toBe(ticketId(21));
  });

  it('in the first of several, since later ones are somebody else’s', async () => {
    expect(await foundTicket([aRequest(21), aRequest(20)])).toBe(ticketId(20)); // the newest stands first
  });

  it('and the user is not asked about what another change of theirs asked for', async () => {
    const others: Change = { kind: 'create', fields: { ...fields, title: 'Window' } };
    const window = aRequest(20, { title: 'Window' });
    const pending = (more: Partial<StoredChange>) => ({
      pending: [aStoredChange(2, 'create', 'unconfirmed', { change: others, ...more })],
    });
    expect(await foundTicket([window])).toEqual([ticketId(20)]);
    expect(await foundTicket([window], pending(sent))).toEqual([]);
    expect(await foundTicket([window], pending({}))).toEqual([ticketId(20)]); // it never left
    expect(await foundTicket([window], { pending: [aStoredChange(2, 10, 'unconfirmed', sent)] })).toEqual([
      ticketId(20),
    ]);
    const itself = aStoredChange(1, 'create', 'unconfirmed', { change: others, ...sent });
    expect(await foundTicket([window], { pending: [itself] })).toEqual([ticketId(20)]);
    expect(
      await foundTicket([aRequest(20)], {
        pending: [aStoredChange(2, 'create', 'unconfirmed', { change: createChange, ...sent })],
        own: 'John',
      }),
    ).toEqual([ticketId(20)]);
  });

  it('or the search fails with the server', async () => {
    const { search } = searchIn({ tickets: [aRequest(20)], wholes: {}, fails: 'server-error' });
    const stored = aStoredChange(1, 'create', 'unconfirmed', { change: createChange, ...sent });
    await expect(search.findEffect(stored, signal)).rejects.toThrow('server-error');
    await expect(foundTicket([aRequest(20)], { wholes: {}, failsToRead: 'timeout' })).rejects.toThrow('timeout');
  });
});

describe('where the server does not let anybody look', () => {
  it.each([
    ['not-found', true], // a ticket that does not exist contains nothing
    ['not-permitted', false],
  ] as const)('a search that is answered by %s found nothing, and was allowed: %s', async (fails, isAllowed) => {
    const { search } = searchIn({ fails });
    expect(await search.findEffect(sentComment(), signal)).toEqual({ found: null, lookalikes: [], isAllowed });
  });

  it('waits for the server, or for a new ticket to be shown', async () => {
    await expect(searchIn({ fails: 'no-connection' }).search.findEffect(sentComment(), signal)).rejects.toThrow(
      'no-connection',
    );
    const lag = new ProblemError('not-found', { message: 'Not yet' });
    await expect(searchIn({ fails: 'not-found', lag }).search.findEffect(sentComment(), signal)).rejects.toBe(lag);
  });

  it('finds nothing for a change that the ticket itself shows', async () => {
    const cancel: Change = { kind: 'cancel', ticketId: ticketId(10), reason: 'Duplicate request' };
    const { search } = searchIn({ fails: 'server-error' });
    expect(await search.findEffect(sentComment({ change: cancel }), signal)).toEqual({
      found: null,
      lookalikes: [],
      isAllowed: true,
    });
  });
});

describe('before a change is sent, what is noted', () => {
  const priorSinceMs = sentAtMs - skewMs - 2 * toleranceMs;

  it('of a ticket’s comments is what may be taken for it later', async () => {
    const comments = [aComment(priorSinceMs - 1_000), aComment(priorSinceMs), aComment(0, { commentedOn: '' })];
    const prior = await searchIn({ comments }).search.findPriorRefs(sentComment(), signal);
    expect(prior.priorRefs).toEqual(comments.slice(1).map(commentRef));
    expect(prior.ticket?.detail.comments).toEqual(comments);
  });

  it('goes by how far the clock is off after the answer: it may have been set since the one before', async () => {
    const wrongMs = 30 * 3_600_000;
    const { search, clock } = searchIn({
      comments: [aComment(priorSinceMs)],
      onAnswer: () => {
        clock.skewMs = () => skewMs + wrongMs;
      },
    });
    clock.nowMs = () => sentAtMs + wrongMs;
    const prior = await search.findPriorRefs(sentComment(), signal);
    expect(prior.priorRefs).toEqual([commentRef(aComment(priorSinceMs))]);
  });

  it('of its files is all of them', async () => {
    const files = [aFile('a', 0), aFile('b', sentAtMs)];
    const prior = await searchIn({ files }).search.findPriorRefs(sentComment({ change: fileChange }), signal);
    expect(prior).toEqual({ priorRefs: ['a', 'b'], ticket: null });
  });

  it('of the tickets is what is cached, after the server was asked for one', async () => {
    const cached = [
      aRequest(20),
      aRequest(21, { createdOn: at(priorSinceMs) }),
      aRequest(22, { createdOn: at(priorSinceMs - 1_000) }),
    ];
    const { search, listTickets, cache } = searchIn({ cached, alike: [ticketId(30), ticketId(20)] });
    const spaced = {
      ...fields,
      title: ' Door ',
      site: ' PHX015 ',
      requestType: ' Facilities Request ',
      category: ' Electrical ',
    };
    const stored = aStoredChange(1, 'create', 'waiting', { change: { kind: 'create', fields: spaced } });
    expect(await search.findPriorRefs(stored, signal)).toEqual({
      priorRefs: [ticketId(30), ticketId(20), ticketId(21)],
      ticket: null,
    });
    expect(listTickets).toHaveBeenCalledWith(0, 1, signal);
    const sort = { by: 'createdOn', direction: 'descending' };
    expect(cache.page).toHaveBeenCalledWith({
      view: 'all',
      filters: noFilters,
      search: '',
      offset: 0,
      limit: 100,
      sort,
    });
    const { title, site, requestType, category } = fields;
    expect(cache.alike).toHaveBeenCalledWith({ title, site, requestType, category });
  });

  it('is nothing where the server denies it, whose answer to the change explains more; without the server nothing is sent', async () => {
    expect(await searchIn({ fails: 'not-found' }).search.findPriorRefs(sentComment(), signal)).toEqual({
      priorRefs: [],
      ticket: null,
    });
    const stored = aStoredChange(1, 'create', 'waiting', { change: createChange });
    const denied = searchIn({ fails: 'not-permitted', alike: [ticketId(30)] });
    expect(await denied.search.findPriorRefs(stored, signal)).toEqual({ priorRefs: [ticketId(30)], ticket: null });
    await expect(searchIn({ fails: 'timeout' }).search.findPriorRefs(stored, signal)).rejects.toThrow('timeout');
  });
});
