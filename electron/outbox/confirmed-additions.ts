/*
 * Comments and files that the server has confirmed, for as long as its own lists may not show them: what the user has seen
 * once stays where it is, with the author that the server named.
 */

import type { Attachment } from '../contract/attachment.ts';
import { longestLagMs, parseServerTime, toleranceMs } from '../contract/server-time.ts';
import type { TicketComment } from '../contract/ticket.ts';
import { isAlikeText, isSameFileName } from '../contract/ticket-equality.ts';
import { isRefTo } from './comment-refs.ts';
import type { StoredChange } from './stored-change.ts';

/** Whether a list fetched at a time may lag behind a change; one that was never fetched does. */
const mayLag = ({ answeredAtMs }: StoredChange, fetchedAtMs: number | null): boolean =>
  (answeredAtMs ?? 0) + longestLagMs >= (fetchedAtMs ?? 0);

/**
 * Returns the confirmed comments that a fetched ticket does not show yet: one can take a while to appear in the single call
 * (companion page "Comments").
 *
 * A comment that is shown is recognised by its words and the time that the server confirmed. The server may show another
 * time than it confirmed, so what is left is recognised by not being older than the sending. Each comment shown stands for
 * one that was sent.
 */
export function missingComments(
  shown: readonly TicketComment[],
  sent: readonly StoredChange[],
  fetchedAtMs: number | null,
): TicketComment[] {
  const lagging = sent.filter((stored) => mayLag(stored, fetchedAtMs));
  return matchComments(shown, lagging).missing;
}

/** Returns the comments that are shown without those that the user's changes made. */
export function commentsNotSent(shown: readonly TicketComment[], sent: readonly StoredChange[]): TicketComment[] {
  return matchComments(shown, sent).left;
}

function matchComments(shown: readonly TicketComment[], sent: readonly StoredChange[]) {
  const left = [...shown];
  const takes = takerFrom(left);
  const missing = sent
    .flatMap((stored) => {
      const { change, echo, serverRef } = stored;
      if (change.kind !== 'comment') return [];
      const comment = echo?.text || change.comment.trim();
      return [{ stored, made: { comment, commentedBy: echo?.author ?? '', commentedOn: serverRef ?? '' } }];
    })
    .filter(({ made }) => !takes((other) => isOf(made, other) && other.commentedOn === made.commentedOn))
    .filter(({ made, stored }) => !takes((other) => isOf(made, other) && mayShow(stored, other)))
    .map(({ made }) => made);
  return { left, missing };
}

const isOf = (one: TicketComment, other: TicketComment): boolean => isAlikeText(one.comment, other.comment);

/** Whether a comment of the same words can be the one that was sent. */
function mayShow({ firstSentAtMs, firstSentSkewMs, priorRefs }: StoredChange, comment: TicketComment): boolean {
  if (priorRefs?.some((ref) => isRefTo(ref, comment))) return false;
  const sinceMs = (firstSentAtMs ?? 0) - (firstSentSkewMs ?? 0) - toleranceMs;
  return (parseServerTime(comment.commentedOn)?.getTime() ?? 0) >= sinceMs;
}

/** Returns what takes the first match out of a list, and says whether there was one: what is shown once stands for one thing. */
function takerFrom<T>(left: T[]): (isMatch: (one: T) => boolean) => boolean {
  return (isMatch) => {
    const index = left.findIndex(isMatch);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
}

/** Returns the confirmed files that a fetched list does not show yet. Each file shown stands for one that was sent. */
export function missingFiles(
  shown: readonly Attachment[],
  sent: readonly StoredChange[],
  fetchedAtMs: number | null,
): Attachment[] {
  const takes = takerFrom([...shown]);
  return sent
    .flatMap((stored) => {
      const { change, echo, serverRef } = stored;
      if (change.kind !== 'attachment' || serverRef === null || !mayLag(stored, fetchedAtMs)) return [];
      const fileName = echo?.text || change.fileName;
      return [{ id: serverRef, fileName, createdBy: echo?.author ?? '', createdOn: echo?.madeOn ?? '' }];
    })
    .filter((file) => !takes(({ id }) => id === file.id))
    .filter(
      (file) => !takes((other) => other.createdOn === file.createdOn && isSameFileName(other.fileName, file.fileName)),
    );
}
