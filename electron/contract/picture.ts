/*
 * The picture of the first screen: what the page showed last, as markup, so that the next start can show it before the page's
 * scripts have run. It holds tickets, so it is kept encrypted and only shown while it is true.
 */

import { z } from 'zod';

/** More than the largest screen takes. */
const maxCharacters = 2_000_000;

/** A picture, and from when until when its times and marks are right, in milliseconds since 1970. */
export const pictureSchema = z.strictObject({
  html: z.string().max(maxCharacters),
  /** The rules that the markup cannot carry itself, because the page's policy forbids `style` attributes. */
  css: z
    .string()
    .max(maxCharacters)
    .regex(/^[^<]*$/), // so that it cannot end its own element
  fromMs: z.number(),
  untilMs: z.number(),
});
export type Picture = z.infer<typeof pictureSchema>;
