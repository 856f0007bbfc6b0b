import { Notification } from 'electron';
import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';

/** How many notifications stay clickable; older ones may be collected as garbage. */
const maxKept = 20;

/** Shows the changes that a round of the sync found as one notification of the system. */
export class Notifier {
  readonly #onClick: (ticketId: TicketId | null) => void;
  /** Keeps notifications from being collected as garbage, after which a click on them has no effect. */
  readonly #shown: Notification[] = [];

  /** @param onClick receives the ticket to open; `null` for a notification about several */
  constructor(onClick: (ticketId: TicketId | null) => void) {
    this.#onClick = onClick;
  }

  notify(news: readonly TicketNews[]): void {
    if (news.length === 0 || !Notification.isSupported()) return;
    const { title, body, ticketId } = notificationWords(news);
    const notification = new Notification({ title, body });
    notification.on('click', () => this.#onClick(ticketId));
    this.#shown.push(notification);
    if (this.#shown.length > maxKept) this.#shown.shift();
    notification.show();
  }
}

/** Tickets that a notification names; the others are only counted. */
const maxNamed = 3;

type NotificationWords = {
  title: string;
  body: string;
  /** The ticket that a click opens; `null` for several. */
  ticketId: TicketId | null;
};

export function notificationWords(news: readonly TicketNews[]): NotificationWords {
  const [only, ...others] = news;
  if (only && others.length === 0) return { title: headlineOf(only), body: only.title, ticketId: only.id };
  const named = news.slice(0, maxNamed).map((each) => `${headlineOf(each)}: ${each.title}`);
  const more = news.length - named.length;
  const body = more > 0 ? [...named, `and ${more} more`] : named;
  return { title: `Updates on ${news.length} tickets`, body: body.join('\n'), ticketId: null };
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
      return `${id} was changed`;
  }
}
