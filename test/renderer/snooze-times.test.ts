import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fieldsOf, momentOf, snoozeChoices } from '../../renderer/state/snooze-times.ts';

afterEach(() => vi.unstubAllEnvs());

/** What is offered at a local time, as the day and time of each choice. */
function offeredAt(local: string): string[] {
  return snoozeChoices(new Date(local).getTime()).map(({ untilMs }) => {
    const { day, time } = fieldsOf(untilMs);
    return `${day} ${time}`;
  });
}

describe('what a snooze offers', () => {
  it.each([
    ['a Thursday morning', '2026-11-26T09:30', ['2026-11-26 12:30', '2026-11-27 08:00', '2026-11-30 08:00']],
    ['an afternoon', '2026-11-26T16:40', ['2026-11-26 18:00', '2026-11-27 08:00', '2026-11-30 08:00']],
    ['shortly before six', '2026-11-26T17:45', ['2026-11-27 08:00', '2026-11-27 08:00', '2026-11-30 08:00']],
    ['a Friday evening', '2026-11-27T19:00', ['2026-11-28 08:00', '2026-11-28 08:00', '2026-11-30 08:00']],
    ['late at night', '2026-11-26T23:59', ['2026-11-27 08:00', '2026-11-27 08:00', '2026-11-30 08:00']],
    ['after midnight', '2026-11-27T00:30', ['2026-11-27 03:30', '2026-11-28 08:00', '2026-11-30 08:00']],
    ['a Monday', '2026-11-30T10:00', ['2026-11-30 13:00', '2026-12-01 08:00', '2026-12-07 08:00']],
    ['a Sunday', '2026-11-29T10:00', ['2026-11-29 13:00', '2026-11-30 08:00', '2026-11-30 08:00']],
    ['the last day of a year', '2026-12-31T12:00', ['2026-12-31 15:00', '2027-01-01 08:00', '2027-01-04 08:00']],
  ])('on %s', (_, local, offered) => expect(offeredAt(local)).toEqual(offered));

  it('is the same time of day across a change of the clocks', () => {
    vi.stubEnv('TZ', 'Europe/Amsterdam');
    expect(offeredAt('2026-03-28T12:00')).toEqual(['2026-03-28 15:00', '2026-03-29 08:00', '2026-03-30 08:00']);
    expect(offeredAt('2026-10-24T12:00')).toEqual(['2026-10-24 15:00', '2026-10-25 08:00', '2026-10-26 08:00']);
    expect(offeredAt('2026-03-29T01:30')).toEqual(['2026-03-29 05:30', '2026-03-30 08:00', '2026-03-30 08:00']);
  });

  it('is still to come, half an hour away at least, and in order', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(2000, 0), max: new Date(2100, 0), noInvalidDate: true }), (now) => {
        const [later = 0, tomorrow = 0, nextWeek = 0] = snoozeChoices(now.getTime()).map(({ untilMs }) => untilMs);
        expect(later - now.getTime()).toBeGreaterThanOrEqual(30 * 60_000);
        expect(later).toBeLessThanOrEqual(tomorrow);
        expect(tomorrow).toBeLessThanOrEqual(nextWeek);
      }),
    );
  });
});

it('a date and a time of the fields name a moment, or none', () => {
  const ms = new Date(2026, 10, 30, 8, 5).getTime();
  expect(fieldsOf(ms)).toEqual({ day: '2026-11-30', time: '08:05' });
  expect(momentOf('2026-11-30', '08:05')).toBe(ms);
  expect(momentOf('', '08:05')).toBeNull();
  expect(momentOf('2026-11-30', '')).toBeNull();
});
