import type { TicketId } from './ids.ts';

/** Something that a round found and that the user did not do here: worth telling once. */
export type TicketNews = {
  id: TicketId;
  title: string;
  /** The ticket is new; its status changed; it was commented; something else in it changed. */
  what: 'new' | 'status' | 'comment' | 'changed';
  status: string;
};
