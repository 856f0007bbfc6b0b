import type { OutboxItem } from '../../electron/contract/change.ts';
import { type EditableField, editableFields } from '../../electron/contract/fields.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import type { Connection } from '../../electron/contract/sync-status.ts';
import { countOf } from '../words/numbers.ts';
import { words } from '../words/words.ts';

const text = words.outbox;

/** What a change is, in a word or two. */
export function kindWords({ change }: OutboxItem): string {
  return text.kind[change.kind];
}

/** What a change holds, in one line: the comment, the file's name, the fields that are edited. */
export function contentWords({ change }: OutboxItem): string {
  switch (change.kind) {
    case 'create':
      return [change.fields.site, change.fields.category].filter(Boolean).join(' · ');
    case 'update':
      return editedFields(change.fields)
        .map((field) => words.form.field[field])
        .join(', ');
    case 'cancel':
      return change.reason;
    case 'comment':
      return change.comment;
    case 'attachment':
      return change.fileName;
  }
}

function editedFields(fields: { [F in EditableField]?: string | undefined }): EditableField[] {
  return editableFields.filter((name) => fields[name] !== undefined);
}

/** Why a change is where it is, and what happens next, in a sentence or two. */
export function reasonWords(item: OutboxItem, earlier: readonly OutboxItem[], connection: Connection): string {
  const { problem } = item;
  switch (item.state) {
    case 'sending':
      return item.progress ? text.sendingFile(percentOf(item.progress)) : text.sending;
    case 'unconfirmed':
      if (item.needsDecision) return `${problem?.message ?? text.notFound} ${problem?.todo ?? ''}`.trim();
      return text.lookedFor;
    case 'refused':
      return problem ? `${problem.message} ${problem.todo}`.trim() : text.refused;
    case 'sent':
      return item.answer ?? text.confirmed;
    case 'waiting':
      if (problem) return `${problem.message} ${problem.todo}`.trim();
      if (item.change.kind !== 'create' && isLocalTicketId(item.ticketId)) return text.waitsForTicket;
      if (earlier.some((other) => other.ticketId === item.ticketId)) return text.waitsForEarlier;
      return connection === 'offline' ? text.waitsForNetwork : text.goesSoon;
  }
}

/** How much of a file is sent, as a whole number of percent; 100 only when all is. */
export function percentOf({ doneBytes, totalBytes }: { doneBytes: number; totalBytes: number }): number {
  return totalBytes === 0 ? 0 : Math.min(100, Math.floor((100 * doneBytes) / totalBytes));
}

/** What can be done with a change. */
export type ItemAction = 'send' | 'send-again' | 'edit' | 'discard';

/** The buttons of a change, the most helpful first. */
export function actionsOf({ state, change, ticketId, needsDecision }: OutboxItem): ItemAction[] {
  const isEditable = change.kind === 'create' || change.kind === 'update' || change.kind === 'comment';
  switch (state) {
    case 'waiting':
      // What hangs on a ticket that does not exist yet cannot go before it.
      if (change.kind !== 'create' && isLocalTicketId(ticketId)) return isEditable ? ['edit', 'discard'] : ['discard'];
      return isEditable ? ['send', 'edit', 'discard'] : ['send', 'discard'];
    case 'refused':
      return isEditable ? ['edit', 'send', 'discard'] : ['send', 'discard'];
    case 'unconfirmed':
      return needsDecision ? ['send-again', 'discard'] : ['discard'];
    case 'sending':
      return ['discard'];
    case 'sent':
      return [];
  }
}

/** What waits in the outbox, for the line at the foot of the window; `''` when nothing does. */
export function outboxSentence(items: readonly OutboxItem[]): string {
  const count = (...states: OutboxItem['state'][]) => items.filter((item) => states.includes(item.state)).length;
  const parts = [
    { number: count('waiting', 'sending'), words: text.toSend },
    { number: count('unconfirmed'), words: text.unconfirmed },
    { number: count('refused'), words: text.wereRefused },
  ];
  return parts
    .filter((part) => part.number > 0)
    .map((part) => part.words(part.number))
    .join(' · ');
}

/** What a screen reader is told of the outbox: only what waits for the user, since the rest goes by itself. */
export function outboxAnnouncement(items: readonly OutboxItem[]): string {
  const count = items.filter((item) => item.state === 'refused' || item.needsDecision).length;
  return count === 0 ? '' : text.needUser(count);
}

/** The question before a change is thrown away with which others go; `null` where none is needed. */
export function discardQuestion(item: OutboxItem): string | null {
  if (item.dependents > 0) return text.discardDependents(item.dependents);
  if (item.state === 'sending' || item.state === 'unconfirmed') return text.discardSent;
  return null;
}

/** `2 changes not confirmed yet`, for a mark on a ticket. */
export function pendingWords(items: readonly OutboxItem[]): string {
  return text.pending(
    countOf(items.length, 'change'),
    items.some((item) => item.state === 'refused'),
  );
}
