import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parseServerTime } from '../../electron/contract/server-time.ts';
import { formatDuration, spokenDuration } from '../../renderer/words/durations.ts';
import { followZone, formatHereAndUtc, formatUtc, timesIn } from '../../renderer/words/time.ts';
import { words } from '../../renderer/words/words.ts';
import { inZone } from '../support/in-zone.ts';

/** Made when the zone is set. */
const times = () => timesIn('en-GB');

const zoneBefore = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'Asia/Kolkata'; // half an hour off the full one, so that a lost offset shows
});
afterAll(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

describe('parseServerTime', () => {
  it('reads the server’s form as UTC', () => {
    expect(parseServerTime('2023-08-08 17:24:37')?.toISOString()).toBe('2023-08-08T17:24:37.000Z');
  });
  it.each(['', 'last Tuesday', '2023-08-08', '2023-13-45 99:00:00', '2023-02-31 10:00:00', '2023-08-08T17:24:37Z'])(
    'leaves %j alone',
    (text) => expect(parseServerTime(text)).toBeNull(),
  );
});

describe('times on the screen', () => {
  const date = new Date('2023-08-08T20:24:37Z'); // 01:54 on the 9th in Kolkata
  it('are local, and UTC where that is asked for', () => {
    expect(times().formatDayAndClock(date)).toBe('9 Aug 2023, 01:54');
    expect(formatUtc(date)).toBe('2023-08-08 20:24:37 UTC');
  });
  it.each([
    ['Asia/Kolkata', '9 Aug 2023, 01:54 · 2023-08-08 20:24:37 UTC'],
    ['UTC', '2023-08-08 20:24:37 UTC'],
    ['Atlantic/Reykjavik', '2023-08-08 20:24:37 UTC'],
  ])('are in UTC too, but never twice: in %s', (zone, both) => {
    onTestFinished(followZone); // after the zone is put back
    inZone(zone);
    followZone();
    expect(formatHereAndUtc(date)).toBe(both);
  });
  it('are as brief as the distance allows', () => {
    expect(times().formatBrief(date, new Date('2023-08-09T10:00:00Z'))).toBe('01:54');
    expect(times().formatBrief(date, new Date('2023-11-09T10:00:00Z'))).toBe('9 Aug');
    expect(times().formatBrief(date, new Date('2024-01-09T10:00:00Z'))).toBe('9 Aug 2023');
  });
  it('have the form of the place', () => {
    expect(timesIn('de-DE').formatDayAndClock(date)).toBe('9. Aug. 2023, 01:54');
    expect(timesIn('en-US').formatDayAndClock(date)).toMatch(/^Aug 9, 2023, 01:54\sAM$/);
    expect(timesIn('ja-JP').formatBrief(date, new Date('2023-11-09T10:00:00Z'))).toBe('8月9日');
  });
  it('say when something was confirmed', () => {
    expect(times().formatSince(date, new Date('2023-08-09T10:00:00Z'))).toBe('01:54');
    expect(times().formatSince(date, new Date('2023-08-10T10:00:00Z'))).toBe('yesterday 01:54');
    expect(times().formatSince(date, new Date('2023-08-12T10:00:00Z'))).toBe('9 Aug 2023, 01:54');
  });
});

it.each([
  [0, '1 s', '1 second'],
  [12_300, '12 s', '12 seconds'],
  [43_000, '45 s', '45 seconds'],
  [90_000, '2 min', '2 minutes'],
  [190_000, '3 min', '3 minutes'],
  [7_200_000, '2 h', '2 hours'],
])('estimates %d ms as %s', (ms, shown, spoken) => {
  expect(formatDuration(ms)).toBe(shown);
  expect(spokenDuration(ms)).toBe(spoken);
});

it('says when something appeared', () => {
  const now = new Date(2026, 10, 24, 18, 0);
  const kept = (day: number) => words.ticket.goneKept(times().dayAndTime(new Date(2026, 10, day, 12, 4), now));
  expect(kept(24)).toBe('What was fetched at 12:04 is kept.');
  expect(kept(23)).toBe('What was fetched yesterday at 12:04 is kept.');
  expect(kept(20)).toBe('What was fetched on 20 Nov 2026, 12:04 is kept.');
});
