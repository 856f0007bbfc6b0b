import type { ApiClient, WholeTicket } from '../api/client.ts';
import type { TicketListPage } from '../api/wire.ts';
import type { Change } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import { parseServerTime } from '../contract/server-time.ts';
import type { TicketComment, TicketSummary } from '../contract/ticket.ts';
import type { Confirmation, StoredChange } from './change-table.ts';
import { isSameRequest, sameText } from './equality.ts';

type LookTools = {
  api: ApiClient;
  signal: AbortSignal;
  /** By the server's clock: what the change made is not older. */
  sinceMs: number;
  /** The confirmed changes that may have made what is found. */
  confirmed: readonly StoredChange[];
};

/** What was found, and the ticket as the server holds it, where it was read for that. */
export type Found = { confirmation: Confirmation; ticket: WholeTicket | null };

type Kind<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** Looks on the server for what a create may have made; each ticket is adopted by one change at most. */
export async function lookForTicket(
  stored: StoredChange,
  { fields }: Kind<'create'>,
  { api, signal, sinceMs, confirmed }: LookTools,
): Promise<Found | null> {
  const taken = new Set([...confirmed.map((other) => other.claim), ...(stored.knownAlike ?? [])]);
  const isCandidate = (ticket: TicketSummary) =>
    !taken.has(ticket.id) && parseServerTime(ticket.createdOn) !== null && isSameRequest(fields, ticket);
  for (const candidate of (await newestTickets(api, sinceMs, signal)).filter(isCandidate).reverse()) {
    const ticket = await api.readTicket(candidate.id, signal);
    const { description, customerReference } = ticket.detail;
    if (!sameText(description, fields.description) || !sameText(customerReference, fields.customerReference)) continue;
    const answer = `Found on the server as ${candidate.id}.`;
    return { confirmation: { claim: candidate.id, answer }, ticket };
  }
  return null;
}

/** Looks for a comment in its ticket, where others of the same words may stand that other changes made. */
export async function lookForComment(
  stored: StoredChange,
  { comment }: Kind<'comment'>,
  { api, signal, sinceMs, confirmed }: LookTools,
): Promise<Found | null> {
  const ticket = await api.readTicket(stored.ticketId, signal);
  const alike = ticket.detail.comments.filter(
    (candidate) => sameText(candidate.comment, comment) && isSince(candidate.commentedOn, sinceMs),
  );
  const claims = confirmed.flatMap((other) =>
    other.ticketId === stored.ticketId && other.change.kind === 'comment' && sameText(other.change.comment, comment)
      ? [other.claim ?? '']
      : [],
  );
  const known = stored.knownAlike ?? [];
  const [found] = withoutClaimed(alike, [
    ...known.filter((time) => isSince(time, sinceMs)),
    ...without(claims, known).filter((claim) => isSince(claim, sinceMs) || parseServerTime(claim) === null),
  ]);
  if (!found) return null;
  return { confirmation: { claim: found.commentedOn, answer: 'Found in the ticket.' }, ticket };
}

/** The times of the comments in a ticket that have these words. */
export async function commentsAlike(
  api: Pick<ApiClient, 'readTicket'>,
  ticketId: TicketId,
  text: string,
  signal: AbortSignal,
): Promise<string[]> {
  const { detail } = await api.readTicket(ticketId, signal);
  return detail.comments.filter(({ comment }) => sameText(comment, text)).map(({ commentedOn }) => commentedOn);
}

/** The ids of a ticket's files that have this name. */
export async function filesAlike(
  api: Pick<ApiClient, 'listAttachments'>,
  ticketId: TicketId,
  name: string,
  signal: AbortSignal,
): Promise<string[]> {
  const files = await api.listAttachments(ticketId, signal);
  return files.filter(({ fileName }) => sameText(fileName, name)).map(({ id }) => id);
}

/** The texts without those that stand in `gone`, each as often as it does there. */
function without(texts: readonly string[], gone: readonly string[]): string[] {
  const left = [...gone];
  return texts.filter((text) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Comments have no ids: each claim takes one away, the one of its time, or else the oldest. */
function withoutClaimed(comments: readonly TicketComment[], claims: readonly string[]): TicketComment[] {
  const left = [...comments];
  for (const claim of claims) {
    const index = left.findIndex((comment) => comment.commentedOn === claim);
    left.splice(Math.max(0, index), 1);
  }
  return left;
}

/** Looks for a file among those of its ticket. */
export async function lookForAttachment(
  stored: StoredChange,
  { fileName }: Kind<'attachment'>,
  { api, signal, sinceMs, confirmed }: LookTools,
): Promise<Found | null> {
  const taken = new Set([...confirmed.map((other) => other.claim), ...(stored.knownAlike ?? [])]);
  const found = (await api.listAttachments(stored.ticketId, signal)).find(
    (file) => !taken.has(file.id) && sameText(file.fileName, fileName) && isSince(file.createdOn, sinceMs),
  );
  if (!found) return null;
  return { confirmation: { claim: found.id, answer: 'Found among the ticket’s files.' }, ticket: null };
}

/** A time in an odd form proves nothing: better to ask the user than to take another's for ours. */
function isSince(time: string, sinceMs: number): boolean {
  const date = parseServerTime(time);
  return date !== null && date.getTime() >= sinceMs;
}

const wantedPageSize = 100;

/** Far more than a few minutes bring; it ends the walk over a list that is in no order. */
const maxPages = 200;

/** The tickets that were created at `sinceMs` or later, whichever way the server lists: the specification names no order. */
export async function newestTickets(
  api: Pick<ApiClient, 'listTickets'>,
  sinceMs: number,
  signal: AbortSignal,
): Promise<TicketSummary[]> {
  const first = await api.listTickets(0, wantedPageSize, signal);
  const isAscending = orderOf(first.tickets, 'createdOn') === 'ascending';
  const lastPage = Math.min(first.totalPages, maxPages) - 1;
  const numbers = Array.from({ length: Math.max(0, lastPage) }, (_, index) =>
    isAscending ? first.totalPages - 1 - index : index + 1,
  );
  const found = [first];
  for (const number of numbers) {
    if (!isAscending && reachesBefore(found.at(-1), sinceMs)) break;
    const page = await api.listTickets(number, first.size, signal);
    found.push(page);
    if (isAscending && page.tickets.some((ticket) => isBefore(ticket.createdOn, sinceMs))) break;
  }
  return found.flatMap((page) => page.tickets).filter((ticket) => !isBefore(ticket.createdOn, sinceMs));
}

/** Whether all that follows a page of a list with the newest first is older. */
function reachesBefore(page: TicketListPage | undefined, sinceMs: number): boolean {
  if (!page) return false;
  const orders = ['createdOn', 'updatedOn'] as const;
  return orders.some(
    (key) => orderOf(page.tickets, key) === 'descending' && isBefore(page.tickets.at(-1)?.[key], sinceMs),
  );
}

/** A time in an odd form is before nothing. */
function isBefore(time: string | undefined, sinceMs: number): boolean {
  return (parseServerTime(time ?? '')?.getTime() ?? Number.POSITIVE_INFINITY) < sinceMs;
}

function orderOf(
  tickets: readonly TicketSummary[],
  key: 'createdOn' | 'updatedOn',
): 'ascending' | 'descending' | 'none' {
  const times = tickets.map((ticket) => ticket[key]);
  const isSorted = (isRight: (one: string, other: string) => boolean) =>
    times.every((time, index) => index === 0 || isRight(times[index - 1] ?? '', time));
  if (isSorted((one, other) => one >= other)) return 'descending';
  return isSorted((one, other) => one <= other) ? 'ascending' : 'none';
}
