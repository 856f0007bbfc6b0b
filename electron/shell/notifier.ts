import { Notification } from 'electron';
import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';
import { notificationWords } from './notification-words.ts';

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
