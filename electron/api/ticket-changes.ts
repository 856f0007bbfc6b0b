/* A page of the feed of changes, where the vendor allows it. */

import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { isRecord, present, rowsOf } from './list-forms.ts';
import { text, time } from './wire.ts';

/** A ticket in the feed: of any kind, only those of customer support are in the list. */
export type TicketChange = { id: TicketId; updatedOn: string; isCustomerSupport: boolean };

/** `isLast`: what the server says, `null` where it says nothing. */
export type TicketChangesPage = { changes: TicketChange[]; isLast: boolean | null };

const changeSchema = z.object({ id: text.pipe(ticketIdSchema), updatedOn: time, ticketType: text }).transform(
  ({ ticketType, ...row }): TicketChange => ({
    ...row,
    isCustomerSupport: ticketType.toLowerCase().replace(/[^a-z]/g, '') === 'customersupport',
  }),
);

const changesSchema = z.array(changeSchema.nullable().catch(null)).transform(present);

/** The response to the feed. Rows without an id are left out. */
export const ticketChangesResponseSchema = z.unknown().transform((body, context): TicketChangesPage => {
  const rows = rowsOf(body);
  if (!rows) {
    context.addIssue('not a list of tickets');
    return z.NEVER;
  }
  const { last } = isRecord(body) && isRecord(body.pageable) ? body.pageable : {};
  return { changes: changesSchema.parse(rows), isLast: typeof last === 'boolean' ? last : null };
});
