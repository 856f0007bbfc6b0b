/*
 * Branded ids, so that the compiler refuses an account's id where a ticket's is expected.
 */

import { z } from 'zod';

/** The operator's work-order id, such as `WO9334196` (specification: string(20)). Read leniently, so longer ids are kept. */
export const ticketIdSchema = z.string().min(1).max(64).brand<'TicketId'>();
export type TicketId = z.infer<typeof ticketIdSchema>;

/** Our random id of an account on this computer; also the name of the account's folder. */
export const accountKeySchema = z.uuid().brand<'AccountKey'>();
export type AccountKey = z.infer<typeof accountKeySchema>;

/** Our random id of one change that the user made. */
export const changeIdSchema = z.uuid().brand<'ChangeId'>();
export type ChangeId = z.infer<typeof changeIdSchema>;

/** Our random id of the changes that one action made to many tickets. */
export const groupIdSchema = z.uuid().brand<'GroupId'>();
export type GroupId = z.infer<typeof groupIdSchema>;

const localPrefix = 'new:';

/** The id of a ticket that the server has not created yet, made from the id of the change that creates it. */
export const localTicketId = (change: ChangeId): TicketId => ticketIdSchema.parse(localPrefix + change);

export const isLocalTicketId = (id: TicketId): boolean => id.startsWith(localPrefix);

/** Returns the change that creates the ticket of a local id; `null` for a server's id. */
export function changeOfLocalTicket(id: TicketId): ChangeId | null {
  if (!isLocalTicketId(id)) return null;
  return changeIdSchema.safeParse(id.slice(localPrefix.length)).data ?? null;
}
