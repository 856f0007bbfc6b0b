import { z } from 'zod';
import { type Attachment, attachmentSchema } from '../contract/attachment.ts';
import { commentSchema, present, text, time } from './wire.ts';

/*
 * What the server answers to writes and of files. A success that does not say what was done is no answer: it may be a
 * page of something in between.
 */

/** The comments call's answer (companion page "Comments"). */
export const commentAnswerSchema = commentSchema.refine(({ comment }) => comment !== '', 'no comment in it');

/** The cancel call's answer (section 7). */
export const cancelAnswerSchema = z
  .object({ message: text })
  .refine(({ message }) => message !== '', 'no message in it');

/** A row of the attachment calls (companion page "Attachments"). */
export const attachmentAnswerSchema = z
  .object({ id: text, filename: text, createdBy: text, createdOn: time })
  .transform(({ filename, ...row }): Attachment => ({ ...row, fileName: filename }))
  .pipe(attachmentSchema);

export const attachmentsAnswerSchema = z.array(attachmentAnswerSchema.nullable().catch(null)).transform(present);
