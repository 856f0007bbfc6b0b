/* What a round asks for, and whether it finds that nothing is missing, by itself; `sync-engine.test.ts` has the whole engine do it. */

import { describe, expect, it } from 'vitest';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import { updateIncrementally, updateOpenTickets } from '../../electron/sync/incremental-update.ts';
import { type SyncWorld, syncWorld } from '../support/sync-world.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

/** A closed ticket, created in the order of the numbers. */
const numbered = (number: number, fields: Partial<TicketSummary> = {}): TicketSummary => {
  const time = formatServerTime(Date.UTC(2020, 0, 1) + number * 60_000);
  return aTicket(number, { createdOn: time, updatedOn: time, ...fields });
};

/** Tickets with the numbers from `first` to `last`, downwards if the first is larger. */
const tickets = (first: number, last: number): TicketSummary[] =>
  Array.from({ length: Math.abs(last - first) + 1 }, (_, at) => numbered(first < last ? first + at : first - at));

const cachedOf = (all: readonly TicketSummary[]) => new Map(all.map((ticket) => [ticket.id, ticket]));
const known = (number: number) => ({
  createdOn: numbered(number).createdOn,
  updatedOn: numbered(number).updatedOn,
});

/** The pages of the whole list that were asked for. */
const pagesAsked = ({ calls }: SyncWorld) =>
  calls.flatMap((call) => (call.startsWith('list ') ? [Number(call.slice(5))] : []));

describe('the open tickets', () => {
  it('are read by status, each list to its end', async () => {
    const [one = '', other = ''] = openStatuses;
    const server = [...tickets(60, 1).map((ticket) => ({ ...ticket, status: one })), numbered(61, { status: other })];
    const world = syncWorld({ server, pageCap: 25 });
    await updateOpenTickets(world.context);
    expect(new Set(world.calls)).toEqual(new Set([`${one} 0`, `${one} 1`, `${one} 2`, `${other} 0`]));
    expect(world.cached).toEqual(cachedOf(server));
    expect(world.saved).toHaveLength(61);
  });

  it('that no list shows are read one by one, and those of the cache that a list shows are not', async () => {
    const [status = ''] = openStatuses;
    const listed = numbered(1, { status });
    const closed = numbered(2, { status: 'Completed' });
    const world = syncWorld({
      server: [listed, closed],
      cached: cachedOf([listed, { ...closed, status }, numbered(3, { status }), numbered(4)]),
    });
    await updateOpenTickets(world.context);
    expect(world.calls.filter((call) => call.startsWith('WO')).toSorted()).toEqual([closed.id, ticketId(3)]);
    expect(world.cached).toEqual(cachedOf([listed, closed, numbered(4)]));
    expect(world.gone).toEqual([ticketId(3)]);
  });

  it('include those that a list should have shown', async () => {
    const late = numbered(1, { createdOn: formatServerTime(Date.now()) });
    const world = syncWorld({ cached: cachedOf([late]) }, 300_000);
    world.context.sightings.isLate(late.id);
    await updateOpenTickets(world.context);
    expect(world.calls).toContain(late.id);
    expect(world.cached.has(late.id)).toBe(true);
  });

  it('are no longer late when a list shows them', async () => {
    const [status = ''] = openStatuses;
    const late = numbered(1, { createdOn: formatServerTime(Date.now()), status });
    const world = syncWorld({ cached: cachedOf([late]), server: [late] }, 300_000);
    world.context.sightings.isLate(late.id);
    await updateOpenTickets(world.context);
    expect(world.context.sightings.late.size).toBe(0);
  });
});

describe('the newest tickets are read from the top', () => {
  /** Returns the pages that are asked for, and whether the numbers agree. */
  async function read(held: Partial<SyncWorld>) {
    const world = syncWorld({ pageCap: 10, ...held, cached: new Map(held.cached) });
    const agrees = await updateIncrementally(world.context);
    return { world, agrees, pages: pagesAsked(world) };
  }

  it('until they are older than the newest one that was known', async () => {
    const old = tickets(65, 1);
    const held = { server: tickets(100, 1), cached: cachedOf(old) };
    expect(await read({ ...held, newestConfirmed: known(65) })).toMatchObject({ pages: [0, 1, 2, 3], agrees: true });
    expect(await read({ ...held, newestConfirmed: known(71) })).toMatchObject({ pages: [0, 1, 2, 3], agrees: true });
    expect(await read({ ...held, newestConfirmed: known(72) })).toMatchObject({ pages: [0, 1, 2], agrees: false });
  });

  it('although a page has nothing new, since a failed round may have saved its tickets', async () => {
    const held = { server: tickets(100, 1), cached: cachedOf([...tickets(100, 91), ...tickets(80, 1)]) };
    expect(await read({ ...held, newestConfirmed: known(80) })).toMatchObject({ pages: [0, 1, 2], agrees: true });
  });

  it('to the end of the list where none is known', async () => {
    expect(await read({ server: tickets(25, 1) })).toMatchObject({ pages: [0, 1, 2], agrees: true });
    expect(await read({ server: tickets(20, 1), totalError: -5 })).toMatchObject({ pages: [0, 1, 2], agrees: false });
    expect(await read({})).toMatchObject({ pages: [0], agrees: true });
  });

  it('and are counted by a total that is stated, not by an empty page behind the end', async () => {
    const doubled = (all: TicketSummary[]) => all.flatMap((ticket, at) => (at < 3 ? [ticket, ticket] : [ticket]));
    const world = syncWorld({ pageCap: 10, server: tickets(17, 1), arrange: doubled });
    world.onCall = (call) => {
      world.totalError = call === 'list 2' ? 0 : -3;
    };
    expect(await updateIncrementally(world.context)).toBe(true);
    expect(pagesAsked(world)).toEqual([0, 1, 2]);
  });

  it.each(['', 'not yet'])(
    'past a ticket without a time of creation, which says nothing of their order: "%s"',
    async (createdOn) => {
      for (const at of [3, 9]) {
        const server = tickets(100, 1);
        server.splice(at, 0, aTicket(500, { createdOn, updatedOn: createdOn }));
        const held = { server, cached: cachedOf(tickets(80, 1)) };
        expect(await read({ ...held, newestConfirmed: known(80) })).toMatchObject({ pages: [0, 1, 2], agrees: true });
      }
    },
  );

  it('by when they were changed, where the list is sorted by that', async () => {
    const server = tickets(40, 1).map((ticket) => ({
      ...ticket,
      createdOn: numbered(100 - Number(ticket.id.slice(2))).createdOn,
    }));
    const newestConfirmed = { createdOn: numbered(99).createdOn, updatedOn: numbered(32).updatedOn };
    const held = { server, cached: cachedOf(server), newestConfirmed };
    expect(await read(held)).toMatchObject({ pages: [0], agrees: true });
  });

  it('as far as 20 pages, behind which a walk is the better way', async () => {
    const held = { server: tickets(300, 1), cached: cachedOf(tickets(300, 1)) };
    const { pages, agrees } = await read(held);
    expect(pages).toEqual(Array.from({ length: 20 }, (_, number) => number));
    expect(agrees).toBe(false);
    expect(await read({ ...held, newestConfirmed: known(102) })).toMatchObject({ agrees: true });
  });

  it('in small pages, which are smaller still where the server is slow', async () => {
    const held = { server: tickets(300, 1), cached: cachedOf(tickets(300, 1)), newestConfirmed: known(300) };
    const sizeOf = async (isSlow: boolean) => {
      const world = syncWorld(held);
      for (let time = 0; isSlow && time < 5; time++) world.context.pageSizes.timedOut(25, 60_000);
      const { api } = world.context;
      const sizes: number[] = [];
      const listTickets: typeof api.listTickets = (number, size, signal, filters) => {
        if (!filters?.status) sizes.push(size);
        return api.listTickets(number, size, signal, filters);
      };
      await updateIncrementally({ ...world.context, api: Object.assign(Object.create(api), { listTickets }) });
      return sizes;
    };
    expect(await sizeOf(false)).toEqual([25]);
    expect(await sizeOf(true)).toEqual([5]);
  });

  it('and a page of rows that are no tickets is taken for an old one', async () => {
    const world = syncWorld({ server: tickets(3, 1), cached: cachedOf(tickets(3, 1)), newestConfirmed: known(3) });
    const { api } = world.context;
    const listTickets: typeof api.listTickets = async (...request) => {
      const page = await api.listTickets(...request);
      return request[3]?.status ? page : { ...page, tickets: [], rowCount: 25 };
    };
    const isWhole = await updateIncrementally({
      ...world.context,
      api: Object.assign(Object.create(api), { listTickets }),
    });
    expect([isWhole, pagesAsked(world)]).toEqual([true, [0]]);
  });
});

describe('a list that begins with the oldest', () => {
  async function read(held: Partial<SyncWorld>) {
    const server = tickets(1, 95);
    const world = syncWorld({ pageCap: 10, server, cached: cachedOf(server.slice(0, 60)), ...held });
    const agrees = await updateIncrementally(world.context);
    return { agrees, pages: pagesAsked(world) };
  }

  it('is read from its end, back to what was known', async () => {
    expect(await read({ newestConfirmed: known(60) })).toEqual({ pages: [0, 9, 8, 7, 6, 5], agrees: true });
    expect(await read({ newestConfirmed: known(61) })).toEqual({ pages: [0, 9, 8, 7, 6, 5], agrees: true });
    expect(await read({ newestConfirmed: known(62) })).toEqual({ pages: [0, 9, 8, 7, 6], agrees: true });
  });

  it('is read to its beginning where nothing is known', async () => {
    expect(await read({})).toEqual({ pages: [0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0], agrees: true });
  });

  it('is read on behind the end that its total says', async () => {
    const { pages } = await read({ totalError: -30, newestConfirmed: known(90) });
    expect(pages).toEqual([0, 6, 7, 8, 9]);
  });

  it('is read back over the pages that its total says and that are empty', async () => {
    const newestConfirmed = known(60);
    const walked = { atMs: 0, surplus: -30, missing: 0 };
    expect(await read({ totalError: 30, newestConfirmed, walked })).toEqual({
      ...{ pages: [0, 12, 11, 10, 9, 8, 7, 6, 5], agrees: true },
    });
  });

  it('may have a total of 0', async () => {
    const { pages } = await read({ totalError: -1_000, newestConfirmed: known(1) });
    expect(pages).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is read 20 pages on and 20 back at most', async () => {
    const server = tickets(1, 605);
    const cached = cachedOf(server);
    const back = await read({ server, cached });
    expect(back.pages).toEqual([0, ...Array.from({ length: 21 }, (_, number) => 60 - number)]);
    expect(back.agrees).toBe(false);
    const on = await read({ server, cached, totalError: -500, newestConfirmed: known(600) });
    expect(on.pages).toEqual([0, ...Array.from({ length: 21 }, (_, number) => 10 + number)]);
  });
});

describe('the number of tickets', () => {
  const all = tickets(30, 1);
  const held = { server: all, cached: cachedOf(all), newestConfirmed: known(30) };
  const agrees = async (more: Partial<SyncWorld>) => {
    const world = syncWorld({ ...held, cached: new Map(held.cached), ...more });
    return await updateIncrementally(world.context);
  };

  it('has to be the total of the list', async () => {
    expect(await agrees({})).toBe(true);
    expect(await agrees({ totalError: 1 })).toBe(false);
    expect(await agrees({ totalError: -1 })).toBe(false);
  });

  it('may exceed that by what the last walk found, or be anything where the walk found no total', async () => {
    const walked = (surplus: number | null) => ({ walked: { atMs: 0, surplus, missing: 0 } });
    expect(await agrees({ ...walked(2), totalError: -2 })).toBe(true);
    expect(await agrees({ ...walked(2) })).toBe(false);
    expect(await agrees({ ...walked(-2), totalError: 2 })).toBe(true);
    expect(await agrees({ ...walked(null), totalError: 7 })).toBe(true);
    const many = { server: tickets(600, 1), newestConfirmed: known(1) };
    expect(await agrees({ ...walked(null), ...many })).toBe(false); // nobody knows what stands behind 20 pages
    expect(await agrees({ walked: null })).toBe(true);
    expect(await agrees({ walked: null, totalError: 1 })).toBe(false);
  });

  it('does not count the tickets that are only late', async () => {
    const late = numbered(31, { createdOn: formatServerTime(Date.now()) });
    const world = syncWorld({ ...held, cached: cachedOf([...all, late]) }, 300_000);
    world.context.sightings.isLate(late.id);
    expect(await updateIncrementally(world.context)).toBe(true);
  });

  /** Tickets that the user creates while the list is read: the cache gets them from elsewhere. */
  const created = (world: SyncWorld, count: number, onCall = 'list 0') => {
    world.onCall = (call) => {
      if (call !== onCall) return;
      for (const ticket of tickets(101, 100 + count)) world.cached.set(ticket.id, ticket);
    };
  };

  it.each([
    [1, 0, true],
    [1, 1, true],
    [1, 2, false],
    [1, -1, false],
    [2, 1, true],
    [2, -1, false],
  ])('with %i created here meanwhile may be %i away from the total: %s', async (count, totalError, expected) => {
    const world = syncWorld({ ...held, cached: new Map(held.cached), totalError });
    created(world, count);
    expect(await updateIncrementally(world.context)).toBe(expected);
  });

  it('takes none for created here that the lists have brought', async () => {
    const [status = ''] = openStatuses;
    const server = [numbered(32, { status }), numbered(31), ...all];
    const world = syncWorld({ ...held, cached: new Map(held.cached), server, totalError: -1 });
    expect(await updateIncrementally(world.context)).toBe(false);
    expect(world.saved).toEqual([32, 31].map((number) => ({ id: ticketId(number), isNew: true })));
  });

  it('counts one that was removed meanwhile', async () => {
    const [status = ''] = openStatuses;
    const open = { ...numbered(30), status };
    const world = syncWorld({ ...held, cached: cachedOf([open, ...all.slice(1)]), server: all.slice(1) });
    created(world, 1);
    expect(await updateIncrementally(world.context)).toBe(true);
    expect(world.gone).toEqual([open.id]);
  });

  it('counts none that is only changed', async () => {
    const [status = ''] = openStatuses;
    const open = { ...numbered(30), status };
    const world = syncWorld({ ...held, cached: cachedOf([open, ...all.slice(1)]) });
    created(world, 1);
    expect(await updateIncrementally(world.context)).toBe(true);
    expect(world.saved).toEqual([{ id: open.id, isNew: false }]);
  });

  it('counts none that the server does not give, and that stays because it was there lately', async () => {
    const [status = ''] = openStatuses;
    const open = { ...numbered(30), status };
    const walked = { atMs: Date.now(), surplus: 0, missing: 0 };
    const cached = cachedOf([open, ...all.slice(1)]);
    const world = syncWorld({ ...held, cached, server: all.slice(1), totalError: -1, walked }, 300_000);
    expect(await updateIncrementally(world.context)).toBe(false);
    expect([world.gone, world.cached.has(open.id)]).toEqual([[open.id], true]);
  });
});
