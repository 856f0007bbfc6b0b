import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import type { Reader, Writer } from './database.ts';

/** A walk over the whole list that is under way; kept so that one that was interrupted goes on where it was. */
const walkSchema = z.object({
  /** Counts the walks; tickets remember the last one that met them. */
  number: z.int().min(1),
  nextPage: z.int().min(0),
  /** The size that the server honours; pages are only comparable with one size. */
  pageSize: z.int().min(1),
  /** How many tickets the server said there are. */
  total: z.int().min(0),
});
export type Walk = z.infer<typeof walkSchema>;

const stateSchemas = {
  walk: walkSchema.nullable(),
  lastWalkNumber: z.int().min(0),
  /** When the whole list was last confirmed, in milliseconds since 1970. */
  confirmedAtMs: z.number(),
} as const;

type StateName = keyof typeof stateSchemas;

/** What the sync remembers under a name; `null` when there is nothing, or nothing that can be used. */
export function readState<N extends StateName>(database: Reader, name: N): z.infer<(typeof stateSchemas)[N]> | null {
  const json = database.first('SELECT value FROM sync_state WHERE name = ?', name)?.value;
  if (typeof json !== 'string') return null;
  const parsed = stateSchemas[name].safeParse(JSON.parse(json));
  return parsed.success ? (parsed.data as z.infer<(typeof stateSchemas)[N]>) : null;
}

export function writeState<N extends StateName>(
  database: Writer,
  name: N,
  value: z.infer<(typeof stateSchemas)[N]>,
): void {
  database.run('INSERT OR REPLACE INTO sync_state (name, value) VALUES (?, ?)', name, JSON.stringify(value));
}

/** Cached tickets that the walk of this number did not meet. */
export function readUnseen(database: Reader, walkNumber: number): TicketId[] {
  return idsOf(database, 'SELECT id FROM ticket WHERE seen_in_walk < ?', walkNumber);
}

/** How many tickets the walk of this number met. */
export function countSeen(database: Reader, walkNumber: number): number {
  return Number(database.first('SELECT count(*) AS n FROM ticket WHERE seen_in_walk = ?', walkNumber)?.n);
}

/** Open tickets whose detail was never fetched, was fetched before their last change, or before `staleBeforeMs`; newest first. */
export function readWantingDetail(
  database: Reader,
  openStatuses: readonly string[],
  staleBeforeMs: number,
): TicketId[] {
  return idsOf(
    database,
    `SELECT id FROM ticket WHERE status IN (${openStatuses.map(() => '?').join(', ')})
     AND (detail_confirmed_at_ms IS NULL OR detail_updated_on <> updated_on OR detail_confirmed_at_ms < ?)
     ORDER BY updated_on DESC`,
    ...openStatuses,
    staleBeforeMs,
  );
}

function idsOf(database: Reader, sql: string, ...values: (string | number)[]): TicketId[] {
  return z
    .array(z.object({ id: ticketIdSchema }))
    .parse(database.all(sql, ...values))
    .map((row) => row.id);
}
