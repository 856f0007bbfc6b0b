/*
 * Schemas of the server's responses. They are lenient: a ticket with a missing, null, numeric or odd field is kept and shows
 * what is there. Only a ticket without an id is left out.
 */

import { z } from 'zod';
import { type Attachment, attachmentSchema } from '../contract/attachment.ts';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import type { Catalogue, Location, Site } from '../contract/reference-data.ts';
import { toServerTime } from '../contract/server-time.ts';
import { meantStatus } from '../contract/specification.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { isRecord, listOf } from './list-forms.ts';

/** A lone UTF-16 surrogate is no character, and SQLite ends a text at a NUL: neither can be stored. */
const unstorable = /[\0\p{Surrogate}]/gu;

/** Finds any surrogate, lone or not, which takes a fraction of the time. */
const mayBeUnstorable = /[\0\ud800-\udfff]/;

function trimmed(value: string): string {
  return (mayBeUnstorable.test(value) ? value.replace(unstorable, '\ufffd') : value).trim();
}

/** Writes numbers and booleans as text; any other value that is no text becomes `''`. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return trimmed(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Any value. A page holds a thousand texts: a union of schemas for each would take most of the time of parsing it. */
const anything = z.unknown().optional();

export const text = anything.transform(textOf);

/** `yyyy-MM-dd HH:mm:ss` (section 4), also where the server writes the time in another way; any other text stays as it is. */
const timeOf = (value: unknown) => toServerTime(textOf(value));

export const time = anything.transform(timeOf);

/** Only the id of a ticket can be wrong. */
function readId(value: unknown): TicketId | null {
  if (typeof value !== 'string' && !Number.isFinite(value)) return null;
  return ticketIdSchema.safeParse(trimmed(String(value))).data ?? null;
}

/**
 * Returns a ticket as the list gives it; `null` for anything else. Its fields have no schemas of their own, since a first sync
 * reads a million of them.
 */
export function readSummary(row: unknown): TicketSummary | null {
  const id = isRecord(row) ? readId(row.id) : null;
  return isRecord(row) && id !== null ? summaryOf(id, row) : null;
}

function summaryOf(id: TicketId, row: Record<string, unknown>): TicketSummary {
  return {
    id,
    title: textOf(row.title),
    status: meantStatus(textOf(row.status)),
    site: textOf(row.site),
    location: textOf(row.location),
    requestType: textOf(row.requestType),
    category: textOf(row.category),
    createdOn: timeOf(row.createdOn),
    updatedOn: timeOf(row.updatedOn),
    closedOn: timeOf(row.closedOn),
    createdBy: textOf(row.createdBy),
  };
}

const commentSchema: z.ZodType<TicketComment> = z.object({
  comment: text,
  commentedBy: text,
  commentedOn: time,
});

/**
 * The specification types `comments` as a string but shows an array (section 4). An object is one comment, or holds comments
 * under its names; a text becomes a comment without an author.
 */
const commentsSchema = anything.transform((value) => commentsIn(value).filter(({ comment }) => comment !== ''));

function commentsIn(value: unknown, depth = 0): TicketComment[] {
  if (typeof value === 'string') return [{ comment: trimmed(value), commentedBy: '', commentedOn: '' }];
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  if ('comment' in value && typeof value.comment !== 'object') return [commentSchema.parse(value)];
  const isEntry = ([name, held]: [string, unknown]) => typeof held === 'object' || /^\d+$/.test(name);
  return Object.entries(value)
    .filter(isEntry)
    .flatMap(([, held]) => commentsIn(held, depth + 1));
}

const detailSchema: z.ZodType<TicketDetail> = z.object({
  description: text,
  customerReference: text,
  ticketType: text,
  notificationRecipients: text,
  cancelReason: text,
  comments: commentsSchema,
});

/** The response to the single call (section 4). */
export const ticketResponseSchema = z
  .record(z.string(), z.unknown())
  .transform((body, context): { summary: TicketSummary; detail: TicketDetail } => {
    const summary = readSummary(body);
    if (summary) return { summary, detail: detailSchema.parse(body) };
    context.addIssue('a ticket without an id');
    return z.NEVER;
  });

/** A page of the list; `ticketListResponseSchema` reads it. */
export type TicketListPage = {
  tickets: TicketSummary[];
  /** The rows on this page, with those that are no tickets. */
  rowCount: number;
  /** As the server says; where it does not, as many as this page lets expect. */
  totalElements: number;
  /** As the server says, and never fewer than the total needs. */
  totalPages: number;
  number: number;
  /** The page size that the server really used. */
  size: number;
  /** What the server says, which may be a page too early; `null`: nothing. */
  isLast: boolean | null;
};

/** The response to the token call (companion page "Access token"); `expires_in` is in seconds and comes as a string. */
export const tokenResponseSchema = z
  .object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().catch(3_599) })
  .transform(({ access_token, expires_in }) => ({ accessToken: access_token, expiresInS: expires_in }));

/** An account of the accounts call (companion page "Accounts"). Its names are only displayed; the vendor misspells the key of one. */
export type ListedAccount = { masterAccountId: string; accountId: string; masterName: string; name: string };

const accountSchema = z
  .object({
    masterAccountId: text,
    accountId: text,
    masterAccountName: text,
    'masterAccountName:': text,
    accountName: text,
  })
  .transform(
    (row): ListedAccount => ({
      masterAccountId: row.masterAccountId,
      accountId: row.accountId,
      masterName: row.masterAccountName || row['masterAccountName:'],
      name: row.accountName || row.accountId,
    }),
  );

export const accountsResponseSchema = listOf(accountSchema).transform((rows) =>
  rows.filter((row) => row.accountId !== ''),
);

/* Sites, locations and categories. */

const siteSchema: z.ZodType<Site> = z.object({ site: text, address: text, city: text, metro: text, country: text });

export const sitesResponseSchema = listOf(siteSchema).transform((rows) => rows.filter((row) => row.site !== ''));

/** A location without an id gets its name as the id: no other location can refer to it as its parent. */
const locationSchema = z
  .object({ id: text, location: text, parentId: text })
  .transform(({ id, location, parentId }): Location => ({ id: id || location, location, parentId: parentId || null }));

export const locationsResponseSchema = listOf(locationSchema).transform((rows) =>
  rows.filter((row) => row.location !== ''),
);

const namedSchema = z.object({ name: text });

const requestTypeSchema = z.object({
  requestType: z.object({ name: text, categories: listOf(namedSchema).catch([]) }),
});

/** The response to the categories call (section 8). Request types without categories are left out: they cannot be chosen. */
export const categoriesResponseSchema = listOf(requestTypeSchema).transform((rows): Catalogue => {
  const types = rows.map(({ requestType: { name, categories } }) => ({
    name,
    categories: categories.flatMap((category) => category.name || []),
  }));
  return types.filter(({ name, categories }) => name !== '' && categories.length > 0);
});

/*
 * Responses to writes, and files. A success that does not say what was done is not accepted: it may come from a gateway
 * on the way.
 */

/** The response to the comments call (companion page "Comments"). */
export const commentResponseSchema = commentSchema.refine(({ comment }) => comment !== '', 'without a comment');

/** The response to the cancel call (section 7). */
export const cancelResponseSchema = z
  .object({ message: text })
  .refine(({ message }) => message !== '', 'without a message');

/** A row of the attachment calls (companion page "Attachments"). */
export const attachmentResponseSchema = z
  .object({ id: text, filename: text, createdBy: text, createdOn: time })
  .transform(({ filename, ...row }): Attachment => ({ ...row, fileName: filename }))
  .pipe(attachmentSchema);

export const attachmentsResponseSchema = listOf(attachmentResponseSchema);
