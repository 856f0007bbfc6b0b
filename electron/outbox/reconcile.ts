import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, WholeTicket } from '../api/client.ts';
import type { Change } from '../contract/change.ts';
import type { HeldFields } from '../contract/fields.ts';
import { type Problem, ProblemError, problem, problemOf } from '../contract/problem.ts';
import { toleranceMs } from '../contract/server-time.ts';
import { openStatuses } from '../contract/specification.ts';
import type { RetryPolicy } from './backoff.ts';
import { type ChangeTable, type Confirmation, type StoredChange, wasPerhapsSent } from './change-table.ts';
import { conflictingFields, heldIn, holdsAll } from './equality.ts';
import {
  commentsAlike,
  type Found,
  filesAlike,
  lookForAttachment,
  lookForComment,
  lookForTicket,
} from './search-server.ts';

/** What a look at the server says of a change: done, refused, free to be sent, or sent before and not to be found. */
export type Reconciliation =
  | { kind: 'done'; confirmation: Confirmation; ticket: WholeTicket | null }
  | { kind: 'refused'; problem: Problem; conflict: HeldFields | null }
  /** `alike`: what stands there before a first sending and could be taken for what it makes; `null` where that was not asked. */
  | { kind: 'open'; ticket: WholeTicket | null; alike: readonly string[] | null }
  | { kind: 'absent' };

type InspectorOptions = {
  api: ApiClient;
  table: ChangeTable;
  /** This computer's clock minus the server's, in milliseconds. */
  skewMs: () => number;
};

/** Finds out at the server what became of a change, and whether it may be sent. Nothing is changed by it, here or there. */
export class Reconciler {
  readonly #options: InspectorOptions;

  constructor(options: InspectorOptions) {
    this.#options = options;
  }

  /** Whether the ticket itself shows if the change was made, so that it can be sent again without harm. */
  static isSettledByTicket({ change }: StoredChange): boolean {
    return change.kind === 'update' || change.kind === 'cancel';
  }

  /** @throws ProblemError when the server cannot be asked */
  async inspect(stored: StoredChange, signal: AbortSignal): Promise<Reconciliation> {
    const { change } = stored;
    if (change.kind === 'update' || change.kind === 'cancel') return await this.#inspectTicket(stored, signal);
    if (!wasPerhapsSent(stored)) return { kind: 'open', ticket: null, alike: await this.#alikeBefore(stored, signal) };
    const found = await this.#look(stored, signal);
    if (found) return { kind: 'done', ...found };
    return stored.state === 'waiting' ? { kind: 'open', ticket: null, alike: null } : { kind: 'absent' };
  }

  async #inspectTicket(stored: StoredChange, signal: AbortSignal): Promise<Reconciliation> {
    const ticket = await this.#readTicket(stored, signal);
    if ('problem' in ticket) return { kind: 'refused', problem: ticket.problem, conflict: null };
    const verdict = verdictOn(stored, ticket);
    if (verdict.kind === 'open') return { kind: 'open', ticket, alike: null };
    return verdict.kind === 'refused' ? verdict : { ...verdict, ticket };
  }

  async #readTicket({ ticketId }: StoredChange, signal: AbortSignal): Promise<WholeTicket | { problem: Problem }> {
    try {
      return await this.#options.api.readTicket(ticketId, signal);
    } catch (error) {
      if (isNotFound(error)) return { problem: problemOf(error) };
      throw error;
    }
  }

  /**
   * What a first sending must not be taken for later. The question also shows that the server can be reached: without a
   * network nothing is sent at all, so that a sending that breaks off on the way is never mistaken for one that never left.
   */
  async #alikeBefore(stored: StoredChange, signal: AbortSignal): Promise<string[]> {
    const { api } = this.#options;
    const { change, ticketId } = stored;
    try {
      if (change.kind === 'comment') return await commentsAlike(api, ticketId, change.comment, signal);
      if (change.kind === 'attachment') return await filesAlike(api, ticketId, change.fileName, signal);
      await api.listTickets(0, 1, signal);
    } catch (error) {
      if (!isNotFound(error)) throw error; // the server's answer to the change itself will say it better
    }
    return [];
  }

  async #look(stored: StoredChange, signal: AbortSignal): Promise<Found | null> {
    const { api, table, skewMs } = this.#options;
    const sentAtMs = stored.firstSentAtMs ?? stored.createdAtMs;
    const confirmed = table.confirmedSince(sentAtMs - 2 * toleranceMs);
    const sinceMs = sentAtMs - (stored.firstSentSkewMs ?? skewMs()) - toleranceMs;
    const tools = { api, signal, sinceMs, confirmed };
    const { change } = stored;
    try {
      if (change.kind === 'create') return await lookForTicket(stored, change, tools);
      if (change.kind === 'comment') return await lookForComment(stored, change, tools);
      if (change.kind === 'attachment') return await lookForAttachment(stored, change, tools);
    } catch (error) {
      if (!isNotFound(error)) throw error; // in a ticket that is not there is nothing to find
    }
    return null;
  }
}

function verdictOn(stored: StoredChange, ticket: WholeTicket): Verdict {
  const { change } = stored;
  return change.kind === 'update' ? checkUpdate(change, ticket) : checkCancel(wasPerhapsSent(stored), ticket);
}

function isNotFound(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.kind === 'not-found';
}

/** What the ticket as the server holds it means for a change: it is done already, may not be done, or may be sent. */
type Verdict =
  | { kind: 'done'; confirmation: Confirmation }
  | { kind: 'refused'; problem: Problem; conflict: HeldFields | null }
  | { kind: 'open' };

const kept = 'Your change is kept here until you edit or discard it.';

/** For an edit, before it is sent and when its answer never came: the same look settles both. */
function checkUpdate({ fields, base }: Extract<Change, { kind: 'update' }>, ticket: WholeTicket): Verdict {
  const held = heldIn(ticket, fields);
  if (holdsAll(fields, held)) {
    return { kind: 'done', confirmation: { claim: null, answer: 'The ticket holds these values.' } };
  }
  const { status } = ticket.summary;
  if (!openStatuses.includes(status)) return closed(status);
  if (conflictingFields(fields, base, held).length === 0) return { kind: 'open' };
  return { kind: 'refused', problem: problem('conflict', { kept }), conflict: held };
}

/** For a cancellation, likewise. */
function checkCancel(wasSent: boolean, { summary: { status } }: WholeTicket): Verdict {
  if (status === 'Cancelled') {
    const answer = wasSent ? 'The ticket is cancelled.' : 'The ticket was already cancelled.';
    return { kind: 'done', confirmation: { claim: null, answer } };
  }
  return openStatuses.includes(status) ? { kind: 'open' } : closed(status);
}

function closed(status: string): Verdict {
  const message = `The ticket is ${status}, so it can no longer be changed.`;
  return { kind: 'refused', problem: problem('ticket-closed', { message, kept }), conflict: null };
}

type DiscardTools = { inspector: Reconciler; pace: RetryPolicy; closed: AbortController };

/**
 * Looks whether what is discarded has arrived; `null` when it was not found, or never left, or when that was settled before.
 * @throws ProblemError when the server cannot be asked: then the change stays
 */
export async function lookBeforeDiscard(
  stored: StoredChange,
  { inspector, pace, closed }: DiscardTools,
): Promise<Extract<Reconciliation, { kind: 'done' }> | null> {
  const mayHaveArrived = stored.state === 'sending' || (stored.state === 'unconfirmed' && !stored.needsDecision);
  if (!mayHaveArrived) return null;
  const pauses = Reconciler.isSettledByTicket(stored) ? [0] : pace.discardPausesMs;
  for (const pauseMs of pauses) {
    await sleep(pauseMs, null, { signal: closed.signal });
    const insight = await inspect(stored, inspector, closed.signal);
    if (insight.kind === 'done') return insight;
  }
  return null;
}

async function inspect(stored: StoredChange, inspector: Reconciler, signal: AbortSignal): Promise<Reconciliation> {
  try {
    return await inspector.inspect(stored, signal);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { kind, ...details } = error.problem;
    const kept = 'The change may have arrived, so it stays here until the server can be asked.';
    throw new ProblemError(kind, { ...details, kept }, error);
  }
}
