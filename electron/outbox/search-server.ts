/*
 * Searches the server for the effect of a change whose answer never came. The API has no idempotency key and comments have
 * no ids, so an effect is recognised by its content, its author and its time, and only counts if no other change made it.
 */

import type { ApiClient, WholeTicket } from '../api/client.ts';
import type { Change } from '../contract/change.ts';
import type { NewTicket } from '../contract/fields.ts';
import type { TicketId } from '../contract/ids.ts';
import { noFilters, type TicketQuery } from '../contract/query.ts';
import { parseServerTime, toleranceMs } from '../contract/server-time.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import { isAlikeText, isSameFileName } from '../contract/ticket-equality.ts';
import type { Cache } from '../store/cache.ts';
import { words } from '../words/words.ts';
import type { ChangeTable } from './change-table.ts';
import { commentRef, commentsNotOf, withoutComments } from './comment-refs.ts';
import {
  echoOfComment,
  echoOfFile,
  echoOfTicket,
  lookalikeComments,
  lookalikeFiles,
  lookalikeTickets,
} from './lookalikes.ts';
import { isDenied, isNotFound, mayHaveArrived } from './send-rules.ts';
import type { Confirmed, StoredChange, StoredLookalike } from './stored-change.ts';
import { listTicketsSince } from './tickets-since.ts';
import type { Clock, YoungTickets } from './young-tickets.ts';

/** The effect of a change, or else what may be its effect; `isAllowed` is false where the server does not let the user look. */
type SearchResult = { found: Confirmed } | { found: null; lookalikes: StoredLookalike[]; isAllowed: boolean };

const foundNone = (lookalikes: StoredLookalike[], isAllowed = true): SearchResult => ({
  found: null,
  lookalikes,
  isAllowed,
});

/** Far more tickets than are created in the minutes that count. */
const newestFirst: TicketQuery = {
  ...{ view: 'all', filters: noFilters, search: '', offset: 0, limit: 100 },
  sort: { by: 'createdOn', direction: 'descending' },
};

type Prior = { priorRefs: string[]; ticket: WholeTicket | null };

export class ServerSearch {
  readonly #api: ApiClient;
  readonly #table: ChangeTable;
  readonly #cache: Cache;
  readonly #clock: Clock;
  readonly #young: YoungTickets;

  constructor(api: ApiClient, table: ChangeTable, cache: Cache, clock: Clock, young: YoungTickets) {
    this.#api = api;
    this.#table = table;
    this.#cache = cache;
    this.#clock = clock;
    this.#young = young;
  }

  /**
   * Searches for what an earlier sending of a create, comment or attachment made.
   * @throws ProblemError when the server cannot be asked
   */
  async findEffect(stored: StoredChange, signal: AbortSignal): Promise<SearchResult> {
    const { change } = stored;
    try {
      if (change.kind === 'create') return await this.#findTicket(stored, change.fields, signal);
      if (change.kind === 'comment') return await this.#findComment(stored, change.comment, signal);
      if (change.kind === 'attachment') return await this.#findFile(stored, change.fileName, signal);
    } catch (error) {
      const lag = this.#young.lagOf(stored.ticketId, error);
      if (lag || !isDenied(error)) throw lag ?? error;
      return foundNone([], isNotFound(error)); // a ticket that does not exist contains nothing
    }
    return foundNone([]);
  }

  /**
   * Returns references to what is on the server before a change is first sent and could be taken for its effect later, and
   * the ticket if it was read for that.
   *
   * The question also proves that the server can be reached. Without a network nothing is sent at all, so a sending that
   * breaks off half-way is never mistaken for one that never left.
   * @throws ProblemError when the server cannot be asked
   */
  async findPriorRefs({ change, ticketId }: StoredChange, signal: AbortSignal): Promise<Prior> {
    try {
      if (change.kind === 'comment') {
        const ticket = await this.#api.readTicket(ticketId, signal);
        const sinceMs = this.#priorSinceMs();
        const recent = ticket.detail.comments.filter(({ commentedOn }) => mayBeSince(commentedOn, sinceMs));
        return { priorRefs: recent.map(commentRef), ticket };
      }
      if (change.kind === 'attachment') {
        return { priorRefs: (await this.#api.listAttachments(ticketId, signal)).map(({ id }) => id), ticket: null };
      }
      await this.#api.listTickets(0, 1, signal);
    } catch (error) {
      if (!isDenied(error)) throw error; // the server's answer to the change itself explains it better
    }
    const isCreate = change.kind === 'create';
    return { priorRefs: isCreate ? this.#knownTickets(change.fields, this.#priorSinceMs()) : [], ticket: null };
  }

  /** To be asked after an answer, which tells how far this computer's clock is off now: it may have been set since the last one. */
  #priorSinceMs(): number {
    return this.#clock.nowMs() - this.#clock.skewMs() - 2 * toleranceMs;
  }

  /** Returns the cached tickets that equal a request, and all that were created since a moment. */
  #knownTickets({ title, site, requestType, category }: NewTicket, sinceMs: number): string[] {
    const recent = this.#cache.page(newestFirst).rows.filter(({ createdOn }) => isSince(createdOn, sinceMs));
    const request = {
      title: title.trim(),
      site: site.trim(),
      requestType: requestType.trim(),
      category: category.trim(),
    };
    return [...new Set([...this.#cache.alike(request), ...recent.map(({ id }) => id)])];
  }

  async #findTicket(stored: StoredChange, fields: NewTicket, signal: AbortSignal): Promise<SearchResult> {
    const sinceMs = this.#sinceMs(stored);
    const listed = await listTicketsSince(this.#api, sinceMs, signal);
    const taken = this.#takenRefs(stored);
    const isOwn = this.#ownership('create');
    const fresh = listed.filter(({ id }) => !taken.has(id));
    const candidates = fresh.filter((row) => isSince(row.createdOn, sinceMs) && isSameRequest(fields, row)).reverse();
    for (const row of candidates.filter(({ createdBy }) => isOwn(createdBy))) {
      const ticket = await this.#readListed(row.id, signal);
      if (!ticket || !isAlikeText(ticket.detail.description, fields.description)) continue;
      if (!isAlikeText(ticket.detail.customerReference, fields.customerReference)) continue;
      const confirmation = {
        serverRef: row.id,
        answer: words().answers.foundAs({ id: row.id }),
        echo: echoOfTicket(ticket.summary),
      };
      return { found: { confirmation, ticket } };
    }
    const others = this.#table.pending().filter((other) => other.id !== stored.id && mayHaveArrived(other));
    const isOthers = (row: TicketSummary) =>
      !isSameRequest(fields, row) &&
      others.some(({ change }) => change.kind === 'create' && isSameRequest(change.fields, row));
    const recent = fresh.filter((row) => isSince(row.createdOn, sinceMs) && !isOthers(row));
    return foundNone(lookalikeTickets(fields, recent));
  }

  /** The single call can lag behind the list; then the next search reads the ticket. */
  async #readListed(id: TicketId, signal: AbortSignal): Promise<WholeTicket | null> {
    try {
      return await this.#api.readTicket(id, signal);
    } catch (error) {
      if (!isDenied(error)) throw error;
      return null;
    }
  }

  /**
   * A ticket can hold several comments of the same words. Those that were there before, and those that the user's other
   * changes made, are taken away; what is left was made by this change, or by somebody else.
   */
  async #findComment(stored: StoredChange, text: string, signal: AbortSignal): Promise<SearchResult> {
    const sinceMs = this.#sinceMs(stored);
    const ticket = await this.#api.readTicket(stored.ticketId, signal);
    const priorRefs = stored.priorRefs ?? [];
    const own = this.#confirmedSince(stored).filter(
      ({ ticketId, serverRef }) => ticketId === stored.ticketId && mayBeSince(serverRef ?? '', sinceMs),
    );
    const recent = ticket.detail.comments.filter(({ commentedOn }) => mayBeSince(commentedOn, sinceMs));
    const fresh = commentsNotOf(own, priorRefs, withoutComments(recent, priorRefs));
    const isOwn = this.#ownership('comment');
    const found = fresh.find(
      ({ comment, commentedBy, commentedOn }) =>
        isAlikeText(comment, text) && isOwn(commentedBy) && isSince(commentedOn, sinceMs),
    );
    if (!found) return foundNone(lookalikeComments(text, fresh));
    const confirmation = {
      serverRef: found.commentedOn,
      answer: words().answers.foundInTicket,
      echo: echoOfComment(found),
    };
    return { found: { confirmation, ticket } };
  }

  async #findFile(stored: StoredChange, name: string, signal: AbortSignal): Promise<SearchResult> {
    const sinceMs = this.#sinceMs(stored);
    const listed = await this.#api.listAttachments(stored.ticketId, signal);
    const taken = this.#takenRefs(stored);
    const isOwn = this.#ownership('attachment');
    const fresh = listed.filter(({ id, createdOn }) => !taken.has(id) && mayBeSince(createdOn, sinceMs));
    const found = fresh.find(
      ({ fileName, createdBy, createdOn }) =>
        isSameFileName(fileName, name) && isOwn(createdBy) && isSince(createdOn, sinceMs),
    );
    if (!found) return foundNone(lookalikeFiles(name, fresh));
    const answer = words().answers.foundAmongFiles;
    return { found: { confirmation: { serverRef: found.id, answer, echo: echoOfFile(found) }, ticket: null } };
  }

  /** Returns whether an author may be this user, by the name that the server gave to the last change of this kind. */
  #ownership(kind: Change['kind']): (author: string) => boolean {
    const own = this.#table.confirmed.lastEchoOf(kind)?.author ?? '';
    return (author) => author === '' || own === '' || isAlikeText(author, own);
  }

  /** Returns the earliest time, by the server's clock, at which a change can have had its effect. */
  #sinceMs(stored: StoredChange): number {
    return sentAtMs(stored) - (stored.firstSentSkewMs ?? this.#clock.skewMs()) - toleranceMs;
  }

  /**
   * Returns the changes confirmed since then, whose effects must not be taken for its own. To be asked after the answer that is
   * searched: another change may be recognised in it, and confirmed, while it is on its way.
   */
  #confirmedSince(stored: StoredChange): readonly StoredChange[] {
    return this.#table.confirmed.since(sentAtMs(stored) - 2 * toleranceMs);
  }

  /** Returns what other changes made, or what was there before: each ticket or file is the effect of one change at most. */
  #takenRefs(stored: StoredChange): Set<string | null> {
    return new Set([...this.#confirmedSince(stored).map(({ serverRef }) => serverRef), ...(stored.priorRefs ?? [])]);
  }
}

/** When a change was first sent, by this computer's clock. */
const sentAtMs = ({ firstSentAtMs, createdAtMs }: StoredChange): number => firstSentAtMs ?? createdAtMs;

/** Whether a row of the list is what these fields would have made. */
function isSameRequest(fields: NewTicket, row: TicketSummary): boolean {
  const shared = ['title', 'site', 'location', 'requestType', 'category'] as const;
  return shared.every((field) => isAlikeText(fields[field], row[field]));
}

/** A time that cannot be read proves nothing: asking the user is better than taking somebody else's for ours. */
function isSince(time: string, sinceMs: number): boolean {
  const date = parseServerTime(time);
  return date !== null && date.getTime() >= sinceMs;
}

const mayBeSince = (time: string, sinceMs: number): boolean => isSince(time, sinceMs) || parseServerTime(time) === null;
