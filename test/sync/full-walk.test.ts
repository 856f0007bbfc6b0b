/* What a walk reads, and when it is believed, by itself; `belief.test.ts` has the whole engine do it. */

import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import { walkList } from '../../electron/sync/full-walk.ts';
import { type SyncWorld, syncWorld } from '../support/sync-world.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

/** Closed tickets with the numbers from `first` down to `last`, the newest first. */
const tickets = (first: number, last: number): TicketSummary[] =>
  Array.from({ length: first - last + 1 }, (_, at) =>
    aTicket(first - at, { createdOn: formatServerTime(Date.UTC(2020, 0, 1) + (first - at) * 60_000) }),
  );

const cachedOf = (all: readonly TicketSummary[]) => new Map(all.map((ticket) => [ticket.id, ticket]));
const numbersOf = (cached: SyncWorld['cached']) =>
  [...cached.keys()].map((id) => Number(id.slice(2))).sort((one, other) => one - other);
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

/** Walks a list of 110 tickets in pages of 25. */
function own(held: Partial<SyncWorld> = {}, lagMs = 0) {
  const world = syncWorld({ server: tickets(110, 1), pageCap: 25, walked: null, ...held }, lagMs);
  /** How often the page was read that begins here. */
  const count = (first: number) => world.pagesRead.filter((each) => each === first).length;
  /** How many walks were made: the last page is read once in each. */
  return { world, walks: () => count(100), count };
}

/** Adds tickets at the top of the list when only the last page of the walk is left, which tells the new total. */
const addAtLast = ({ world, count }: ReturnType<typeof own>, added: number) => {
  const held = world.server.length;
  const last = Math.floor(held / 25);
  const others = Array.from({ length: last }, (_, page) => page * 25);
  let isAdded = false;
  world.onCall = async (call) => {
    if (call !== `list ${last}` || isAdded) return;
    isAdded = true;
    while (others.some((first) => count(first) === 0)) await setImmediate();
    world.server = [...tickets(held + added, held + 1), ...world.server];
  };
};

describe('a walk', () => {
  it('reads the whole list once, and removes what is not there any more', async () => {
    const { world, walks } = own({ cached: cachedOf(tickets(112, 100)) });
    world.onCall = (call) => expect(call).not.toBe('WO110');
    expect(await walkList(world.context)).toBe(true);
    expect([walks(), numbersOf(world.cached)]).toEqual([1, upTo(110)]);
    expect(world.calls.filter((call) => call.startsWith('WO')).toSorted()).toEqual(['WO111', 'WO112']);
    expect(world.gone.toSorted()).toEqual([ticketId(111), ticketId(112)]);
    expect(world.walk).toBeNull();
    expect(world.walked).toEqual({ atMs: expect.any(Number), surplus: 0, missing: 0 });
    expect(Math.abs(Date.now() - (world.walked?.atMs ?? 0))).toBeLessThan(60_000);
  });

  it('tells which tickets are new or changed, and how far it is', async () => {
    const { world } = own({ cached: cachedOf(tickets(110, 11)) });
    await walkList(world.context);
    expect(world.saved.map(({ id }) => id).toSorted()).toEqual(upTo(10).map(ticketId).toSorted());
    const done = world.progress.map((progress) => progress.done);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(done).toContain(25);
    expect(world.progress.at(-1)).toMatchObject({ done: 110, total: 110 });
  });

  it('says of a total that is too low that it is at least what was read', async () => {
    const { world } = own({ totalError: -60 });
    await walkList(world.context);
    expect(world.progress.every(({ done, total }) => total >= done)).toBe(true);
    expect(world.progress.at(-1)).toMatchObject({ done: 110, total: 110 });
  });

  it('finds an empty list, and a page with nothing is no progress', async () => {
    const { world } = own({ server: [], cached: cachedOf(tickets(2, 1)) });
    expect(await walkList(world.context)).toBe(true);
    expect([world.cached.size, world.progress, world.walked?.surplus]).toEqual([0, [], 0]);
  });

  it('expects no ticket any more that it has seen', async () => {
    const { world } = own({ cached: cachedOf(tickets(110, 1)) }, 300_000);
    const { sightings } = world.context;
    sightings.listed([ticketId(3)]);
    sightings.isLate(ticketId(3));
    await walkList(world.context);
    expect(sightings.late.size).toBe(0);
  });

  it('ends although many tickets that it did not find cannot be read, and asks for the others', async () => {
    const { world } = own({ cached: cachedOf([...tickets(130, 1)]) });
    world.onCall = (call) => {
      if (call.startsWith('WO') && call !== 'WO130') throw new ProblemError('server-error');
    };
    expect(await walkList(world.context)).toBe(true);
    expect([world.walk, world.walked?.surplus]).toEqual([null, 19]);
    expect(world.gone).toEqual([ticketId(130)]);
    expect(world.problems).toHaveLength(19);
  });

  it('is not over while the connection keeps it from asking for what it did not find', async () => {
    for (const kind of ['no-connection', 'timeout'] as const) {
      const { world } = own({ cached: cachedOf([...tickets(130, 1)]) });
      world.onCall = (call) => {
        if (call.startsWith('WO')) throw new ProblemError(kind);
      };
      await expect(walkList(world.context)).rejects.toMatchObject({ problem: { kind } });
      expect(world.walk).not.toBeNull();
    }
  });

  it('keeps a ticket that may only be late, and does not count it', async () => {
    const late = aTicket(200, { createdOn: formatServerTime(Date.now()) });
    const { world } = own({ cached: cachedOf([late]) }, 300_000);
    expect(await walkList(world.context)).toBe(true);
    expect(world.cached.has(late.id)).toBe(true);
    expect(world.walked).toMatchObject({ surplus: 0, missing: 0 });
  });
});

describe('a list that disagrees with its total', () => {
  it('is walked twice, and believed when both found the same', async () => {
    const { world, walks } = own({ totalError: 7 });
    expect(await walkList(world.context)).toBe(true);
    expect(walks()).toBe(2);
    expect(world.walked).toMatchObject({ surplus: -7, missing: 7 });
  });

  it('is walked once if it disagrees as the last time', async () => {
    const { world, walks } = own({ totalError: 7, walked: { atMs: 0, surplus: -7, missing: 7 } });
    expect(await walkList(world.context)).toBe(true);
    expect(walks()).toBe(1);
    expect(world.walked).toMatchObject({ surplus: -7, missing: 7 });
    const other = own({ totalError: 6, walked: { atMs: 0, surplus: -7, missing: 7 } });
    await walkList(other.world.context);
    expect(other.walks()).toBe(2);
  });

  /** In each walk the list shows another ticket twice, in the place of the next one. */
  function moving(held: Partial<SyncWorld> = {}) {
    const test = own(held);
    test.world.arrange = (all) => {
      const twice = 50 + test.walks();
      return all.map((row, at) => (at === twice ? (all[at - 1] ?? row) : row));
    };
    return test;
  }

  it('is walked three times at most, and not believed when each found something else', async () => {
    const { world, walks } = moving({ totalError: 1 });
    expect(await walkList(world.context)).toBe(false);
    expect([walks(), world.walk, world.walked]).toEqual([3, null, null]);
    expect(numbersOf(world.cached)).toEqual(upTo(110));
  });

  it('is taken for whole if the cache then holds as many, which is no reason to believe the next one', async () => {
    const { world, walks } = moving({ cached: cachedOf(tickets(110, 1)) });
    expect(await walkList(world.context)).toBe(true);
    expect([walks(), world.cached.size]).toEqual([3, 110]);
    expect(world.walked).toMatchObject({ surplus: 0, missing: 0 });
  });

  it('is not believed while it holds a ticket more often than in the walk before', async () => {
    const { world, walks } = own();
    world.arrange = (all) => {
      const [first] = all;
      const doubled = walks() === 0 ? 1 : 2;
      world.totalError = 2 - doubled;
      return first ? [...all, ...Array.from({ length: doubled }, () => first)] : [];
    };
    expect(await walkList(world.context)).toBe(true);
    expect([walks(), world.walked]).toMatchObject([3, { surplus: -2, missing: 2 }]);
  });

  it('is compared with later totals, also where an empty page behind its end has none of its own', async () => {
    const { world, walks } = own({ server: tickets(93, 1) });
    world.arrange = (all) => [...all, ...all.slice(0, 7)];
    world.onCall = (call) => {
      world.totalError = call === 'list 4' ? 0 : -7; // nothing is stated, so the total is told by the page's place
    };
    expect(await walkList(world.context)).toBe(true);
    expect([walks(), world.walked]).toMatchObject([1, { surplus: 0, missing: 0 }]);
  });

  it('says nothing of a surplus where its total says nothing', async () => {
    const { world } = own({ totalError: -1_000 });
    expect(await walkList(world.context)).toBe(true);
    expect(world.walked).toMatchObject({ surplus: null });
  });
});

describe('tickets that are created during a walk', () => {
  const pages = [0, 25, 50, 75, 100];

  it('are read from the top, and no other walk is made', async () => {
    const test = own();
    const { world, walks, count } = test;
    addAtLast(test, 3);
    expect(await walkList(world.context)).toBe(true);
    expect(numbersOf(world.cached)).toEqual(upTo(113));
    expect([walks(), pages.map(count)]).toEqual([1, [2, 1, 1, 1, 1]]);
    expect(world.walked).toMatchObject({ surplus: 0, missing: 0 });
    expect(world.saved).toHaveLength(113);
    expect(world.progress.at(-1)).toMatchObject({ done: 113, total: 113 });
  });

  it('are read page by page until none is missing', async () => {
    const test = own();
    const { world, count } = test;
    addAtLast(test, 60);
    expect(await walkList(world.context)).toBe(true);
    expect(numbersOf(world.cached)).toEqual(upTo(170));
    expect(pages.map(count)).toEqual([2, 2, 2, 1, 1]);
  });

  it('are left to another walk if they take more than four pages', async () => {
    const test = own({ server: tickets(160, 1) });
    const { world, count } = test;
    addAtLast(test, 150);
    expect(await walkList(world.context)).toBe(true);
    expect(numbersOf(world.cached)).toEqual(upTo(310));
    expect(pages.map(count)).toEqual([3, 3, 3, 3, 2]);
  });

  it('are not looked for where the total has stayed the same', async () => {
    const { world, walks, count } = own({ totalError: 7 });
    await walkList(world.context);
    expect([walks(), count(0)]).toEqual([2, 2]);
  });

  it('are looked for on one page if the total has changed, and no further if none is there', async () => {
    const { world, walks } = own();
    world.onCall = (call) => {
      world.totalError = call === 'list 4' ? 2 : 0;
    };
    world.arrange = (all) => all.slice(0, 109); // one is missing, so that the walk is not complete
    const { api } = world.context;
    await walkList({ ...world.context, api });
    const perWalk = [0, 25].map((first) => world.pagesRead.filter((each) => each === first).length / walks());
    expect(perWalk).toEqual([2, 1]);
  });

  it('count as rows of the walk that found them, so that the next one can find the same', async () => {
    const { world, walks, count } = own();
    world.onCall = (call) => {
      world.totalError = call === 'list 0' ? 3 : 5; // the total wavers
      if (call === 'list 0' && count(0) === 1 && walks() === 1) world.server = [...tickets(111, 111), ...world.server];
    };
    expect(await walkList(world.context)).toBe(true);
    expect([walks(), numbersOf(world.cached)]).toEqual([2, upTo(111)]);
  });
});

describe('a walk that was interrupted', () => {
  /** The pages that begin at these places were read, in a size that the walk had then. */
  function interrupted(places: readonly number[], size = 25, held: Partial<SyncWorld> = {}) {
    const test = own(held);
    const { world } = test;
    const read = places.flatMap((first) => world.server.slice(first, first + size));
    for (const ticket of read) world.cached.set(ticket.id, ticket);
    const totals = { first: 110, lowest: 110, highest: 110 };
    world.walk = {
      walk: { unit: size, totals },
      pages: places.map((first) => ({ first, size })),
      rows: read.map(({ id }) => world.rowOf(id)),
    };
    return test;
  }

  it('goes on with the pages that are left, and reads the first one again', async () => {
    const { world, count } = interrupted([0, 25, 75]);
    expect(await walkList(world.context)).toBe(true);
    expect([0, 25, 50, 75, 100].map(count)).toEqual([1, 0, 1, 0, 1]);
    expect([numbersOf(world.cached), world.walked]).toMatchObject([upTo(110), { surplus: 0, missing: 0 }]);
  });

  it('counts the pages that were read before', async () => {
    const { world, walks } = interrupted([0, 25, 50], 25, { totalError: 7 });
    const state = world.walk;
    if (state) state.walk = { ...state.walk, totals: { first: 117, lowest: 117, highest: 117 } };
    expect(await walkList(world.context)).toBe(true);
    expect(walks()).toBe(2);
  });

  it('takes over what is new on the first page', async () => {
    const { world, count } = interrupted([0, 25]);
    world.server = [...tickets(112, 111), ...world.server];
    expect(await walkList(world.context)).toBe(true);
    expect(numbersOf(world.cached)).toEqual(upTo(112));
    expect([count(0), count(25), count(50), world.saved.length]).toEqual([1, 0, 1, 112 - 50]);
  });

  it('keeps its size of pages where the size of today does not fit', async () => {
    const { world, count } = interrupted([0, 40], 40, { pageCap: 40 });
    expect(await walkList(world.context)).toBe(true);
    expect([0, 40, 80].map(count)).toEqual([1, 0, 1]);
    expect(numbersOf(world.cached)).toEqual(upTo(110));
  });

  it('goes on in smaller pages where they fit', async () => {
    const { world, count } = interrupted([0, 50], 50);
    expect(await walkList(world.context)).toBe(true);
    expect([0, 25, 50, 75, 100].map(count)).toEqual([1, 0, 0, 0, 1]);
    expect(numbersOf(world.cached)).toEqual(upTo(110));
  });

  it('begins anew if the server grants no such pages any more', async () => {
    const { world, count } = interrupted([0, 25], 25, { pageCap: 10 });
    expect(await walkList(world.context)).toBe(true);
    expect(numbersOf(world.cached)).toEqual(upTo(110));
    expect([10, 50, 100].map((first) => count(first) > 0)).toEqual([true, true, true]);
  });

  it('keeps the pages that arrived before a failure', async () => {
    const { world } = own();
    world.onCall = (call) => {
      if (call === 'list 3') throw new ProblemError('no-connection');
    };
    await expect(walkList(world.context)).rejects.toMatchObject({ problem: { kind: 'no-connection' } });
    expect(world.walk?.walk).toEqual({ unit: 25, totals: { first: 110, lowest: 110, highest: 110 } });
    expect(world.walk?.pages.map(({ first }) => first)).toContain(0);
    expect(world.walk?.pages.map(({ first }) => first)).not.toContain(75);
    expect(world.walk?.rows.length).toBe(world.cached.size);
  });
});
