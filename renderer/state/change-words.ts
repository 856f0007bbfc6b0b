/* Changes of the outbox in words: what they are, why they are where they are, and which buttons they have. */

import {
  type ChangeGroup,
  changeStates,
  isUnderWay,
  type OutboxItem,
  queueOf,
  refusedAndMadeOn,
} from '../../electron/contract/change.ts';
import { type EditableField, editableFields } from '../../electron/contract/fields.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { shownFileName } from '../words/file-names.ts';
import { formatList } from '../words/numbers.ts';
import { words } from '../words/words.ts';
import { offlineCause, signInProblem } from './status.ts';

const text = words.outbox;

/** Returns what a change is, in a word or two. */
export function kindWords({ change }: OutboxItem): string {
  return text.kind[change.kind];
}

/** Returns the content of a change in one line: the comment, the file’s name, the edited fields. */
export function contentWords({ change }: OutboxItem): string {
  switch (change.kind) {
    case 'create':
      return [change.fields.site, change.fields.category].filter(Boolean).join(' · ');
    case 'update':
      return formatList(editedFields(change.fields).map((field) => words.form.field[field]));
    case 'cancel':
      return change.reason;
    case 'comment':
      return change.comment;
    case 'attachment':
      return shownFileName(change.fileName);
  }
}

function editedFields(fields: { [F in EditableField]?: string | undefined }): EditableField[] {
  return editableFields.filter((name) => fields[name] !== undefined);
}

/** What of the sync status says why a change waits. */
type WayToServer = Pick<SyncStatus, 'connection' | 'problem'>;

/**
 * Returns the problem that holds a change up or made it fail; `null` if there is none. A change that waits because nobody
 * is signed in, or because something is in the way to the server, has the same problem as the sync, whatever it met before.
 */
export function problemOfChange({ state, problem }: OutboxItem, way: WayToServer | null): Problem | null {
  if (state !== 'waiting' || !way) return problem;
  return signInProblem(way) ?? offlineCause(way) ?? problem;
}

/**
 * Returns why a change is in its state and what happens next, in a sentence or two.
 * @param earlier the changes that were made before it
 */
export function reasonWords(item: OutboxItem, earlier: readonly OutboxItem[], way: WayToServer | null): string {
  const problem = problemOfChange(item, way);
  const isNew = item.change.kind === 'create';
  switch (item.state) {
    case 'sending':
      return item.progress ? text.sendingFile({ percent: percentOf(item.progress) }) : text.sending;
    case 'unconfirmed':
      if (item.needsDecision) return problem ? sentencesOf(problem) : text.notFound;
      return problem && hasServerWords(problem) ? sentencesOf(problem) : text.lookedFor;
    case 'refused':
      return problem ? sentencesOf(problem) : text.refused;
    case 'sent':
      return item.answer ?? text.confirmed;
    case 'waiting':
      if (problem) return sentencesOf(problem);
      if (!isNew && isLocalTicketId(item.ticketId)) return text.waitsForTicket;
      if (waitsForDecision(item, earlier)) return isNew ? text.waitsForTwinDecision : text.waitsForDecision;
      if (inQueueBefore(item, earlier).some(({ state }) => state !== 'refused'))
        return isNew ? text.waitsForTwin : text.waitsForEarlier;
      return way?.connection === 'offline' ? text.waitsForNetwork : text.goesSoon;
  }
}

/** Whether an earlier change to the same ticket, or an equal new ticket, has to be decided about first. */
function waitsForDecision(item: OutboxItem, earlier: readonly OutboxItem[]): boolean {
  const before = inQueueBefore(item, earlier);
  return before.some(({ needsDecision }) => needsDecision) || refusedAndMadeOn([...before, item]).has(item);
}

/** Returns those of the earlier changes that go out before a change, since they must go one after another. */
function inQueueBefore(item: OutboxItem, earlier: readonly OutboxItem[]): OutboxItem[] {
  const queue = queueOf(item);
  return earlier.filter((other) => queueOf(other) === queue);
}

/** Returns what happened, what was kept and what to do, as far as a problem says so. */
export function sentencesOf({ message, kept, todo }: Problem): string {
  return [message, kept, todo].filter(Boolean).join(' ');
}

/** Whether the server said what went wrong. Any other problem of a change that is looked for only concerns the looking. */
function hasServerWords({ serverMessage, httpStatus }: Problem): boolean {
  return serverMessage !== undefined || httpStatus !== undefined;
}

/** Returns how much of a file is sent, in whole percent; 100 only for all of it. */
export function percentOf({ doneBytes, totalBytes }: { doneBytes: number; totalBytes: number }): number {
  return totalBytes === 0 ? 0 : Math.min(100, Math.floor((100 * doneBytes) / totalBytes));
}

/** What the user can do with a change. */
export type ItemAction = 'send' | 'send-again' | 'edit' | 'discard';

/**
 * Returns the buttons of a change, the most helpful first.
 * @param earlier the changes that were made before it
 */
export function actionsOf(item: OutboxItem, earlier: readonly OutboxItem[] = []): ItemAction[] {
  const { state, change, ticketId, needsDecision } = item;
  const isEditable = change.kind === 'create' || change.kind === 'update' || change.kind === 'comment';
  switch (state) {
    case 'waiting':
      // The server must create the ticket before it can take anything else about it.
      if ((change.kind !== 'create' && isLocalTicketId(ticketId)) || waitsForDecision(item, earlier))
        return isEditable ? ['edit', 'discard'] : ['discard'];
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

/** Returns what waits in the outbox, for the status bar; `''` if nothing does. */
export function outboxSentence(items: readonly OutboxItem[]): string {
  const countOfStates = (...states: OutboxItem['state'][]) =>
    items.filter((item) => states.includes(item.state)).length;
  const counts = [
    { number: countOfStates('waiting', 'sending'), words: text.toSend },
    { number: countOfStates('unconfirmed'), words: text.unconfirmed },
    { number: countOfStates('refused'), words: text.wereRefused },
  ];
  return counts
    .filter(({ number }) => number > 0)
    .map(({ number, words: sentence }) => sentence({ count: number }))
    .join(' · ');
}

/** Whether a change goes no further until the user decides about it. */
export const needsUser = ({ state, needsDecision }: OutboxItem): boolean => state === 'refused' || needsDecision;

/** Returns what a screen reader announces of the outbox: only what waits for the user, since the rest is sent without them. */
export function outboxAnnouncement(items: readonly OutboxItem[]): string {
  const count = items.filter(needsUser).length;
  return count === 0 ? '' : text.needUser({ count });
}

/** Returns the question before a change is discarded with others, or after it may have arrived; `null` if none is needed. */
export function discardQuestion(item: OutboxItem): string | null {
  if (item.dependents > 0) return text.discardDependents({ count: item.dependents });
  if (item.needsDecision) return text.discardUndecided;
  if (isUnderWay(item)) return text.discardSent;
  return null;
}

/** Says what an action on many tickets was and how far it has come: `Comment on 12 tickets: 9 confirmed, 3 waiting`. */
export function groupWords({ kind, total, confirmed }: ChangeGroup, items: readonly OutboxItem[]): string {
  const counts = changeStates.flatMap((state) => {
    const count = items.filter((item) => item.state === state).length;
    return state === 'sent' || count === 0 ? [] : [text.group.states[state]({ count })];
  });
  const all = confirmed > 0 ? [text.group.states.confirmed({ count: confirmed }), ...counts] : counts;
  return text.group.sentence[kind]({ count: total, states: formatList(all) });
}

/** Returns the label of the mark on a ticket, such as `2 changes not confirmed yet`. */
export function pendingWords(items: readonly OutboxItem[]): string {
  const count = items.length;
  const refused = items.filter(({ state }) => state === 'refused').length;
  if (refused === count) return text.allRefused({ count });
  return refused === 0 ? text.pending({ count }) : text.pendingAndRefused({ count, refused });
}

/** Returns how far the creation of a ticket has come that the server does not have yet. */
export function unsentWords(create: OutboxItem | undefined): string {
  return create && create.state !== 'waiting' ? text.state[create.state] : text.notSent;
}
