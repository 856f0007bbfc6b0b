/*
 * Files on tickets: those the server holds, and the result of attaching more.
 */

import { z } from 'zod';
import { type Problem, problemSchema } from './problem.ts';

/** A file that the server holds (companion page "Attachments"). `createdOn` is in the form of all server times. */
export const attachmentSchema = z.object({
  id: z.string().min(1).max(200),
  fileName: z.string(),
  createdBy: z.string(),
  createdOn: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** A ticket's files as last fetched. `fetchedAtMs` is in milliseconds since 1970; `null`: never fetched. */
export const attachmentListSchema = z.object({
  attachments: z.array(attachmentSchema),
  fetchedAtMs: z.number().nullable(),
});
export type AttachmentList = z.infer<typeof attachmentListSchema>;

/** How many files were attached, and why the others were not (empty, a folder, unreadable, too large). */
export const attachResultSchema = z.object({
  added: z.int().min(0),
  refused: z.array(z.object({ fileName: z.string(), problem: problemSchema })),
});
export type AttachResult = z.infer<typeof attachResultSchema>;

/** The result of all calls for one drop or paste. `stopped`: why the rest was given up. */
export type AttachedFiles = AttachResult & { stopped?: Problem };
