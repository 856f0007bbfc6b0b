import type { TicketId } from '../contract/ids.ts';
import type { TicketDetail, TicketSummary } from '../contract/ticket.ts';
import type { Writer } from './database.ts';
import { removeAttachments } from './lists.ts';
import { readTicket } from './ticket-query.ts';

const summaryFields = [
  ['title', 'title'],
  ['status', 'status'],
  ['site', 'site'],
  ['location', 'location'],
  ['request_type', 'requestType'],
  ['category', 'category'],
  ['created_on', 'createdOn'],
  ['updated_on', 'updatedOn'],
  ['closed_on', 'closedOn'],
  ['created_by', 'createdBy'],
] as const satisfies readonly (readonly [string, keyof TicketSummary])[];

const columns = summaryFields.map(([column]) => column);

// A row that did not change is not written again but for the walk that met it, which keeps rounds cheap.
const upsert = `
  INSERT INTO ticket (id, ${columns.join(', ')}, seen_in_walk) VALUES (?, ${columns.map(() => '?').join(', ')}, ?)
  ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
  WHERE ${columns.map((column) => `${column} IS NOT excluded.${column}`).join(' OR ')}`;

/** Writes what the list or the single call gives of tickets. Answers the ids of those that are new or changed. */
export function saveSummaries(database: Writer, tickets: readonly TicketSummary[], walkNumber: number): TicketId[] {
  const changed = tickets.filter((ticket) => {
    const values = summaryFields.map(([, field]) => ticket[field]);
    const isChanged = database.run(upsert, ticket.id, ...values, walkNumber) > 0;
    if (isChanged) indexText(database, ticket.id);
    database.run(
      'UPDATE ticket SET seen_in_walk = ? WHERE id = ? AND seen_in_walk < ?',
      walkNumber,
      ticket.id,
      walkNumber,
    );
    return isChanged;
  });
  return changed.map((ticket) => ticket.id);
}

/** Writes a ticket's detail as the single call gave it. Answers whether anything in it is new. */
export function saveDetail(database: Writer, summary: TicketSummary, detail: TicketDetail, nowMs: number): boolean {
  const before = JSON.stringify(readTicket(database, summary.id)?.detail ?? null);
  database.run(
    `UPDATE ticket SET description = ?, customer_reference = ?, ticket_type = ?, notification_recipients = ?, comments = ?,
     detail_confirmed_at_ms = ?, detail_updated_on = ? WHERE id = ?`,
    detail.description,
    detail.customerReference,
    detail.ticketType,
    detail.notificationRecipients,
    JSON.stringify(detail.comments),
    nowMs,
    summary.updatedOn,
    summary.id,
  );
  const isChanged = before !== JSON.stringify(readTicket(database, summary.id)?.detail ?? null);
  if (isChanged) indexText(database, summary.id);
  return isChanged;
}

export function removeTicket(database: Writer, id: TicketId): void {
  database.run('DELETE FROM ticket_text WHERE rowid = (SELECT row FROM ticket WHERE id = ?)', id);
  database.run('DELETE FROM ticket WHERE id = ?', id);
  removeAttachments(database, id);
}

function indexText(database: Writer, id: TicketId): void {
  const ticket = readTicket(database, id);
  if (!ticket) return;
  const { summary, detail } = ticket;
  const text = [
    summary.id,
    summary.title,
    summary.site,
    summary.location,
    summary.category,
    summary.createdBy,
    detail?.description,
    detail?.customerReference,
    ...(detail?.comments.map((comment) => comment.comment) ?? []),
  ];
  database.run('DELETE FROM ticket_text WHERE rowid = (SELECT row FROM ticket WHERE id = ?)', id);
  database.run('INSERT INTO ticket_text (rowid, text) SELECT row, ? FROM ticket WHERE id = ?', text.join('\n'), id);
}
