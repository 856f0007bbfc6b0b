import type { WholeTicket } from '../api/client.ts';
import type { Change } from '../contract/change.ts';
import type { HeldFields } from '../contract/fields.ts';
import { type Problem, problem } from '../contract/problem.ts';
import { openStatuses } from '../contract/specification.ts';
import type { Confirmation } from './change-table.ts';
import { conflictingFields, heldIn, holdsAll } from './likeness.ts';

/** What the ticket as the server holds it means for a change: it is done already, may not be done, or may be sent. */
export type Verdict =
  | { kind: 'done'; confirmation: Confirmation }
  | { kind: 'refused'; problem: Problem; conflict: HeldFields | null }
  | { kind: 'open' };

const kept = 'Your change is kept here until you edit or discard it.';

/** For an edit, before it is sent and when its answer never came: the same look settles both. */
export function checkUpdate({ fields, base }: Extract<Change, { kind: 'update' }>, ticket: WholeTicket): Verdict {
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
export function checkCancel(wasSent: boolean, { summary: { status } }: WholeTicket): Verdict {
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
