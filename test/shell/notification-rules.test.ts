import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultSettings, notificationKinds, type Settings } from '../../electron/contract/settings.ts';
import { isQuietAt, type Notice, noticeOfNews, wantedNotices } from '../../electron/shell/notification-rules.ts';
import { ticketId } from '../support/tickets.ts';

const at = (hours: number, minutes: number) => new Date(2026, 10, 26, hours, minutes, 30);
const notice = (kind: Notice['kind'], number = 1): Notice => ({ kind, id: ticketId(number), title: '', status: '' });

const wanted = (
  notices: Notice[],
  notifications: Partial<Settings['notifications']> = {},
  { notifies = true, now = at(12, 0), inScope = [] as number[] } = {},
) =>
  wantedNotices(
    notices,
    { notifies, notifications: { ...defaultSettings.notifications, ...notifications } },
    now,
    (id) => inScope.some((number) => ticketId(number) === id),
  );

it.each([
  ['new', 'new'],
  ['status', 'status'],
  ['comment', 'answer'],
  ['changed', 'changed'],
] as const)('the news “%s” is of the kind “%s”', (what, kind) => {
  expect(noticeOfNews({ id: ticketId(1), title: 'Title', status: 'New', what })).toMatchObject({
    kind,
    title: 'Title',
  });
});

/** A prepared request is of no ticket. */
const ticketKinds = notificationKinds.filter((kind) => kind !== 'repeat');

it('shows every kind of any ticket at first, and nothing once notifications are off', () => {
  const all = ticketKinds.map((kind) => notice(kind));
  expect(wanted(all)).toEqual(all);
  expect(wanted(all, {}, { notifies: false })).toEqual([]);
});

it('shows the kinds that are chosen', () => {
  const all = ticketKinds.map((kind) => notice(kind));
  expect(wanted(all, { kinds: ['answer', 'refused'] }).map(({ kind }) => kind)).toEqual(['answer', 'refused']);
});

it('shows news of the chosen tickets only, but every reminder and refusal', () => {
  const notices = [notice('answer', 1), notice('answer', 2), notice('reminder', 3), notice('refused', 4)];
  expect(wanted(notices, { of: 'starred' }, { inScope: [2] }).map(({ id }) => id)).toEqual(['WO2', 'WO3', 'WO4']);
});

it('shows nothing while notifications are muted, and what comes afterwards', () => {
  const mutedUntilMs = at(13, 0).getTime();
  expect(wanted([notice('new')], { mutedUntilMs }, { now: at(12, 59) })).toEqual([]);
  expect(wanted([notice('new')], { mutedUntilMs }, { now: at(13, 0) })).toHaveLength(1);
});

it.each([
  ['22:00', '07:00', at(21, 59), false],
  ['22:00', '07:00', at(22, 0), true],
  ['22:00', '07:00', at(0, 0), true],
  ['22:00', '07:00', at(6, 59), true],
  ['22:00', '07:00', at(7, 0), false],
  ['12:00', '13:30', at(12, 0), true],
  ['12:00', '13:30', at(13, 30), false],
  ['09:00', '09:00', at(9, 0), true],
  ['09:00', '09:00', at(8, 59), true],
])('quiet from %s until %s: %s is %s', (from, until, now, isQuiet) => {
  expect(isQuietAt({ from, until }, now)).toBe(isQuiet);
  expect(wanted([notice('new')], { quietHours: { from, until } }, { now })).toHaveLength(isQuiet ? 0 : 1);
});

it('quiet hours begin at their first minute, last until their last, and are then over; the same time twice is a day', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const timeOf = (minutes: number) =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  fc.assert(
    fc.property(minute, minute, (from, until) => {
      const quiet = Array.from({ length: 24 * 60 }, (_, minutes) =>
        isQuietAt({ from: timeOf(from), until: timeOf(until) }, at(0, minutes)),
      );
      expect(quiet.filter(Boolean)).toHaveLength((until - from + 24 * 60) % (24 * 60) || 24 * 60);
      if (from !== until) expect([quiet[from], quiet.at(until - 1), quiet[until]]).toEqual([true, true, false]);
    }),
    { numRuns: 30 },
  );
});
