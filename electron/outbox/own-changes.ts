/*
 * Tells what the user did here from what others did, when the server shows that a ticket changed. The log of changes is kept
 * on the disk, so this holds over a restart, and however late the server shows a change.
 */

import type { Attachment } from '../contract/attachment.ts';
import type { NewTicket } from '../contract/fields.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketChange } from '../contract/news.ts';
import { parseServerTime, toleranceMs } from '../contract/server-time.ts';
import type { TicketComment, TicketSummary } from '../contract/ticket.ts';
import { isAlikeFieldText, isAlikeText, isSameFileName, leastLikeness, likeness } from '../contract/ticket-equality.ts';
import type { OwnChanges } from '../store/ticket-record.ts';
import type { ChangeTable } from './change-table.ts';
import { commentsNotSent } from './confirmed-additions.ts';
import { mayHaveArrived } from './send-rules.ts';
import type { StoredChange } from './stored-change.ts';

/** A ticket may show a change only together with what was done to it so long after. */
const longestEchoMs = 10 * 60_000;

/** The user's changes that have, or may have, reached the server. */
export class SentOwnChanges implements OwnChanges {
  readonly #table: ChangeTable;

  constructor(table: ChangeTable) {
    this.#table = table;
  }

  isOwnTicket(ticket: TicketSummary): boolean {
    if (this.#table.confirmed.of(ticket.id).some(({ change }) => change.kind === 'create')) return true;
    return this.#table
      .pending()
      .some((own) => own.change.kind === 'create' && mayHaveArrived(own) && isMadeOf(own.change.fields, ticket));
  }

  othersChanges(ticket: TicketSummary, changes: readonly TicketChange[]): readonly TicketChange[] {
    if (changes.length === 0) return changes;
    const own = this.#changesOf(ticket.id);
    const atMs = parseServerTime(ticket.updatedOn)?.getTime() ?? null;
    return changes.filter((change) => !own.some((one) => isEffect(change, one, atMs)));
  }

  othersComments(id: TicketId, comments: readonly TicketComment[]): readonly TicketComment[] {
    return comments.length === 0 ? comments : commentsNotSent(comments, this.#changesOf(id));
  }

  othersFiles(id: TicketId, files: readonly Attachment[]): readonly Attachment[] {
    const own = this.#changesOf(id);
    return files.filter((file) => !own.some((one) => isSentFile(file, one)));
  }

  #changesOf(id: TicketId): StoredChange[] {
    const pending = this.#table.pending().filter(({ ticketId }) => ticketId === id);
    return [...this.#table.confirmed.of(id), ...pending].filter(mayHaveArrived);
  }
}

/** When a change can have had its effect, by the server's clock. */
function spanOf({ state, firstSentAtMs, firstSentSkewMs, answeredAtMs }: StoredChange) {
  const skewMs = firstSentSkewMs ?? 0;
  const isAnswered = state === 'sent' && answeredAtMs !== null;
  return { fromMs: (firstSentAtMs ?? 0) - skewMs, toMs: isAnswered ? answeredAtMs - skewMs : Number.POSITIVE_INFINITY };
}

/**
 * Whether the user's change explains what is different in a ticket, which it shows as of `atMs`. A state from before the
 * change is of an answer that was late: then the ticket seems to have changed back.
 */
function isEffect(found: TicketChange, own: StoredChange, atMs: number | null): boolean {
  const { fromMs, toMs } = spanOf(own);
  const { change, state } = own;
  if (found.what === 'touched') return atMs !== null && atMs >= fromMs - toleranceMs && atMs <= toMs + toleranceMs;
  const isInTime = state !== 'sent' || atMs === null || (atMs >= fromMs - toleranceMs && atMs <= toMs + longestEchoMs);
  const isFromBefore = atMs !== null && atMs < fromMs;
  if (found.what === 'status') {
    if (change.kind !== 'cancel') return false;
    return (found.to === 'Cancelled' && isInTime) || (found.from === 'Cancelled' && isFromBefore);
  }
  if (found.what !== 'field' || change.kind !== 'update') return false;
  const { field, from, to } = found;
  if (
    field !== 'title' &&
    field !== 'description' &&
    field !== 'customerReference' &&
    field !== 'notificationRecipients'
  )
    return false;
  const sent = change.fields[field];
  if (sent === undefined) return false;
  // The answer to an edit may hold what the server made of the text, such as names in the place of addresses (section 6).
  const isAnswer = state === 'sending' || (state !== 'sent' && likeness(to, sent) >= leastLikeness);
  const isSent = isAnswer || isAlikeFieldText(field, to, sent);
  return (isSent && isInTime) || (isAlikeFieldText(field, from, sent) && isFromBefore);
}

/** Whether a ticket may have been made of a request whose answer has not come. */
function isMadeOf(fields: NewTicket, ticket: TicketSummary): boolean {
  return (
    isAlikeText(fields.site, ticket.site) &&
    isAlikeText(fields.requestType, ticket.requestType) &&
    likeness(fields.title, ticket.title) >= leastLikeness
  );
}

function isSentFile(file: Attachment, own: StoredChange): boolean {
  const { change, serverRef, echo, priorRefs, state } = own;
  if (change.kind !== 'attachment') return false;
  if (state !== 'sent') return isSameFileName(file.fileName, change.fileName) && !priorRefs?.includes(file.id);
  if (file.id === serverRef) return true;
  return file.createdOn === echo?.madeOn && isSameFileName(file.fileName, echo.text || change.fileName);
}
