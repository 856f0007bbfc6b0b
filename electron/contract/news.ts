/*
 * What others changed: the pieces that one notification tells, and the record of each ticket ("What changed").
 */

import { z } from 'zod';
import type { TicketId } from './ids.ts';

/** A change that a sync round found and that was not made on this computer: worth one notification. */
export type TicketNews = {
  id: TicketId;
  title: string;
  /** `new`: first seen. `status`: its status changed. `comment`: it has a new comment. `changed`: anything else changed. */
  what: 'new' | 'status' | 'comment' | 'changed';
  status: string;
};

/** A ticket that the user is told about: a snooze of it is over, or a change of the user's to it was refused. */
export type NamedTicket = { id: TicketId; title: string };

/** The fields of a ticket whose old text the record keeps. */
export const recordedFields = [
  'title',
  'site',
  'location',
  'requestType',
  'category',
  'description',
  'customerReference',
  'notificationRecipients',
  'ticketType',
] as const;

/** One thing that somebody else did to a ticket. */
export const ticketChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('created') }),
  z.object({ what: z.literal('status'), from: z.string(), to: z.string() }),
  z.object({ what: z.literal('field'), field: z.enum(recordedFields), from: z.string(), to: z.string() }),
  z.object({ what: z.literal('comment'), comment: z.string(), by: z.string(), on: z.string() }),
  z.object({ what: z.literal('file'), fileName: z.string(), by: z.string(), on: z.string() }),
  /** The operator says that the ticket changed, and none of what Colodesk knows of it did. */
  z.object({ what: z.literal('touched') }),
]);
export type TicketChange = z.infer<typeof ticketChangeSchema>;

export const ticketRecordSchema = z.array(
  z.object({
    /** When Colodesk found it, in milliseconds since 1970. */
    foundAtMs: z.number(),
    /** The user has not looked at the ticket since. */
    isNew: z.boolean(),
    change: ticketChangeSchema,
  }),
);
/** What others did to a ticket in the last `recordKeptDays`, oldest first. */
export type TicketRecord = z.infer<typeof ticketRecordSchema>;

export const recordKeptDays = 30;
