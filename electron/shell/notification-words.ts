import type { TicketId } from '../contract/ids.ts';
import type { TicketNews } from '../contract/news.ts';

/** With more tickets than this the others are only counted. */
const mostNamed = 3;

export type NotificationWords = {
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
