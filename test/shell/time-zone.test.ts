import { expect, it, onTestFinished } from 'vitest';
import { startOfDay } from '../../electron/contract/dates.ts';
import { followZone } from '../../electron/shell/time-zone.ts';

it('local times follow the computer’s zone', () => {
  const { TZ: before } = process.env;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
  const noonMs = Date.UTC(2026, 10, 26, 12);
  followZone('Asia/Tokyo');
  expect([new Date(noonMs).getHours(), startOfDay(noonMs, 0)]).toEqual([21, Date.UTC(2026, 10, 25, 15)]);
  followZone('America/New_York');
  expect([new Date(noonMs).getHours(), startOfDay(noonMs, 0)]).toEqual([7, Date.UTC(2026, 10, 26, 5)]);
  followZone('America/Santiago'); // where summer time begins at midnight: that day begins at one o'clock, and no other does
  const changeMs = Date.UTC(2025, 8, 7, 15);
  expect([-1, 0, 1].map((days) => startOfDay(changeMs, days))).toEqual([
    Date.UTC(2025, 8, 6, 4),
    Date.UTC(2025, 8, 7, 4),
    Date.UTC(2025, 8, 8, 3),
  ]);
});

it.each(['', 'Mars/Olympus', '+02:00', ':/etc/passwd', '../zone', 'UTC0\nX=1'])('“%s” is no zone', (zone) => {
  const environment = { TZ: 'Europe/Berlin' };
  followZone(zone, environment);
  expect(environment).toEqual({ TZ: 'Europe/Berlin' });
});
