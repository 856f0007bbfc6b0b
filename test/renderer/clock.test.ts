import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToClock, renewClock, useClock } from '../../renderer/state/clock.ts';
import {
  clockOnSite,
  followZone,
  formatDayAndClock,
  formatOnSite,
  formatOnSiteBrief,
} from '../../renderer/words/time.ts';

const zoneBefore = process.env.TZ;
const zoneChanged = vi.fn();
const listeners = new Map<string, () => void>();

function moveTo(zone: string) {
  process.env.TZ = zone;
  new Date().getTimezoneOffset(); // Node takes a new zone over with the next use of a date
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-15T10:00:30Z') });
  zoneChanged.mockReset().mockResolvedValue({ ok: true, value: null });
  const addEventListener = (event: string, listener: () => void) => listeners.set(event, listener);
  vi.stubGlobal('window', { addEventListener, desk: { system: { zoneChanged } } });
  vi.stubGlobal('document', { addEventListener, hidden: false });
  moveTo('Asia/Kolkata');
  renewClock();
  followZone();
  zoneChanged.mockClear();
  return () => {
    vi.useRealTimers();
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
    followZone();
  };
});

describe('the clock', () => {
  it('is renewed with each minute', async () => {
    listenToClock();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(useClock.getState().now.toISOString()).toBe('2026-01-15T10:00:30.000Z');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(useClock.getState().now.toISOString()).toBe('2026-01-15T10:01:00.000Z');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(useClock.getState().now.toISOString()).toBe('2026-01-15T10:02:00.000Z');
  });

  it('stands still while the window is hidden, and is right when it is shown', async () => {
    listenToClock();
    vi.stubGlobal('document', { hidden: true });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(useClock.getState().now.toISOString()).toBe('2026-01-15T10:00:30.000Z');
    vi.stubGlobal('document', { hidden: false });
    listeners.get('visibilitychange')?.();
    expect(useClock.getState().now.toISOString()).toBe('2026-01-15T10:02:30.000Z');
  });

  it.each(['focus', 'visibilitychange'])('is looked at again on %s', (event) => {
    listenToClock();
    vi.setSystemTime(new Date('2026-01-15T18:00:00Z'));
    listeners.get(event)?.();
    expect(useClock.getState().now.toISOString()).toBe('2026-01-15T18:00:00.000Z');
  });

  it('follows this computer to another zone, with all times on the screen, and tells the main process once', () => {
    const date = new Date('2026-01-15T10:00:00Z');
    expect(formatDayAndClock(date)).toBe('15 Jan 2026, 15:30');
    moveTo('America/New_York');
    renewClock();
    renewClock();
    expect(useClock.getState().zone).toBe('America/New_York');
    expect(formatDayAndClock(date)).toBe('15 Jan 2026, 05:00');
    expect(formatOnSite(date, 'America/New_York')).toBeNull();
    expect(zoneChanged.mock.calls).toEqual([[{ zone: 'America/New_York' }]]);
  });

  it('tells the main process its zone when it is opened, since the computer may have travelled without a window', async () => {
    vi.stubGlobal('document', { addEventListener: () => undefined, hidden: false, documentElement: { lang: 'en' } });
    vi.resetModules();
    const opened = await import('../../renderer/state/clock.ts');
    opened.listenToClock();
    opened.renewClock();
    expect(zoneChanged.mock.calls).toEqual([[{ zone: opened.useClock.getState().zone }]]);
  });
});

describe('the time on site', () => {
  it('is told with its zone, and follows summer time there', () => {
    expect(formatOnSite(new Date('2026-01-15T10:00:00Z'), 'Europe/Amsterdam')).toBe('15 Jan 2026, 11:00 CET');
    expect(formatOnSite(new Date('2026-07-15T10:00:00Z'), 'Europe/Amsterdam')).toBe('15 Jul 2026, 12:00 CEST');
  });

  it('is told without the day beside a local time of the same day', () => {
    expect(formatOnSiteBrief(new Date('2026-01-15T10:00:00Z'), 'Europe/Amsterdam')).toBe('11:00 CET');
    expect(formatOnSiteBrief(new Date('2026-01-15T20:00:00Z'), 'Europe/Amsterdam')).toBe('15 Jan 2026, 21:00 CET');
    expect(formatOnSiteBrief(new Date(), 'Asia/Colombo')).toBeNull();
  });

  it('names the day where that is another', () => {
    expect(clockOnSite(new Date('2026-01-15T10:00:00Z'), 'America/Phoenix')).toEqual({ clock: '03:00', weekday: null });
    expect(clockOnSite(new Date('2026-01-15T20:00:00Z'), 'America/Phoenix')).toEqual({
      clock: '13:00',
      weekday: 'Thursday', // Friday in Kolkata
    });
  });

  it('is not told where the clocks agree, whatever the zone is called, and only while they do', () => {
    expect(clockOnSite(new Date(), 'Asia/Colombo')).toBeNull();
    moveTo('Europe/London');
    renewClock();
    expect(formatOnSite(new Date('2026-01-15T10:00:00Z'), 'Atlantic/Reykjavik')).toBeNull();
    expect(formatOnSite(new Date('2026-07-15T10:00:00Z'), 'Atlantic/Reykjavik')).toBe('15 Jul 2026, 10:00 GMT');
  });
});
