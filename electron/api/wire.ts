import { z } from 'zod';
import { type Attachment, attachmentSchema } from '../contract/attachment.ts';
import { ticketIdSchema } from '../contract/ids.ts';
import type { Catalogue, Location, Site } from '../contract/reference-data.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';

/*
 * What the server sends, read leniently: a ticket with a missing, null, numeric or odd field is kept and shows what is
 * there. Only a ticket without an id cannot be kept.
 */

/** Half a pair of UTF-16 is no character, and SQLite ends a text at a NUL: neither could be kept as it came. */
const unkeepable = /[\0\p{Surrogate}]/gu;

function trimmed(value: string): string {
  return value.replace(unkeepable, '\ufffd').trim();
}

/** A number or a truth value as it is written; what else is no text counts as none. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return trimmed(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Whatever stands there, or nothing. A schema for each case would cost most of a page's time: it holds a thousand texts. */
const anything = z.unknown().optional();

export const text = anything.transform(textOf);

/** `yyyy-MM-dd HH:mm:ss` (section 4); the ISO form of the same moment is brought into it, anything else stays as it is. */
const time = anything.transform((value) => {
  const written = textOf(value);
  const iso = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z?$/.exec(written);
  return iso ? `${iso[1]} ${iso[2]}` : written;
});

/** Rows that could not be read at all are left out; the others stay. */
function present<T>(rows: readonly (T | null)[]): T[] {
  return rows.filter((row) => row !== null);
}

const summarySchema: z.ZodType<TicketSummary> = z.object({
  id: z
    .union([z.string(), z.number()])
    .transform((id) => trimmed(String(id)))
    .pipe(ticketIdSchema),
  title: text,
  status: text,
  site: text,
  location: text,
  requestType: text,
  category: text,
  createdOn: time,
  updatedOn: time,
  closedOn: time,
  createdBy: text,
});

const commentSchema: z.ZodType<TicketComment> = z.object({
  comment: text,
  commentedBy: text,
  commentedOn: time,
});

/** The specification types `comments` as a string and shows an array: text becomes one comment without an author. */
const commentsSchema = z
  .union([z.array(commentSchema.nullable().catch(null)), z.string()])
  .nullish()
  .catch(null)
  .transform((value): TicketComment[] => {
    if (typeof value !== 'string') return present(value ?? []).filter((comment) => comment.comment !== '');
    const comment = trimmed(value);
    return comment === '' ? [] : [{ comment, commentedBy: '', commentedOn: '' }];
  });

const detailSchema: z.ZodType<TicketDetail> = z.object({
  description: text,
  customerReference: text,
  ticketType: text,
  notificationRecipients: text,
  comments: commentsSchema,
});

/** The answer to the single call (section 4). */
export const ticketAnswerSchema = z
  .record(z.string(), z.unknown())
  .transform((body, context): { summary: TicketSummary; detail: TicketDetail } => {
    const summary = summarySchema.safeParse(body);
    if (summary.success) return { summary: summary.data, detail: detailSchema.parse(body) };
    context.addIssue('a ticket without an id');
    return z.NEVER;
  });

/** What the list call gives (section 4). `size` is the page size that the server really used. */
export type TicketListPage = {
  tickets: TicketSummary[];
  totalElements: number;
  totalPages: number;
  number: number;
  size: number;
  isLast: boolean;
};

const count = z.coerce.number().int().min(0);

export const ticketListAnswerSchema = z
  .object({
    content: z.array(summarySchema.nullable().catch(null)),
    pageable: z.object({
      totalElements: count,
      totalPages: count,
      number: count,
      size: count.pipe(z.number().min(1)),
      last: z.boolean(),
    }),
  })
  .transform(
    ({ content, pageable: { last, ...pageable } }): TicketListPage => ({
      ...pageable,
      tickets: present(content),
      isLast: last,
    }),
  );

/** The token call's answer; `expires_in` is seconds and comes as a string. */
export const tokenAnswerSchema = z
  .object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().catch(3_599) })
  .transform((answer) => ({ accessToken: answer.access_token, expiresInS: answer.expires_in }));

/** One account that the token may act for. Its names are for the eye only; the vendor misspells one of their keys. */
export type AccountAnswer = { masterAccountId: string; accountId: string; masterName: string; name: string };

const accountSchema = z
  .object({
    masterAccountId: text,
    accountId: text,
    masterAccountName: text,
    'masterAccountName:': text,
    accountName: text,
  })
  .transform(
    (row): AccountAnswer => ({
      masterAccountId: row.masterAccountId,
      accountId: row.accountId,
      masterName: row.masterAccountName || row['masterAccountName:'],
      name: row.accountName || row.accountId,
    }),
  );

export const accountsAnswerSchema = z
  .array(accountSchema.nullable().catch(null))
  .transform((rows) => present(rows).filter((row) => row.accountId !== ''));

/*
 * What the server sends of places and categories, read as leniently as tickets are.
 */

const siteSchema: z.ZodType<Site> = z.object({ site: text, address: text, city: text, metro: text, country: text });

export const sitesAnswerSchema = z
  .array(siteSchema.nullable().catch(null))
  .transform((rows) => present(rows).filter((row) => row.site !== ''));

/** A place without an id stands for itself: nothing can name it as parent. */
const locationSchema = z
  .object({ id: text, location: text, parentId: text })
  .transform(({ id, location, parentId }): Location => ({ id: id || location, location, parentId: parentId || null }));

export const locationsAnswerSchema = z
  .array(locationSchema.nullable().catch(null))
  .transform((rows) => present(rows).filter((row) => row.location !== ''));

const namedSchema = z.object({ name: text });

const requestTypeSchema = z.object({
  requestType: z.object({ name: text, categories: z.array(namedSchema.nullable().catch(null)).catch([]) }),
});

/** The categories call's answer (section 8); request types without any category cannot be chosen. */
export const categoriesAnswerSchema = z
  .object({ result: z.array(requestTypeSchema.nullable().catch(null)) })
  .transform(({ result }): Catalogue => {
    const types = present(result).map(({ requestType: { name, categories } }) => ({
      name,
      categories: present(categories).flatMap((category) => category.name || []),
    }));
    return types.filter(({ name, categories }) => name !== '' && categories.length > 0);
  });

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
