/*
 * Comments have no ids. They are told apart by time and words; two of the same words in the same second count as two.
 */

import type { TicketComment } from '../contract/ticket.ts';
import { isAlikeText, readableText } from '../contract/ticket-equality.ts';
import type { StoredChange } from './stored-change.ts';

/** Enough words to tell comments of one second apart. */
const refLength = 200;

/** Returns a reference to a comment as it was read from the server. */
export const commentRef = ({ commentedOn, comment }: TicketComment): string =>
  `${commentedOn}\n${readableText(comment).slice(0, refLength)}`;

/** Whether a reference is to this comment. Earlier versions of Colodesk kept only the time, of comments of equal words. */
export const isRefTo = (ref: string, comment: TicketComment): boolean =>
  ref === commentRef(comment) || ref === comment.commentedOn;

/** Returns the comments without those of the references, each removed as often as it occurs there. */
export function withoutComments(comments: readonly TicketComment[], refs: readonly string[]): TicketComment[] {
  const left = [...comments];
  for (const ref of refs) {
    const index = left.findIndex((comment) => isRefTo(ref, comment));
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}

/**
 * Returns the comments without those that the user's confirmed changes made. A change is taken to have made the comment that
 * the server named or, where there is none of that time, the oldest of the same words.
 * @param priorRefs references to comments that are left out of `comments` already
 */
export function commentsNotOf(
  changes: readonly StoredChange[],
  priorRefs: readonly string[],
  comments: readonly TicketComment[],
): TicketComment[] {
  const left = [...comments];
  const prior = [...priorRefs];
  for (const { change, serverRef, echo } of changes) {
    if (change.kind !== 'comment') continue;
    const made = { comment: echo?.text ?? change.comment, commentedBy: '', commentedOn: serverRef ?? '' };
    const priorIndex = prior.findIndex((ref) => isRefTo(ref, made));
    if (priorIndex >= 0) {
      prior.splice(priorIndex, 1);
      continue;
    }
    const isOfWords = (comment: TicketComment) => isAlikeText(comment.comment, made.comment);
    const exact = left.findIndex((comment) => isOfWords(comment) && comment.commentedOn === made.commentedOn);
    const index = exact >= 0 ? exact : left.findIndex(isOfWords);
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}
