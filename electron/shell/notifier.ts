import { Notification } from 'electron';
import type { AccountKey, TicketId } from '../contract/ids.ts';
import type { NamedTicket, TicketNews } from '../contract/news.ts';
import type { Settings } from '../contract/settings.ts';
import { type IsInScope, mayNotify, type Notice, noticeOfNews, wantedNotices } from './notification-rules.ts';
import { readsMarkup } from './notification-server.ts';
import { escapeMarkup, notificationWords, preparedWords } from './notification-words.ts';

/** How many notifications stay; older ones are taken away, since nobody can do that once they are collected as garbage. */
const maxKept = 20;

type NotifierOptions = {
  settings: () => Settings;
  isInScope: IsInScope;
  /** Receives the ticket to open; `null` for a notification about several. */
  onClick: (ticketId: TicketId | null) => void;
  /** A notification about prepared requests is clicked. */
  onPreparedClick?: () => void;
  /** Whether the body of a notification is read as markup here. */
  readsMarkup?: () => Promise<boolean>;
};

/** Shows what happens at once as one notification of the system, as far as the user wants to hear of it. */
export class Notifier {
  readonly #options: NotifierOptions;
  /** Keeps notifications from being collected as garbage, after which a click on them has no effect. */
  readonly #shown: Notification[] = [];
  #readsMarkup: Promise<boolean> | undefined;
  /** The account that is told of. */
  #account: AccountKey | null = null;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /**
   * An account was opened; `null` if none is. What was told of the one before is taken away: it would be looked for in another
   * account, and names tickets that may have left this computer.
   */
  follow(account: AccountKey | null): void {
    if (account === this.#account) return;
    this.#account = account;
    for (const notification of this.#shown.splice(0)) notification.close();
  }

  /** Others changed tickets. */
  notifyOfNews(news: readonly TicketNews[]): Promise<void> {
    return this.#notify(news.map(noticeOfNews));
  }

  /** Snoozes are over. */
  notifyOfReminders(tickets: readonly NamedTicket[]): Promise<void> {
    return this.#notify(tickets.map((ticket) => ({ ...ticket, kind: 'reminder', status: '' })));
  }

  /** The server refused changes of the user's. */
  notifyOfRefusals(tickets: readonly NamedTicket[]): Promise<void> {
    return this.#notify(tickets.map((ticket) => ({ ...ticket, kind: 'refused', status: '' })));
  }

  /** Requests were prepared from the templates of these names. */
  async notifyOfPrepared(templateNames: readonly string[]): Promise<void> {
    const { onPreparedClick, settings } = this.#options;
    const isWanted = settings().notifications.kinds.includes('repeat') && mayNotify(settings(), new Date());
    if (!isWanted || templateNames.length === 0 || !Notification.isSupported()) return;
    const { title, body } = preparedWords(templateNames);
    await this.#show(title, body, () => onPreparedClick?.());
  }

  async #notify(notices: readonly Notice[]): Promise<void> {
    const { settings, isInScope, onClick } = this.#options;
    const [first, ...others] = wantedNotices(notices, settings(), new Date(), isInScope);
    if (!first || !Notification.isSupported()) return;
    const { title, body, ticketId } = notificationWords([first, ...others]);
    await this.#show(title, body, () => onClick(ticketId));
  }

  async #show(title: string, body: string, onClick: () => void): Promise<void> {
    this.#readsMarkup ??= (this.#options.readsMarkup ?? readsMarkup)();
    const account = this.#account;
    const isMarkup = await this.#readsMarkup;
    if (account !== this.#account) return;
    const notification = new Notification({ title, body: isMarkup ? escapeMarkup(body) : body });
    notification.on('click', onClick);
    this.#shown.push(notification);
    if (this.#shown.length > maxKept) this.#shown.shift()?.close();
    notification.show();
  }
}
