/*
 * What may be done with a change: may it be sent, sent again, edited or discarded? All of this is answered here, from what
 * the outbox knows by itself. Whether a change has arrived on the server, `Reconciler` finds out there.
 */

import { isSafeToRetry, UnsentError } from '../api/network-errors.ts';
import { type FormChange, queueOf, refusedAndMadeOn } from '../contract/change.ts';
import { fieldsToSend, type NewTicket } from '../contract/fields.ts';
import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { type Catalogue, findFieldNotOffered, findRefusal, specifiedCatalogue } from '../contract/reference-data.ts';
import { words } from '../words/words.ts';
import type { StoredChange } from './stored-change.ts';

/** Whether an earlier sending may have reached the server. */
export const mayHaveArrived = ({ firstSentAtMs }: StoredChange): boolean => firstSentAtMs !== null;

/**
 * Whether the change can be sent any number of times without harm: the ticket itself shows whether it was made. Creates,
 * comments and attachments would be doubled.
 */
export const isIdempotent = ({ change }: StoredChange): boolean => change.kind === 'update' || change.kind === 'cancel';

/** Whether the user may send a change now. One that is on its way, or being searched for, needs no push. */
export const isSendableByUser = ({ state, needsDecision }: StoredChange): boolean =>
  state === 'waiting' || state === 'refused' || needsDecision;

/** Whether a change may have arrived unnoticed, so that it must be searched for before it is discarded. */
export const needsSearchBeforeDiscard = ({ state, needsDecision }: StoredChange): boolean =>
  state === 'sending' || (state === 'unconfirmed' && !needsDecision);

/**
 * Checks that a change may get another content.
 * @throws ProblemError `change-sent` when it is on its way, or when an earlier sending may have arrived: with another content
 * the old one could no longer be searched for, and both would end up on the server
 */
export function requireReplaceable(stored: StoredChange): void {
  if (stored.state !== 'waiting' && stored.state !== 'refused') throw new ProblemError('change-sent');
  if (mayHaveArrived(stored) && !isIdempotent(stored)) {
    throw new ProblemError('change-sent', words().outbox.maybeSent);
  }
}

/** Returns a change of a form as it is sent. */
export function changeToSend(change: FormChange): FormChange {
  if (change.kind === 'create') return { ...change, fields: fieldsToSend(change.fields) };
  return change.kind === 'update' ? { ...change, fields: fieldsToSend(change.fields) } : change;
}

/** Checks that a change can take another's place. @throws ProblemError `invalid-input` when kind or ticket differ */
export function requireSameTarget(
  stored: StoredChange,
  change: FormChange,
  currentIdOf: (id: TicketId) => TicketId,
): void {
  const isSameKind = stored.change.kind === change.kind;
  const isSameTicket = change.kind === 'create' || currentIdOf(change.ticketId) === stored.ticketId;
  if (!isSameKind || !isSameTicket) throw new ProblemError('invalid-input', { field: 'change' });
}

/**
 * Checks that the operator offers the request type and category of a new ticket (section 8).
 * @param fetched the server's table, or `null` when it cannot be read and nothing is checked. What the specification's table
 * has is let through too, unless the server has refused it, since the server has the last word
 * @throws ProblemError `invalid-input`
 */
export function requireOffered(fields: NewTicket, fetched: Catalogue | null): void {
  if (!fetched) return;
  const { requestType, category } = fields;
  const refusal = findRefusal(requestType, fetched);
  const offered = refusal === undefined ? [...fetched, ...specifiedCatalogue()] : fetched;
  const field = findFieldNotOffered(fields, offered);
  if (!field) return;
  const { notOffered, notOfferedBecause, otherCategory, chooseAnother } = words().outbox;
  const typeMessage = refusal ? notOfferedBecause({ requestType, reason: refusal }) : notOffered({ requestType });
  const message = field === 'requestType' ? typeMessage : otherCategory({ category, requestType });
  throw new ProblemError('invalid-input', { field: `change.fields.${field}`, message, todo: chooseAnother });
}

/** The server examined the change and refused it. */
const refusals: readonly ProblemKind[] = [
  'rejected',
  'not-found',
  'not-permitted',
  'no-permission',
  'account-gone',
  'file-too-large',
];

/** The change itself is faulty, which was noticed before anything left this computer. */
const faults: readonly ProblemKind[] = ['invalid-input', 'file-empty', 'file-unusable'];

/**
 * Returns what a failed send means for its change. `refused`: sending it again is no use. `not-done`: it surely had no
 * effect, so it is sent again. `unknown`: it may have arrived, so it is searched for first; this is the outcome of every
 * failure that does not prove one of the others.
 */
export function outcomeOfFailedSend(error: unknown): 'refused' | 'not-done' | 'unknown' {
  if (!(error instanceof ProblemError)) return 'unknown';
  const { kind } = error.problem;
  const isRefused = error instanceof UnsentError ? faults.includes(kind) : refusals.includes(kind);
  if (isRefused) return 'refused';
  return isSafeToRetry(error) ? 'not-done' : 'unknown';
}

/** Whether the server answered that it does not know what was asked for. */
export const isNotFound = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.problem.kind === 'not-found';

/** Whether the server answered that it does not know what was asked for, or that this user may not read it. */
export const isDenied = (error: unknown): boolean =>
  isNotFound(error) || (error instanceof ProblemError && error.problem.kind === 'not-permitted');

/**
 * Returns the changes that may be worked on now, oldest first: one of each ticket, in the order in which they were made,
 * and one of each kind of new ticket. A change of a ticket that is not created yet waits for the create, and an edit on top of one
 * that was refused for what the user makes of that.
 */
export function nextToSend(pending: readonly StoredChange[]): StoredChange[] {
  const busyQueues = new Set<string>();
  const left = refusedAndMadeOn(pending);
  return pending.filter((stored) => {
    const queue = queueOf(stored);
    if (busyQueues.has(queue) || left.has(stored)) return false;
    busyQueues.add(queue);
    const waitsForCreate = stored.change.kind !== 'create' && isLocalTicketId(stored.ticketId);
    return !waitsForCreate && !stored.needsDecision;
  });
}
