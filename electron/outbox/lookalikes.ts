/*
 * What turned up on the server while a change was under way and may be its effect, though it does not equal it: the server
 * may have cut, transliterated or renamed what was sent. The user decides.
 */

import type { Attachment } from '../contract/attachment.ts';
import { inOneLine } from '../contract/cut.ts';
import type { NewTicket } from '../contract/fields.ts';
import type { TicketComment, TicketSummary } from '../contract/ticket.ts';
import { isAlikeText, leastLikeness, likeness } from '../contract/ticket-equality.ts';
import type { Echo, StoredLookalike } from './stored-change.ts';

/** More than these nobody compares. */
const mostLookalikes = 5;

/** Something found, and how alike it is, from 0 to 1. */
type Candidate = { ref: string; label: string; echo: Echo; likeness: number };

/** Returns the comments that may have been made of a text, most alike first. */
export function lookalikeComments(text: string, found: readonly TicketComment[]): StoredLookalike[] {
  return mostAlike(
    found.map((comment, index) => ({
      ref:
        comment.commentedOn !== '' &&
        found.findIndex(({ commentedOn }) => commentedOn === comment.commentedOn) === index
          ? comment.commentedOn
          : `${comment.commentedOn} #${index}`,
      label: firstWords(comment.comment),
      echo: echoOfComment(comment),
      likeness: likeness(text, comment.comment),
    })),
    leastLikeness,
  );
}

/** Returns the files that may have been made of one with this name, most alike first. */
export function lookalikeFiles(fileName: string, found: readonly Attachment[]): StoredLookalike[] {
  return mostAlike(
    found.map((file) => ({
      ref: file.id,
      label: file.fileName,
      echo: echoOfFile(file),
      likeness: likeness(fileName, file.fileName),
    })),
    leastLikeness,
  );
}

/**
 * Returns the tickets that may have been made of a request, most alike first: all of its site, since new ones are few, and of
 * others those of nearly the same title.
 */
export function lookalikeTickets(fields: NewTicket, found: readonly TicketSummary[]): StoredLookalike[] {
  const newestFirst = [...found].sort((one, other) => (one.createdOn < other.createdOn ? 1 : -1));
  return mostAlike(
    newestFirst.flatMap((ticket) => {
      const isOfSite = isAlikeText(ticket.site, fields.site);
      const candidate = {
        ref: ticket.id,
        label: `${ticket.id} ${firstWords(ticket.title)}`.trim(),
        echo: echoOfTicket(ticket),
        likeness: likeness(fields.title, ticket.title),
      };
      return isOfSite || candidate.likeness >= 0.8 ? [candidate] : [];
    }),
    0,
  );
}

export const echoOfComment = ({ comment, commentedBy, commentedOn }: TicketComment): Echo => ({
  text: comment,
  author: commentedBy,
  madeOn: commentedOn,
});

export const echoOfFile = ({ fileName, createdBy, createdOn }: Attachment): Echo => ({
  text: fileName,
  author: createdBy,
  madeOn: createdOn,
});

export const echoOfTicket = ({ title, createdBy, createdOn }: TicketSummary): Echo => ({
  text: title,
  author: createdBy,
  madeOn: createdOn,
});

function mostAlike(candidates: readonly Candidate[], least: number): StoredLookalike[] {
  return candidates
    .filter((candidate) => candidate.likeness >= least)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, mostLookalikes)
    .map(({ ref, label, echo }) => ({ ref, label, appearedOn: echo.madeOn, echo }));
}

const longestLabel = 80;

const firstWords = (text: string): string => inOneLine(text, longestLabel);
