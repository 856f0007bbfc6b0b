import type { TicketId } from './ids.ts';

/** A change that a sync round found and that was not made on this computer: worth one notification. */
export type TicketNews = {
  id: TicketId;
  title: string;
  /** `new`: first seen. `status`: its status changed. `comment`: it has a new comment. `changed`: anything else changed. */
  what: 'new' | 'status' | 'comment' | 'changed';
  status: string;
};
