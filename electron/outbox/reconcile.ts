/*
 * Finds out on the server what became of a change and whether it may be sent: before every sending, and for changes whose
 * answer never came. It only reads, here and there.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, WholeTicket } from '../api/client.ts';
import type { Change } from '../contract/change.ts';
import { conflictingFields, holdsEdit, holdsSentEdit } from '../contract/edit-merge.ts';
import { editableFields, type HeldFields, type TicketEdit } from '../contract/fields.ts';
import { ticketIdSchema } from '../contract/ids.ts';
import { type Problem, ProblemError, problem, problemOf } from '../contract/problem.ts';
import { openStatuses } from '../contract/specification.ts';
import { leastLikeness, likeness } from '../contract/ticket-equality.ts';
import { words } from '../words/words.ts';
import type { ServerSearch } from './search-server.ts';
import { isDenied, isIdempotent, mayHaveArrived, needsSearchBeforeDiscard } from './send-rules.ts';
import type { Confirmed, StoredChange, StoredLookalike } from './stored-change.ts';
import type { YoungTickets } from './young-tickets.ts';

/** What the server shows of a change. */
export type Reconciliation =
  | ({ kind: 'confirmed' } & Confirmed)
  /** It may not be made; `conflict` is what the server holds in the edited fields, where that is the reason. */
  | { kind: 'refused'; problem: Problem; conflict: HeldFields | null }
  | Sendable
  /** It was sent before and its effect is not there, or not there yet; the lookalikes may be its effect. */
  | NotFound;

/** `isAllowed` is false where the server does not let the user look. */
export type NotFound = { kind: 'not-found'; lookalikes: readonly StoredLookalike[]; isAllowed: boolean };

/** It may be sent. `ticket` is the ticket as it was read for that, `priorRefs` as in `StoredChange`, each where known. */
export type Sendable = {
  kind: 'sendable';
  ticket: WholeTicket | null;
  priorRefs: readonly string[] | null;
};

export class Reconciler {
  readonly #api: ApiClient;
  readonly #search: ServerSearch;
  readonly #young: YoungTickets;
  readonly #discardSearchDelaysMs: readonly number[];

  /** @param discardSearchDelaysMs the delay before each search for a change that is to be discarded */
  constructor(api: ApiClient, search: ServerSearch, young: YoungTickets, discardSearchDelaysMs: readonly number[]) {
    this.#api = api;
    this.#search = search;
    this.#young = young;
    this.#discardSearchDelaysMs = discardSearchDelaysMs;
  }

  /** @throws ProblemError when the server cannot be asked */
  async reconcile(stored: StoredChange, signal: AbortSignal): Promise<Reconciliation> {
    const { change } = stored;
    if (change.kind === 'update' || change.kind === 'cancel') return await this.#compareTicket(stored, change, signal);
    if (!mayHaveArrived(stored)) {
      return { kind: 'sendable', ...(await this.#search.findPriorRefs(stored, signal)) };
    }
    const result = await this.#search.findEffect(stored, signal);
    if (result.found) return { kind: 'confirmed', ...result.found };
    // The user wants it sent again, or the last sending had no effect.
    if (stored.state === 'waiting') return { kind: 'sendable', ticket: null, priorRefs: null };
    return { kind: 'not-found', lookalikes: result.lookalikes, isAllowed: result.isAllowed };
  }

  /**
   * Returns what the server shows of a change that is to be discarded: its confirmation if it has arrived, or lookalikes.
   * `null` when it never left, or nothing like it is found, or the user has already been told what an earlier search found.
   * @throws ProblemError when the server cannot be asked, or the reason of the abort: then the change must stay
   */
  async reconcileDiscarded(
    stored: StoredChange,
    signal: AbortSignal,
  ): Promise<Extract<Reconciliation, { kind: 'confirmed' }> | NotFound | null> {
    if (!needsSearchBeforeDiscard(stored)) return null;
    let last: Reconciliation | null = null;
    const delaysMs = isIdempotent(stored) ? [0] : this.#discardSearchDelaysMs;
    for (const delayMs of delaysMs) {
      await sleep(delayMs, null, { signal }).catch(() => signal.throwIfAborted());
      last = await this.reconcile(stored, signal).catch((error: unknown) => {
        throw signal.aborted ? error : withKeptChange(error);
      });
      if (last.kind === 'confirmed') return last;
    }
    return last?.kind === 'not-found' && last.lookalikes.length > 0 ? last : null;
  }

  /**
   * Returns the confirmation of a change by one of its lookalikes, which the user recognised. A new ticket is read, so that
   * it can be shown; without an answer it is believed all the same, and the sync brings it.
   * @throws ProblemError `invalid-input` for what is none of its lookalikes
   */
  async reconcileClaimed(stored: StoredChange, ref: string, signal: AbortSignal): Promise<Confirmed> {
    const { change, lookalikes, needsDecision } = stored;
    const found = needsDecision && lookalikes.find((lookalike) => lookalike.ref === ref);
    if (!found) throw new ProblemError('invalid-input', { field: 'ref' });
    const serverRef = change.kind === 'comment' ? found.echo.madeOn : ref;
    const { recognised, recognisedText } = words().answers;
    const answer = change.kind === 'create' ? recognised({ id: ref }) : recognisedText({ text: found.label });
    const confirmation = { serverRef, answer, echo: found.echo };
    if (change.kind !== 'create') return { confirmation, ticket: null };
    const ticket = await this.#api.readTicket(ticketIdSchema.parse(ref), signal).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return null;
    });
    return { confirmation, ticket };
  }

  /** For updates and cancellations the ticket itself decides, before a sending and after one whose answer never came. */
  async #compareTicket(
    stored: StoredChange,
    change: Extract<Change, { kind: 'update' | 'cancel' }>,
    signal: AbortSignal,
  ): Promise<Reconciliation> {
    let ticket: WholeTicket;
    try {
      ticket = await this.#api.readTicket(stored.ticketId, signal);
    } catch (error) {
      const lag = this.#young.lagOf(stored.ticketId, error);
      if (lag || !isDenied(error)) throw lag ?? error;
      return { kind: 'refused', problem: problemOf(error), conflict: null };
    }
    const wasSent = mayHaveArrived(stored);
    return change.kind === 'update' ? compareUpdate(change, wasSent, ticket) : compareCancel(wasSent, ticket);
  }
}

function compareUpdate(
  { fields, base }: Extract<Change, { kind: 'update' }>,
  wasSent: boolean,
  ticket: WholeTicket,
): Reconciliation {
  const held = heldFields(ticket, fields);
  if (wasSent ? holdsSentEdit(fields, base, held) : holdsEdit(fields, held)) {
    return { kind: 'confirmed', confirmation: { serverRef: null, answer: words().answers.hasValues }, ticket };
  }
  const { status } = ticket.summary;
  if (!openStatuses.includes(status)) return refusedAsClosed(status);
  const conflicts = conflictingFields(fields, base, held, wasSent);
  if (conflicts.length === 0) return { kind: 'sendable', ticket, priorRefs: null };
  // An answer may have been lost, and the ticket may hold the edit in other words.
  const mayBeOwn = wasSent && conflicts.every((field) => isLookalike(fields[field], held[field]));
  const kept = words().outbox.keptUntilYou;
  return {
    kind: 'refused',
    problem: problem('conflict', { ...(mayBeOwn && words().outbox.storedOtherwise), kept }),
    conflict: held,
  };
}

const isLookalike = (wanted = '', now = ''): boolean => likeness(wanted, now) >= leastLikeness;

function compareCancel(wasSent: boolean, ticket: WholeTicket): Reconciliation {
  const { status } = ticket.summary;
  if (status === 'Cancelled') {
    const answer = wasSent ? words().answers.isCancelled : words().answers.wasCancelled;
    return { kind: 'confirmed', confirmation: { serverRef: null, answer }, ticket };
  }
  return openStatuses.includes(status) ? { kind: 'sendable', ticket, priorRefs: null } : refusedAsClosed(status);
}

function refusedAsClosed(status: string): Reconciliation {
  const { closed, keptUntilYou } = words().outbox;
  const details = { message: closed({ status }), kept: keptUntilYou };
  return { kind: 'refused', problem: problem('ticket-closed', details), conflict: null };
}

/** Returns what the server holds in the fields of an edit. */
function heldFields({ summary, detail }: WholeTicket, edit: TicketEdit): HeldFields {
  const all = { title: summary.title, ...detail };
  return Object.fromEntries(editableFields.flatMap((field) => (field in edit ? [[field, all[field]]] : [])));
}

/** Adds to a problem of the connection that the change was not discarded. */
function withKeptChange(error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { kind, ...details } = error.problem;
  return new ProblemError(kind, { ...details, kept: words().outbox.keptUntilChecked }, error);
}
