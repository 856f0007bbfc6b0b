import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import { words } from '../words/words.ts';
import type { Notice } from './notification-rules.ts';

/** What a notification says, and what a click on it opens. */
export type NotificationWords = {
  title: string;
  body: string;
  /** The ticket that a click opens; `null` for several. */
  ticketId: TicketId | null;
};

/** Tickets that a notification names; the others are only counted. */
const maxNamed = 3;

/** The words of one notification about one ticket or several. */
export function notificationWords(notices: readonly [Notice, ...Notice[]]): NotificationWords {
  const [first, ...others] = notices;
  if (others.length === 0) return { title: headlineOf(first), body: first.title, ticketId: first.id };
  const texts = words().notifications;
  const named = notices
    .slice(0, maxNamed)
    .map((notice) => texts.named({ headline: headlineOf(notice), title: notice.title }));
  const more = notices.length - named.length;
  const body = more > 0 ? [...named, texts.more({ count: more })] : named;
  return { title: sharedHeadlineOf(notices), body: body.join('\n'), ticketId: null };
}

function headlineOf({ id, kind, status }: Notice): string {
  const texts = words().notifications;
  const { own } = texts;
  if (!isLocalTicketId(id)) return kind === 'status' ? texts.status({ id, status }) : texts[kind]({ id });
  return kind === 'status' ? own.status({ status }) : own[kind];
}

function sharedHeadlineOf(notices: readonly Notice[]): string {
  const isEach = (kind: Notice['kind']) => notices.every((notice) => notice.kind === kind);
  const { reminders, refusals, updates } = words().notifications;
  const headline = isEach('reminder') ? reminders : isEach('refused') ? refusals : updates;
  return headline({ count: notices.length });
}

/** The words of a notification that requests from these templates were prepared. */
export function preparedWords(templateNames: readonly string[]): { title: string; body: string } {
  const text = words().repeats;
  const count = templateNames.length;
  const names = templateNames.slice(0, maxNamed).join(', ');
  const body = count > maxNamed ? text.preparedMore({ names, count: count - maxNamed }) : names;
  return { title: text.prepared({ count }), body };
}

/** Returns a text that a reader of markup shows as it was. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
