import { Notification } from 'electron';
import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';

/** Older ones do not answer to a click any more. */
const mostKept = 20;

/** Tells what a round found with a notification of the system's, one for all of it. */
export class Notifier {
  readonly #onClick: (ticketId: TicketId | null) => void;
  /** A notification that was collected as garbage answers to no click. */
  readonly #shown: Notification[] = [];

  /** `onClick` is told which ticket to open; `null` when several were meant. */
  constructor(onClick: (ticketId: TicketId | null) => void) {
    this.#onClick = onClick;
  }

  tell(news: readonly TicketNews[]): void {
    if (news.length === 0 || !Notification.isSupported()) return;
    const { title, body, ticketId } = notificationWords(news);
    const notification = new Notification({ title, body });
    notification.on('click', () => this.#onClick(ticketId));
    this.#shown.push(notification);
    if (this.#shown.length > mostKept) this.#shown.shift();
    notification.show();
  }
}

/** With more tickets than this the others are only counted. */
const mostNamed = 3;

type NotificationWords = {
  title: string;
  body: string;
  /** What a click opens; `null` when it is about several. */
  ticketId: TicketId | null;
};

/** One notification for all that a round found. */
export function notificationWords(news: readonly TicketNews[]): NotificationWords {
  const [only, ...others] = news;
  if (only && others.length === 0) return { title: headlineOf(only), body: only.title, ticketId: only.id };
  const named = news.slice(0, mostNamed).map((each) => `${headlineOf(each)}: ${each.title}`);
  const more = news.length - named.length;
  const body = more > 0 ? [...named, `and ${more} more`] : named;
  return { title: `${news.length} tickets have news`, body: body.join('\n'), ticketId: null };
}

function headlineOf({ id, what, status }: TicketNews): string {
  switch (what) {
    case 'new':
      return `New ticket ${id}`;
    case 'status':
      return `${id} is now ${status}`;
    case 'comment':
      return `New comment on ${id}`;
    case 'changed':
      return `${id} changed`;
  }
}
