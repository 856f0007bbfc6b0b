/* Which tickets the feed of changes makes the sync read, by itself; `change-feed.test.ts` has the whole engine do it. */

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { TicketChange } from '../../electron/api/ticket-changes.ts';
import { ProblemError, type ProblemKind } from '../../electron/contract/problem.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import { ChangeFeed } from '../../electron/sync/change-feed.ts';
import { type SyncWorld, syncWorld } from '../support/sync-world.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const nowMs = Date.UTC(2026, 0, 10, 12);
const hourMs = 3_600_000;
/** A time by the server's clock, so many seconds before now. */
const ago = (seconds: number) => formatServerTime(nowMs - seconds * 1_000);
const seenUpTo = ago(100);

const row = (number: number, updatedOn: string, isCustomerSupport = true): TicketChange => ({
  ...{ id: ticketId(number), updatedOn },
  isCustomerSupport,
});
const ticket = (number: number, updatedOn: string) => aTicket(number, { updatedOn });
const ticketsRead = ({ calls }: SyncWorld) => calls.filter((call) => call.startsWith('WO'));
const pagesRead = ({ calls }: SyncWorld) => calls.filter((call) => call.startsWith('feed')).length;

/** A feed that was read up to `seenUpTo`, by a cache that holds the tickets 1 to 9 as they were then. */
function own(rows: readonly (readonly TicketChange[])[], held: Partial<SyncWorld> = {}, lagMs = 0) {
  vi.useFakeTimers({ toFake: ['Date'], now: nowMs });
  onTestFinished(() => void vi.useRealTimers());
  const old = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ticket(number, seenUpTo));
  const all = {
    feed: { seenUpTo, refusedAtMs: null },
    cached: new Map(old.map((each) => [each.id, each])),
    server: old,
    feedPages: rows.map((changes) => ({ changes: [...changes], isLast: null })),
    ...held,
  };
  const world = syncWorld(all, lagMs);
  return { world, feed: new ChangeFeed() };
}

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('the feed makes read', () => {
  /** Returns the tickets that are read for these rows, which the last page of the feed has. */
  async function read(...rows: TicketChange[]) {
    const { world, feed } = own([[...rows, row(9, ago(500))]]);
    expect(await feed.takeOver(world.context)).toBe(true);
    expect(pagesRead(world)).toBe(1);
    return ticketsRead(world);
  }

  it('what changed since', async () => expect(await read(row(1, ago(99)))).toEqual(['WO1']));
  it('nothing that changed before', async () => expect(await read(row(1, ago(101)))).toEqual([]));
  it('no ticket of another kind', async () => expect(await read(row(1, ago(50), false))).toEqual([]));
  it('a ticket once', async () => expect(await read(row(1, ago(50)), row(1, ago(60)))).toEqual(['WO1']));

  it('of what changed in the last second that was read, what the cache does not hold so', async () => {
    expect(await read(row(1, seenUpTo), row(20, seenUpTo))).toEqual(['WO20']);
  });

  it('what changed although the cache holds it so, since it may have changed twice in that second', async () => {
    const { world, feed } = own([[row(1, ago(50)), row(9, ago(500))]]);
    world.cached.set(ticketId(1), ticket(1, ago(50)));
    await feed.takeOver(world.context);
    expect(ticketsRead(world)).toEqual(['WO1']);
  });
});

describe('pages are read', () => {
  const changed = row(1, ago(50));
  const unchanged = row(2, seenUpTo);

  it.each<[string, TicketChange[][], number]>([
    ['to one with something older', [[changed], [changed, row(3, ago(101)), row(1, ago(99))], [changed]], 2],
    ['to one with nothing but what is known', [[changed], [unchanged], [changed]], 2],
    ['on behind what is known if more stands on the same page', [[changed, unchanged], [unchanged], [changed]], 2],
    ['on behind an empty one', [[], [], [row(3, ago(101))]], 3],
    ['on behind rows without a time', [[row(3, '')], [unchanged]], 1],
    ['on behind rows of other kinds that are newer', [[row(3, ago(50), false)], [unchanged]], 2],
  ])('%s', async (_case, rows, pages) => {
    const { world, feed } = own(rows);
    expect(await feed.takeOver(world.context)).toBe(true);
    expect(pagesRead(world)).toBe(pages);
  });

  it.each([
    [true, 1, true],
    [false, 10, false],
    [null, 10, false],
  ])('to the one that says that it is the last: %s', async (isLast, pages, isWhole) => {
    const page = { changes: [changed], isLast };
    const { world, feed } = own([], { feedPages: Array.from({ length: 12 }, () => page) });
    expect(await feed.takeOver(world.context)).toBe(isWhole);
    expect(pagesRead(world)).toBe(pages);
    expect(ticketsRead(world)).toEqual(['WO1']);
  });

  it('with rows that have no time among them, which are not taken for old', async () => {
    const { world, feed } = own([[changed, row(3, '')], [row(4, ago(40)), changed], [unchanged]]);
    await feed.takeOver(world.context);
    expect([pagesRead(world), ticketsRead(world)]).toEqual([3, ['WO1', 'WO4']]);
  });
});

describe('the feed counts as read', () => {
  const seen = async (rows: TicketChange[][], prepare: (world: SyncWorld) => void = () => undefined) => {
    const { world, feed } = own(rows);
    prepare(world);
    await feed.takeOver(world.context);
    return world.feed;
  };
  const old = row(9, ago(500));

  it('up to its newest row', async () => {
    const rows = [row(1, ago(60)), row(2, ago(50)), row(3, ago(70)), old];
    expect(await seen([rows])).toEqual({ seenUpTo: ago(50), refusedAtMs: null });
    expect(await seen([[old]])).toEqual({ seenUpTo, refusedAtMs: null });
  });

  it('never up to the last two seconds, by the server’s clock, in which more may change', async () => {
    expect((await seen([[row(1, ago(0)), old]])).seenUpTo).toBe(ago(2));
    expect((await seen([[row(1, ago(2)), old]])).seenUpTo).toBe(ago(2));
    const isBehind = (world: SyncWorld) => world.context.sightings.noteServerTime(nowMs - 60_000);
    expect((await seen([[row(1, ago(10)), old]], isBehind)).seenUpTo).toBe(ago(62));
  });

  it('at first from the newest ticket that the last round confirmed', async () => {
    const { world, feed } = own([[row(1, ago(50)), row(2, ago(80))], [row(3, ago(90))]], {
      feed: { seenUpTo: '', refusedAtMs: null },
      newestConfirmed: { createdOn: ago(10), updatedOn: ago(60) },
    });
    expect(await feed.takeOver(world.context)).toBe(true);
    expect([pagesRead(world), ticketsRead(world), world.feed.seenUpTo]).toEqual([1, ['WO1'], ago(50)]);
  });

  it('as it was while the time of its rows is that of the last reading, which the lists may give otherwise', async () => {
    const rows = [row(1, ago(0)), old];
    const { world, feed } = own([rows]);
    await feed.takeOver(world.context);
    await feed.takeOver(world.context);
    expect(ticketsRead(world)).toEqual(['WO1', 'WO1']); // the second is not over, and the cache has another time
    pass(10_000);
    await feed.takeOver(world.context);
    expect(world.feed.seenUpTo).toBe(ago(0));
    expect(ticketsRead(world)).toHaveLength(3);
    await feed.takeOver(world.context);
    expect(ticketsRead(world)).toHaveLength(3);
  });
});

describe('a ticket that the single call shows as it was before the change', () => {
  const rows = [[row(1, ago(50)), row(9, ago(500))]];

  it('is read again until the single call shows it as the feed does', async () => {
    const { world, feed } = own(rows, {}, 300_000);
    await feed.takeOver(world.context);
    await feed.takeOver(world.context);
    expect(ticketsRead(world)).toEqual(['WO1', 'WO1']);
    world.server = [ticket(1, ago(50))];
    for (let time = 0; time < 3; time++) await feed.takeOver(world.context);
    expect(ticketsRead(world)).toEqual(['WO1', 'WO1', 'WO1']);
    expect(world.cached.get(ticketId(1))?.updatedOn).toBe(ago(50));
  });

  it('is read again for no longer than a server lags behind: the two may give one change different times', async () => {
    const { world, feed } = own(rows, {}, 300_000);
    await feed.takeOver(world.context);
    pass(251_000);
    for (let time = 0; time < 3; time++) await feed.takeOver(world.context);
    expect(ticketsRead(world)).toEqual(['WO1', 'WO1']);
  });
});

describe('a ticket that could not be read', () => {
  const fail = (kind: ProblemKind) => (call: string) => {
    if (call === 'WO1' || call === 'WO20') throw new ProblemError(kind);
  };

  it('is read the next time', async () => {
    const { world, feed } = own([[row(1, ago(50)), row(9, ago(500))]], { onCall: fail('server-error') });
    expect(await feed.takeOver(world.context)).toBe(true);
    world.onCall = () => undefined;
    world.feedPages = [];
    pass(16 * 60_000); // it is left alone for a while
    world.calls.length = 0;
    await feed.takeOver(world.context);
    expect(ticketsRead(world)).toEqual(['WO1']);
    await feed.takeOver(world.context);
    expect(ticketsRead(world)).toEqual(['WO1']);
  });

  it('is read the next time if the single call did not show it yet, until the lists were asked', async () => {
    const { world, feed } = own([[row(20, ago(50)), row(1, ago(50)), row(9, ago(500))]], {
      onCall: fail('not-found'),
    });
    world.cached.delete(ticketId(1));
    await feed.takeOver(world.context);
    world.feedPages = [];
    await feed.takeOver(world.context);
    expect(ticketsRead(world)).toEqual(['WO20', 'WO1', 'WO20', 'WO1']);
    world.cached.set(ticketId(1), ticket(1, ago(50)));
    feed.forgetUncached(world.context.cache);
    await feed.takeOver(world.context);
    expect(ticketsRead(world)).toEqual(['WO20', 'WO1', 'WO20', 'WO1', 'WO1']);
  });
});

describe('a feed', () => {
  const failing = (error: Error) => ({
    onCall: (call: string) => {
      if (call.startsWith('feed')) throw error;
    },
  });

  it('is untried until it was read, refused or failed', async () => {
    const untried = { seenUpTo: '', refusedAtMs: null };
    const read = own([[row(9, ago(500))]], { feed: untried });
    expect(read.feed.isUntried(read.world.context.cache)).toBe(true);
    await read.feed.takeOver(read.world.context);
    const failed = own([], { feed: untried, ...failing(new ProblemError('server-error')) });
    await failed.feed.takeOver(failed.world.context);
    for (const { feed, world } of [read, failed, own([]), own([], { feed: { seenUpTo: '', refusedAtMs: 0 } })]) {
      expect(feed.isUntried(world.context.cache)).toBe(false);
    }
  });

  it.each([
    ['not-permitted', 24 * hourMs],
    ['not-found', 24 * hourMs],
    ['gateway-refused', hourMs / 2],
    ['server-error', hourMs / 2],
    ['timeout', hourMs / 2],
  ] as const)('that is %s is done without for %i ms, which is no failure', async (kind, ms) => {
    const { world, feed } = own([], failing(new ProblemError(kind)));
    expect(await feed.takeOver(world.context)).toBe(false);
    expect(world.feed).toEqual({ seenUpTo, refusedAtMs: ms === 24 * hourMs ? nowMs : null });
    pass(ms - 1);
    expect(await feed.takeOver(world.context)).toBe(false);
    expect(pagesRead(world)).toBe(1);
    world.onCall = () => undefined;
    world.feedPages = [{ changes: [row(9, ago(500))], isLast: null }];
    pass(1);
    expect(await feed.takeOver(world.context)).toBe(true);
    expect(world.feed).toEqual({ seenUpTo, refusedAtMs: null });
  });

  it.each([new ProblemError('no-connection'), new ProblemError('unauthorized'), new Error('other')])(
    'that meets another problem is tried in the next round: %s',
    async (error) => {
      const { world, feed } = own([], failing(error));
      await expect(feed.takeOver(world.context)).rejects.toBe(error);
      await expect(feed.takeOver(world.context)).rejects.toBe(error);
      expect(world.feed).toEqual({ seenUpTo, refusedAtMs: null });
    },
  );
});
