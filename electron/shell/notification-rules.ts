/*
 * Which notifications the user wants. Those that come in quiet hours or while they are muted are not shown later: the badge and
 * the views tell what happened.
 */

import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import type { NotificationKind, NotificationScope, Settings } from '../contract/settings.ts';

/** What there is to tell about one ticket. */
export type Notice = { kind: Exclude<NotificationKind, 'repeat'>; id: TicketId; title: string; status: string };

/** Whether a ticket is one of those that the user wants notifications about. */
export type IsInScope = (id: TicketId, scope: Exclude<NotificationScope, 'all'>) => boolean;

const kindOfNews = { new: 'new', status: 'status', comment: 'answer', changed: 'changed' } as const satisfies Record<
  TicketNews['what'],
  NotificationKind
>;

export const noticeOfNews = ({ id, title, status, what }: TicketNews): Notice => ({
  kind: kindOfNews[what],
  ...{ id, title, status },
});

/** Returns the notices to show now. What concerns the user's own doings, reminders and refusals, is of any ticket. */
export function wantedNotices(
  notices: readonly Notice[],
  { notifies, notifications }: Pick<Settings, 'notifies' | 'notifications'>,
  now: Date,
  isInScope: IsInScope,
): Notice[] {
  const { kinds, of: scope } = notifications;
  if (!mayNotify({ notifies, notifications }, now)) return [];
  const isOfAnyTicket = ({ kind }: Notice) => scope === 'all' || kind === 'reminder' || kind === 'refused';
  return notices.filter(
    (notice) =>
      kinds.includes(notice.kind) && (isOfAnyTicket(notice) || (scope !== 'all' && isInScope(notice.id, scope))),
  );
}

/** Whether any notification is shown now. */
export function mayNotify(
  { notifies, notifications }: Pick<Settings, 'notifies' | 'notifications'>,
  now: Date,
): boolean {
  const { quietHours, mutedUntilMs } = notifications;
  const isMuted = mutedUntilMs !== null && now.getTime() < mutedUntilMs;
  return notifies && !isMuted && !isQuietAt(quietHours, now);
}

type QuietHours = Settings['notifications']['quietHours'];

/**
 * Whether quiet hours are on: from their first minute up to, but without, their last. They may go past midnight, and the same time
 * twice is the whole day.
 */
export function isQuietAt(quietHours: QuietHours, now: Date): boolean {
  if (quietHours === null) return false;
  const from = minutesOf(quietHours.from);
  const until = minutesOf(quietHours.until);
  const minute = now.getHours() * 60 + now.getMinutes();
  return from < until ? from <= minute && minute < until : from <= minute || minute < until;
}

/** Returns the minutes since midnight of a time of day, `HH:mm`. */
function minutesOf(timeOfDay: string): number {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return hours * 60 + minutes;
}
