/* When a ticket that the server does not show may only be late, by itself; `lag.test.ts` has the whole engine ask. */

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { formatServerTime, longestLagMs } from '../../electron/contract/server-time.ts';
import type { Cache } from '../../electron/store/cache.ts';
import { Sightings } from '../../electron/sync/sightings.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const nowMs = Date.UTC(2026, 0, 10, 12);
const secondMs = 1_000;
const id = ticketId(1);
const otherId = ticketId(2);

type Held = { createdAtMs?: number; detailConfirmedAtMs?: number; isCached?: boolean; walkedAtMs?: number };

/** Sightings over a cache that holds the tickets 1 and 2, old ones unless the test says otherwise. The test may change it. */
function own(held: Held = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: nowMs });
  onTestFinished(() => void vi.useRealTimers());
  const ticket = () => {
    if (held.isCached === false) return null;
    const summary = aTicket(1, { createdOn: formatServerTime(held.createdAtMs ?? nowMs - 10 * longestLagMs) });
    return { summary, detail: null, detailConfirmedAtMs: held.detailConfirmedAtMs ?? null, isGone: false };
  };
  const walked = () => (held.walkedAtMs === undefined ? null : { atMs: held.walkedAtMs, surplus: 0, missing: 0 });
  return { held, sightings: new Sightings({ ticket, progress: { walked } } as unknown as Cache) };
}

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('a ticket is new', () => {
  it.each([
    [0, true],
    [longestLagMs - secondMs, true],
    [longestLagMs, false],
    [-longestLagMs + secondMs, true],
    [-longestLagMs, false],
  ])('%i ms after it was created: %s', (ageMs, isNew) => {
    expect(own({ createdAtMs: nowMs - ageMs }).sightings.isNew(id)).toBe(isNew);
  });

  it('by the server’s clock, not by this computer’s', () => {
    const { sightings, held } = own({ createdAtMs: nowMs - 3_600_000 });
    expect(sightings.serverNowMs()).toBe(nowMs);
    sightings.noteServerTime(nowMs - 3_600_000);
    pass(secondMs);
    expect(sightings.serverNowMs()).toBe(nowMs - 3_600_000 + secondMs);
    expect(sightings.isNew(id)).toBe(true);
    held.createdAtMs = nowMs;
    expect(sightings.isNew(id)).toBe(false);
  });

  it('never if the cache does not hold it', () => {
    expect(own({ createdAtMs: nowMs, isCached: false }).sightings.isNew(id)).toBe(false);
  });
});

describe('a ticket that a list does not show may be late', () => {
  it('if it is new', () => {
    const { sightings } = own({ createdAtMs: nowMs });
    expect(sightings.isLate(id)).toBe(true);
    expect([...sightings.late]).toEqual([id]);
  });

  it('if a list showed it lately', () => {
    const { sightings } = own({ walkedAtMs: nowMs - longestLagMs, detailConfirmedAtMs: nowMs - longestLagMs });
    expect(sightings.isLate(id)).toBe(false);
    sightings.listed([id]);
    expect([sightings.isLate(id), sightings.isLate(otherId)]).toEqual([true, false]);
    pass(longestLagMs - 1);
    expect(sightings.isLate(id)).toBe(true);
    pass(1);
    expect(sightings.isLate(id)).toBe(false);
    expect([...sightings.late]).toEqual([]);
  });

  it.each(['detailConfirmedAtMs', 'walkedAtMs'] as const)('for some minutes after %s', (what) => {
    const { sightings } = own({ [what]: nowMs });
    expect(sightings.isLate(id)).toBe(true);
    pass(longestLagMs - 1);
    expect(sightings.isLate(id)).toBe(true);
    pass(1);
    expect(sightings.isLate(id)).toBe(false);
  });

  it('not by a time that is far in the future: the clock was put back since', () => {
    const { sightings } = own();
    sightings.listed([id]);
    pass(-longestLagMs + 1);
    expect(sightings.isLate(id)).toBe(true);
    pass(-1);
    expect(sightings.isLate(id)).toBe(false);
  });

  it('not if the cache does not hold it any more', () => {
    const { sightings, held } = own();
    sightings.listed([id]);
    expect(sightings.isLate(id)).toBe(true);
    held.isCached = false;
    expect(sightings.isLate(id)).toBe(false);
    expect([...sightings.late]).toEqual([]);
  });

  it('whatever else the lists have shown since', () => {
    const { sightings } = own();
    sightings.listed([id]);
    pass(longestLagMs - 1);
    sightings.listed([otherId]);
    expect(sightings.isLate(id)).toBe(true);
  });

  it('not after what a list showed long ago, also when the clock is put back afterwards', () => {
    const { sightings } = own();
    sightings.listed([id]);
    pass(longestLagMs);
    sightings.listed([otherId]);
    pass(-longestLagMs);
    expect(sightings.isLate(id)).toBe(false);
  });
});

describe('a late ticket', () => {
  /** Both tickets are late. */
  function late() {
    const { sightings, held } = own({ createdAtMs: nowMs });
    for (const each of [id, otherId]) sightings.isLate(each);
    return { sightings, held };
  }

  it('is no longer expected when a list or a walk shows it', () => {
    const { sightings } = late();
    sightings.listed([id]);
    expect([...sightings.late]).toEqual([otherId]);
    sightings.walked([otherId]);
    expect([...sightings.late]).toEqual([]);
  });

  it('is no longer expected when it is removed, nor was it seen', () => {
    const { sightings, held } = late();
    sightings.listed([id]);
    sightings.isLate(id);
    sightings.forget(id);
    expect([...sightings.late]).toEqual([otherId]);
    held.createdAtMs = 0;
    expect(sightings.isLate(id)).toBe(false);
  });

  it('is one that only the single call shows, if it is new', () => {
    const { sightings, held } = own({ createdAtMs: nowMs });
    sightings.listed([id]);
    sightings.read(id);
    expect([...sightings.late]).toEqual([id]);
    held.createdAtMs = nowMs - longestLagMs;
    sightings.read(id);
    expect([...sightings.late]).toEqual([]);
    expect(sightings.isLate(id)).toBe(false); // the list has shown it before, and is not expected to now
  });
});
