/*
 * Files on tickets: those the server holds, the result of attaching more, and what is shown of a file.
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

/** A file that is on this computer for reading offline. `thumbnail`: a small picture as a data URL, where there is one. */
export const keptAttachmentSchema = z.object({
  attachmentId: z.string(),
  sizeBytes: z.int(),
  thumbnail: z.string().nullable(),
});
export type KeptAttachment = z.infer<typeof keptAttachmentSchema>;

const viewed = { fileName: z.string(), sizeBytes: z.int() };

/** A file as the viewer shows it: told by its bytes, whatever its name says. Its pages are asked for by `viewId`. */
export const fileViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), ...viewed, text: z.string(), isCut: z.boolean() }),
  z.object({
    kind: z.enum(['picture', 'pdf']),
    ...viewed,
    viewId: z.uuid(),
    pageCount: z.int(),
    widthPx: z.number(),
    heightPx: z.number(),
  }),
  /** It is here, and can be saved; Colodesk does not show such files. */
  z.object({ kind: z.literal('other'), ...viewed }),
]);
export type FileView = z.infer<typeof fileViewSchema>;

/** A page that was drawn. `text` is what it says, for those who cannot see it; `''` where that is unknown. */
export const viewedPageSchema = z.object({
  dataUrl: z.string(),
  widthPx: z.int(),
  heightPx: z.int(),
  text: z.string(),
});
export type ViewedPage = z.infer<typeof viewedPageSchema>;

/** No page is drawn wider. */
export const maxPageWidthPx = 4_096;
