/*
 * Searches the server for the effect of a change whose answer never came. The API has no idempotency key and comments have
 * no ids, so a match is recognised by its content and its time, and only counts if no other change made it.
 */

import type { ApiClient } from '../api/client.ts';
import type { TicketListPage } from '../api/wire.ts';
import type { NewTicket } from '../contract/fields.ts';
import { ProblemError } from '../contract/problem.ts';
import { parseServerTime, toleranceMs } from '../contract/server-time.ts';
import type { TicketComment, TicketSummary } from '../contract/ticket.ts';
import { isSameText } from '../contract/ticket-equality.ts';
import type { Cache } from '../store/cache.ts';
import type { ChangeTable, Confirmed, StoredChange } from './change-table.ts';

export class ServerSearch {
  readonly #api: ApiClient;
  readonly #table: ChangeTable;
  readonly #cache: Cache;
  readonly #skewMs: () => number;

  /** @param skewMs this computer's clock minus the server's, in milliseconds */
  constructor(api: ApiClient, table: ChangeTable, cache: Cache, skewMs: () => number) {
    this.#api = api;
    this.#table = table;
    this.#cache = cache;
    this.#skewMs = skewMs;
  }

  /**
   * Returns what an earlier sending of a create, comment or attachment made, or `null` when nothing is found.
   * @throws ProblemError when the server cannot be asked
   */
  async findEffect(stored: StoredChange, signal: AbortSignal): Promise<Confirmed | null> {
    const { change } = stored;
    try {
      if (change.kind === 'create') return await this.#findTicket(stored, change.fields, signal);
      if (change.kind === 'comment') return await this.#findComment(stored, change.comment, signal);
      if (change.kind === 'attachment') return await this.#findFile(stored, change.fileName, signal);
    } catch (error) {
      if (!isNotFound(error)) throw error; // a ticket that does not exist contains nothing
    }
    return null;
  }

  /**
   * Returns references to what already matches a change before it is first sent, so that none of it is taken for its effect
   * later.
   *
   * The question also proves that the server can be reached. Without a network nothing is sent at all, so a sending that
   * breaks off half-way is never mistaken for one that never left.
   * @throws ProblemError when the server cannot be asked
   */
  async findPriorMatches({ change, ticketId }: StoredChange, signal: AbortSignal): Promise<string[]> {
    try {
      if (change.kind === 'comment') {
        const { detail } = await this.#api.readTicket(ticketId, signal);
        const matches = detail.comments.filter(({ comment }) => isSameText(comment, change.comment));
        return matches.map(({ commentedOn }) => commentedOn);
      }
      if (change.kind === 'attachment') {
        const files = await this.#api.listAttachments(ticketId, signal);
        return files.filter(({ fileName }) => isSameText(fileName, change.fileName)).map(({ id }) => id);
      }
      await this.#api.listTickets(0, 1, signal);
    } catch (error) {
      if (!isNotFound(error)) throw error; // the server's answer to the change itself explains it better
    }
    return change.kind === 'create' ? this.#cache.alike(trimmed(change.fields)) : [];
  }

  async #findTicket(stored: StoredChange, fields: NewTicket, signal: AbortSignal): Promise<Confirmed | null> {
    const { sinceMs, confirmed } = this.#scopeOf(stored);
    const taken = takenRefs(stored, confirmed);
    const isCandidate = (ticket: TicketSummary) =>
      !taken.has(ticket.id) && parseServerTime(ticket.createdOn) !== null && isSameRequest(fields, ticket);
    const candidates = (await listTicketsSince(this.#api, sinceMs, signal)).filter(isCandidate).reverse();
    for (const { id } of candidates) {
      const ticket = await this.#api.readTicket(id, signal);
      const { description, customerReference } = ticket.detail;
      if (!isSameText(description, fields.description)) continue;
      if (!isSameText(customerReference, fields.customerReference)) continue;
      return { confirmation: { serverRef: id, answer: `Found on the server as ${id}.` }, ticket };
    }
    return null;
  }

  /**
   * A ticket can hold several comments of the same words. Those that were there before, and those that the user's other
   * changes made, are taken away; what is left was made by this change.
   */
  async #findComment(stored: StoredChange, text: string, signal: AbortSignal): Promise<Confirmed | null> {
    const { sinceMs, confirmed } = this.#scopeOf(stored);
    const ticket = await this.#api.readTicket(stored.ticketId, signal);
    const matches = ticket.detail.comments.filter(
      ({ comment, commentedOn }) => isSameText(comment, text) && isSince(commentedOn, sinceMs),
    );
    const timesOfOwn = confirmed.flatMap(({ ticketId, change, serverRef }) =>
      ticketId === stored.ticketId && change.kind === 'comment' && isSameText(change.comment, text)
        ? [serverRef ?? '']
        : [],
    );
    const priorTimes = stored.priorMatches ?? [];
    const [found] = withoutTimes(matches, [
      ...priorTimes.filter((time) => isSince(time, sinceMs)),
      ...withoutEach(timesOfOwn, priorTimes).filter((time) => isSince(time, sinceMs) || parseServerTime(time) === null),
    ]);
    if (!found) return null;
    return { confirmation: { serverRef: found.commentedOn, answer: 'Found in the ticket.' }, ticket };
  }

  async #findFile(stored: StoredChange, name: string, signal: AbortSignal): Promise<Confirmed | null> {
    const { sinceMs, confirmed } = this.#scopeOf(stored);
    const taken = takenRefs(stored, confirmed);
    const found = (await this.#api.listAttachments(stored.ticketId, signal)).find(
      ({ id, fileName, createdOn }) => !taken.has(id) && isSameText(fileName, name) && isSince(createdOn, sinceMs),
    );
    if (!found) return null;
    return { confirmation: { serverRef: found.id, answer: 'Found among the ticket’s files.' }, ticket: null };
  }

  /**
   * Returns the earliest time, by the server's clock, at which a change can have had its effect, and the changes confirmed
   * since then, whose effects must not be taken for its own.
   */
  #scopeOf(stored: StoredChange): { sinceMs: number; confirmed: readonly StoredChange[] } {
    const sentAtMs = stored.firstSentAtMs ?? stored.createdAtMs;
    return {
      sinceMs: sentAtMs - (stored.firstSentSkewMs ?? this.#skewMs()) - toleranceMs,
      confirmed: this.#table.confirmedSince(sentAtMs - 2 * toleranceMs),
    };
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.kind === 'not-found';
}

/** Returns what other changes made, or what was there before: each ticket or file is the effect of one change at most. */
function takenRefs({ priorMatches }: StoredChange, confirmed: readonly StoredChange[]): Set<string | null> {
  return new Set([...confirmed.map(({ serverRef }) => serverRef), ...(priorMatches ?? [])]);
}

/** Whether a row of the list is what these fields would have made. */
function isSameRequest(fields: NewTicket, row: TicketSummary): boolean {
  const shared = ['title', 'site', 'location', 'requestType', 'category'] as const;
  return shared.every((field) => isSameText(fields[field], row[field]));
}

/** Returns the fields by which the cache is asked, as it holds them. */
function trimmed({ title, site, requestType, category }: NewTicket) {
  return { title: title.trim(), site: site.trim(), requestType: requestType.trim(), category: category.trim() };
}

/** Returns `texts` without those in `removed`, each removed as often as it occurs there. */
function withoutEach(texts: readonly string[], removed: readonly string[]): string[] {
  const left = [...removed];
  return texts.filter((text) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Comments have no ids: each time removes the comment that was written then or, where there is none, the oldest. */
function withoutTimes(comments: readonly TicketComment[], times: readonly string[]): TicketComment[] {
  const left = [...comments];
  for (const time of times) {
    const index = left.findIndex(({ commentedOn }) => commentedOn === time);
    left.splice(Math.max(0, index), 1);
  }
  return left;
}

/** A time that cannot be read proves nothing: asking the user is better than taking somebody else's for ours. */
function isSince(time: string, sinceMs: number): boolean {
  const date = parseServerTime(time);
  return date !== null && date.getTime() >= sinceMs;
}

/**
 * Returns the tickets that were created at `sinceMs` or later, and those whose time cannot be read.
 *
 * The specification names no order for the list, so the first page shows which one it has: newest first is read from the
 * front, oldest first from the back, until a page reaches further back than `sinceMs`; a list in no order is read whole.
 */
export async function listTicketsSince(
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

const wantedPageSize = 100;

/** Far more than a few minutes of new tickets fill; it bounds the walk over a list that is in no order. */
const maxPages = 200;

/** Whether every ticket after this page is older, in a list with the newest first. */
function reachesBefore(page: TicketListPage | undefined, sinceMs: number): boolean {
  if (!page) return false;
  const orders = ['createdOn', 'updatedOn'] as const;
  return orders.some(
    (key) => orderOf(page.tickets, key) === 'descending' && isBefore(page.tickets.at(-1)?.[key], sinceMs),
  );
}

/** A time that cannot be read counts as later than any other. */
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
