/* What the sync has to remember over a restart: when tickets were confirmed, and how far a walk over the whole list is. */

import { z } from 'zod';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Reader, Writer } from './database.ts';
import { readNumbers } from './read-numbers.ts';

const walkSchema = z.object({
  /** The page size that the server grants; page numbers can only be compared for the same size. */
  pageSize: z.int().min(1),
  /** The number of tickets that the server gave with the first page. */
  total: z.int().min(0),
  /** Tickets moved between the pages meanwhile, so one may have been missed. */
  hasMoved: z.boolean(),
});

/** A walk over the whole list; stored, so that one that was interrupted can go on. */
export type Walk = z.infer<typeof walkSchema>;

/** One page of a walk, numbered from 0. */
export type WalkPage = { number: number; tickets: readonly TicketSummary[] };

const stateSchemas = {
  walk: walkSchema.nullable(),
  /** When a round last confirmed the cache, in milliseconds since 1970. */
  confirmedAtMs: z.number(),
  /** The latest times of creation and change among the tickets then, or at the end of a later whole walk. */
  newestConfirmed: z.object({ createdOn: z.string(), updatedOn: z.string() }),
  /** When the last walk ended, and how many more tickets than the list's total the cache held then. */
  walked: z.object({ atMs: z.number(), surplus: z.int() }).nullable(),
  /** The number of tickets in the cache; see `addToTicketCount`. */
  ticketCount: z.int(),
} as const;

type StateName = keyof typeof stateSchemas;
type State<N extends StateName> = z.infer<(typeof stateSchemas)[N]>;

/** Returns the value stored under a name; `null` if there is none, or none of the right shape. */
export function readState<N extends StateName>(database: Reader, name: N): State<N> | null {
  const json = database.first('SELECT value FROM sync_state WHERE name = ?', name)?.value;
  if (typeof json !== 'string') return null;
  const parsed = stateSchemas[name].safeParse(JSON.parse(json));
  return parsed.success ? (parsed.data as State<N>) : null;
}

export function writeState<N extends StateName>(database: Writer, name: N, value: State<N>): void {
  database.run('INSERT OR REPLACE INTO sync_state (name, value) VALUES (?, ?)', name, JSON.stringify(value));
}

/** Adjusts the count of tickets; to be called in the transaction that adds or removes them. */
export function addToTicketCount(database: Writer, change: number): void {
  if (change !== 0) database.run(`UPDATE sync_state SET value = value + ? WHERE name = 'ticketCount'`, change);
}

/** Records that a page of the walk is done, with the rows of the tickets on it. */
export function writeWalkPage(database: Writer, page: number, rows: readonly number[]): void {
  database.run('INSERT OR REPLACE INTO walk_page (page, rows) VALUES (?, ?)', page, rows.join(','));
}

/** Returns the numbers of the pages that are done, and the rows of all tickets on them. */
export function readWalkPages(database: Reader): { pages: Int32Array; rows: Int32Array } {
  return {
    pages: readNumbers(database, 'SELECT group_concat(page) AS numbers FROM walk_page'),
    rows: readNumbers(database, 'SELECT group_concat(rows) AS numbers FROM walk_page'),
  };
}
