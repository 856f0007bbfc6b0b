/* What changed between two states of a ticket, in the terms of its record. */

import type { TicketChange } from '../contract/news.ts';
import type { TicketComment, TicketDetail, TicketSummary } from '../contract/ticket.ts';
import { isSameText } from '../contract/ticket-equality.ts';

const summaryFields = ['title', 'site', 'location', 'requestType', 'category'] as const;
const detailFields = ['description', 'customerReference', 'notificationRecipients', 'ticketType'] as const;

/** Returns what is different in a ticket's status and in the fields that a list gives. */
export function changesOfSummary(ticket: TicketSummary, before: TicketSummary): TicketChange[] {
  const status: TicketChange = { what: 'status', from: before.status, to: ticket.status };
  return [...(ticket.status === before.status ? [] : [status]), ...changedFields(summaryFields, ticket, before)];
}

/** Returns what is different in the fields that only the detail has. */
export function changesOfDetail(detail: TicketDetail, before: TicketDetail): TicketChange[] {
  return changedFields(detailFields, detail, before);
}

function changedFields<F extends (typeof summaryFields)[number] | (typeof detailFields)[number]>(
  fields: readonly F[],
  after: Record<F, string>,
  before: Record<F, string>,
): TicketChange[] {
  return fields.flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    return isSameText(from, to) ? [] : [{ what: 'field', field, from, to }];
  });
}

/** Returns the comments without those that are known already, each as often as it is known. */
export function withoutKnown(comments: readonly TicketComment[], known: readonly TicketComment[]): TicketComment[] {
  const left = [...comments];
  for (const one of known) {
    const index = left.findIndex((other) => isSameComment(one, other));
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}

const isSameComment = (one: TicketComment, other: TicketComment): boolean =>
  one.commentedOn === other.commentedOn && one.commentedBy === other.commentedBy && one.comment === other.comment;
