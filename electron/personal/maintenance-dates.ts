/*
 * The dates that the user gave tickets of planned maintenance. Like marks they are never sent, and follow their ticket.
 */

import { z } from 'zod';
import { type Maintenance, maintenanceSchema, momentInZone } from '../contract/calendar.ts';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { isZone } from '../contract/site-time.ts';
import type { Writer } from '../store/database.ts';
import { words } from '../words/words.ts';
import { saveTyped } from './save-typed.ts';

/** The dates of a ticket, and when the user set them, in milliseconds since 1970. */
export type DatedTicket = { ticketId: TicketId; dates: Maintenance; changedAtMs: number };

const columns = 'ticket_id AS ticketId, start_time AS start, end_time AS end, zone, changed_at_ms AS changedAtMs';

export class MaintenanceDates {
  readonly #file: Writer;
  readonly #nowMs: () => number;

  constructor(file: Writer, nowMs: () => number) {
    this.#file = file;
    this.#nowMs = nowMs;
  }

  /** Returns the dates of a ticket; `null` when it has none. */
  of(id: TicketId): Maintenance | null {
    return this.#read('WHERE ticket_id = ?', id)[0]?.dates ?? null;
  }

  /** Returns every ticket that has dates, or the one of an id if it has. */
  list(id: TicketId | null = null): DatedTicket[] {
    return id === null ? this.#read('ORDER BY ticket_id') : this.#read('WHERE ticket_id = ?', id);
  }

  /**
   * Sets the dates of a ticket, or with `null` removes them.
   * @throws ProblemError `invalid-input` for a zone or a day that does not exist, or an end that is not after the start
   */
  save(id: TicketId, dates: Maintenance | null): void {
    if (dates === null) {
      saveTyped(() => this.remove(id));
      return;
    }
    requireSpan(dates);
    const { start, end, zone } = dates;
    const sql = `INSERT OR REPLACE INTO maintenance (ticket_id, start_time, end_time, zone, changed_at_ms)
      VALUES (?, ?, ?, ?, ?)`;
    saveTyped(() => this.#file.run(sql, id, start, end, zone, this.#nowMs()));
  }

  /**
   * Moves the dates of a local ticket to the ticket that the server made of it. Where that has some, those are kept that were set
   * last. To be called within a transaction.
   */
  move(from: TicketId, to: TicketId): void {
    const sql = `UPDATE OR REPLACE maintenance SET ticket_id = ?1 WHERE ticket_id = ?2
      AND changed_at_ms >= (SELECT max(changed_at_ms) FROM maintenance WHERE ticket_id IN (?1, ?2))`;
    this.#file.run(sql, to, from);
    this.remove(from);
  }

  remove(id: TicketId): void {
    this.#file.run('DELETE FROM maintenance WHERE ticket_id = ?', id);
  }

  #read(where: string, ...values: string[]): DatedTicket[] {
    const rows = z.array(rowSchema).parse(this.#file.all(`SELECT ${columns} FROM maintenance ${where}`, ...values));
    return rows.map(({ ticketId, changedAtMs, ...dates }) => ({ ticketId, dates, changedAtMs }));
  }
}

function requireSpan({ start, end, zone }: Maintenance): void {
  const { noSuchDay, endNotAfterStart } = words().repeats;
  if (!isZone(zone)) throw refused('zone', words().saving.noZone.message({ zone }));
  const [startMs, endMs] = [momentInZone(start, zone), momentInZone(end, zone)];
  if (startMs === null) throw refused('start', noSuchDay);
  if (endMs === null) throw refused('end', noSuchDay);
  if (endMs <= startMs) throw refused('end', endNotAfterStart);
}

const refused = (field: string, message: string) =>
  new ProblemError('invalid-input', { field, message, kept: words().repeats.datesKept });

const rowSchema = maintenanceSchema.extend({ ticketId: ticketIdSchema, changedAtMs: z.number() });
