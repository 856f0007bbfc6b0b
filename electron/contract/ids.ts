import { z } from 'zod';

/** A vendor's work-order id such as `WO9334196` (specification: string(20)); read leniently, so longer ones are kept. */
export const ticketIdSchema = z.string().min(1).max(64).brand<'TicketId'>();
export type TicketId = z.infer<typeof ticketIdSchema>;

/** Our own random name for one account on this computer; it is also the name of its cache folder. */
export const accountKeySchema = z.uuid().brand<'AccountKey'>();
export type AccountKey = z.infer<typeof accountKeySchema>;

/** Our own random name for one change that the user made. */
export const changeIdSchema = z.uuid().brand<'ChangeId'>();
export type ChangeId = z.infer<typeof changeIdSchema>;

const localPrefix = 'new:';

/** The id of a ticket that the server has not created yet: of the change that creates it. */
export const localTicketId = (change: ChangeId): TicketId => ticketIdSchema.parse(localPrefix + change);

export const isLocalTicketId = (id: TicketId): boolean => id.startsWith(localPrefix);

/** The change behind a local id; `null` for an id of the server's. */
export function changeOfLocalTicket(id: TicketId): ChangeId | null {
  if (!isLocalTicketId(id)) return null;
  return changeIdSchema.safeParse(id.slice(localPrefix.length)).data ?? null;
}
