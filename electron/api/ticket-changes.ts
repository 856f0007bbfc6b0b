/* A page of the feed of changes, where the vendor allows it. */

import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
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

/** Rows without an id are left out; a page without rows may come as `null`, or with nothing at all. */
export const ticketChangesResponseSchema = z
  .object({
    content: z.array(changeSchema.nullable().catch(null)).nullish(),
    pageable: z
      .object({ last: z.boolean().nullish().catch(null) })
      .nullish()
      .catch(null),
  })
  .transform(
    ({ content, pageable }): TicketChangesPage => ({
      changes: (content ?? []).filter((change) => change !== null),
      isLast: pageable?.last ?? null,
    }),
  );
