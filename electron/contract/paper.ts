/*
 * Tickets on paper and as PDF.
 */

import { z } from 'zod';
import { ticketIdSchema } from './ids.ts';

/** The most tickets that are printed at once: some hundred pages, which are laid out in a few seconds. */
export const maxPaperTickets = 200;

/** The tickets to print, in this order, each on a new page. */
export const paperRequestSchema = z.strictObject({
  ids: z.array(ticketIdSchema).min(1).max(maxPaperTickets),
  /** Also print the private notes on them. */
  withNotes: z.boolean(),
});
export type PaperRequest = z.infer<typeof paperRequestSchema>;
