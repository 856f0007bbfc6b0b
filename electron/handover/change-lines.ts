/* What was done to tickets, a line for each: by others, by the user here, and what still waits. */

import type { Change, OutboxItem } from '../contract/change.ts';
import { inOneLine } from '../contract/cut.ts';
import { editableFields } from '../contract/fields.ts';
import type { TicketChange } from '../contract/news.ts';
import { parseServerTime, toleranceMs } from '../contract/server-time.ts';
import type { RecentChange } from '../store/recent-tickets.ts';
import { words } from '../words/words.ts';
import type { Times } from './times.ts';

/** One thing that happened to a ticket. Of thousands only some are listed, so its words are written when they are needed. */
export type Happening = { atMs: number; line(): { time: string; text: string } };

/** Longer texts are cut: whoever wants all of it opens the ticket. In UTF-16 units. */
const longestQuote = 300;
/** A field's old and new text are quoted only if both are short. */
const longestValue = 80;

/** A text of somebody else's in one line of ours. */
const quoted = (text: string): string => inOneLine(text, longestQuote);

/**
 * Returns what somebody else did; `null` if it was before the shift, however late it was found, or is told by the ticket itself.
 * A comment and a file name their time. Of the rest, only the ticket's last change has one.
 */
export function othersHappening(found: RecentChange, sinceMs: number, times: Times): Happening | null {
  const { ticket, foundAtMs, change } = found;
  if (change.what === 'created') return null;
  const ownMs = 'on' in change ? timeOf(change.on) : null;
  const updatedMs = timeOf(ticket.updatedOn);
  const knownMs = ownMs ?? (updatedMs !== null && updatedMs <= foundAtMs + toleranceMs ? updatedMs : null);
  const atMs = knownMs ?? foundAtMs;
  if (atMs < sinceMs) return null;
  const line = () => {
    const time = times.at(atMs, ticket.site);
    return { time: knownMs === null ? words().handover.found({ time }) : time, text: othersWords(change) };
  };
  return { atMs, line };
}

function othersWords(change: Exclude<TicketChange, { what: 'created' }>): string {
  const text = words().handover;
  switch (change.what) {
    case 'status':
      return text.status({ from: change.from, to: change.to });
    case 'field': {
      const field = text.field[change.field];
      const [from, to] = [quoted(change.from), quoted(change.to)];
      const isShort = from.length <= longestValue && to.length <= longestValue;
      return isShort ? text.fieldFromTo({ field, from, to }) : text.fieldChanged({ field });
    }
    case 'comment':
      return text.comment({ by: change.by || text.someone, comment: quoted(change.comment) });
    case 'file':
      return text.file({ by: change.by || text.someone, fileName: quoted(change.fileName) });
    case 'touched':
      return text.touched;
  }
}

/** Says what the user did here and the server confirmed. */
export function ownWords(change: Exclude<Change, { kind: 'create' }>): string {
  const { ours } = words().handover;
  switch (change.kind) {
    case 'comment':
      return ours.comment({ comment: quoted(change.comment) });
    case 'attachment':
      return ours.attachment({ fileName: quoted(change.fileName) });
    case 'cancel':
      return ours.cancel({ reason: change.reason });
    case 'update':
      return ours.update({ fields: fieldsOf(change.fields) });
  }
}

/** Says what of the user's is not confirmed yet, and how far it has come. */
export function pendingWords({ change, state, needsDecision, problem }: OutboxItem): string {
  const text = words().handover.state;
  const what = pendingChange(change);
  if (state === 'refused') {
    const reason = problem?.serverMessage || problem?.message;
    return reason ? text.refusedBecause({ what, reason: quoted(reason) }) : text.refused({ what });
  }
  if (state === 'unconfirmed') return needsDecision ? text.undecided({ what }) : text.unconfirmed({ what });
  return state === 'sending' ? text.sending({ what }) : text.waiting({ what });
}

function pendingChange(change: Change): string {
  const { pending } = words().handover;
  switch (change.kind) {
    case 'create':
      return pending.create;
    case 'comment':
      return pending.comment({ comment: quoted(change.comment) });
    case 'attachment':
      return pending.attachment({ fileName: quoted(change.fileName) });
    case 'cancel':
      return pending.cancel({ reason: change.reason });
    case 'update':
      return pending.update({ fields: fieldsOf(change.fields) });
  }
}

function fieldsOf(fields: Extract<Change, { kind: 'update' }>['fields']): string {
  const names = editableFields.filter((name) => fields[name] !== undefined).map((name) => words().handover.field[name]);
  return names.join(', ');
}

/** Returns the moment that the server means, in milliseconds; `null` for a text that is no time. */
export const timeOf = (text: string): number | null => parseServerTime(text)?.getTime() ?? null;
