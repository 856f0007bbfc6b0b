/*
 * Something that failed in the page, as the log may hold it. An error's message can contain what is on the screen, and a name can
 * be anything, so neither fits in here: only what kind of error it was, and the places in our own scripts.
 */

import { z } from 'zod';

/** How many places one fault names. */
export const maxFaultPlaces = 10;

/** The names of errors that are told; any other could be a text. */
export const faultName = /^[A-Za-z]{0,40}Error$/;

/** A script of the page, a line and a column, such as `start-DVmEYz_E.js:12:345`. */
const placesSchema = z.array(z.string().regex(/^[\w.-]{1,60}\.js:\d{1,7}:\d{1,7}$/)).max(maxFaultPlaces);

export const pageFaultSchema = z.strictObject({
  /** What became of it: nothing caught it in a script or a promise, or a part of the window shows a note in its place. */
  caught: z.enum(['script', 'promise', 'boundary']),
  name: z.string().regex(faultName),
  /** Where it was thrown, innermost first. */
  places: placesSchema,
  /** The components around it, innermost first. */
  components: placesSchema,
});
export type PageFault = z.infer<typeof pageFaultSchema>;
