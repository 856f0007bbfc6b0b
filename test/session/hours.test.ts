import { expect, it, onTestFinished, vi } from 'vitest';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { Hours } from '../../electron/session/hours.ts';
import { inZone } from '../support/in-zone.ts';
import { ownService, ownSession, signInTo, synced } from '../support/session.ts';

const minuteMs = 60_000;

function ownHours(now: string) {
  vi.useFakeTimers({ now: new Date(now) });
  onTestFinished(() => void vi.useRealTimers());
  const onHour = vi.fn();
  const hours = new Hours(onHour);
  onTestFinished(() => hours.stop());
  return { hours, onHour };
}

it('tells each full hour, and nothing before it is started and after it is stopped', () => {
  const { hours, onHour } = ownHours('2026-11-28T10:50:00Z');
  hours.check();
  vi.advanceTimersByTime(60 * minuteMs);
  expect(onHour).not.toHaveBeenCalled();
  hours.start();
  vi.advanceTimersByTime(9 * minuteMs);
  expect(onHour).not.toHaveBeenCalled();
  vi.advanceTimersByTime(minuteMs);
  expect(onHour).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(120 * minuteMs);
  expect(onHour).toHaveBeenCalledTimes(3);
  hours.stop();
  vi.advanceTimersByTime(120 * minuteMs);
  expect(onHour).toHaveBeenCalledTimes(3);
});

it('tells once of the hours that the computer slept through', () => {
  const { hours, onHour } = ownHours('2026-11-28T10:50:00Z');
  hours.start();
  vi.setSystemTime(new Date('2026-11-29T07:20:00Z'));
  hours.check();
  hours.check();
  expect(onHour).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(40 * minuteMs);
  expect(onHour).toHaveBeenCalledTimes(2);
});

it('a day begins with an hour also where the zone is half an hour off', () => {
  inZone('Asia/Kolkata');
  const { hours, onHour } = ownHours('2026-11-28T18:20:00Z');
  hours.start();
  vi.advanceTimersByTime(10 * minuteMs);
  expect(onHour).toHaveBeenCalledTimes(1);
});

it('what time has changed is told although nothing happened on the server', async () => {
  const service = await ownService({ ticketCount: 20 });
  const test = await ownSession();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, 20);
  test.changed.length = 0;
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 14 * 60 * minuteMs });
  onTestFinished(() => void vi.useRealTimers());
  test.session.wake();
  expect(test.changed).toContain(null);
});

it('what a day is in another time zone is told at once', async () => {
  inZone('Europe/Berlin');
  const service = await ownService({ ticketCount: 20 });
  const test = await ownSession();
  test.session.noteZone(); // while no account is open
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, 20);
  test.changed.length = 0;
  test.session.noteZone();
  expect(test.changed).not.toContain(null);
  process.env.TZ = 'Asia/Tokyo';
  test.session.noteZone();
  expect(test.changed).toContain(null);
});
