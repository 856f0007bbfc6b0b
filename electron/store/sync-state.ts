/* What the sync has to remember over a restart: when tickets were confirmed, and how far a walk over the whole list is. */

import { z } from 'zod';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Reader, Writer } from './database.ts';
import { readNumbers } from './read-numbers.ts';

const walkSchema = z.object({
  /** The smallest page; the size of every page is this one, doubled some times. */
  unit: z.int().min(1),
  /** The number of tickets that the server gave with the first page, and the lowest and highest that it gave since. */
  totals: z.object({ first: z.int(), lowest: z.int(), highest: z.int() }),
});

/** A walk over the whole list; stored, so that one that was interrupted can go on. */
export type Walk = z.infer<typeof walkSchema>;

/** One page of a walk: where it begins in the list, counted in tickets from 0, and how many it was asked to hold. */
export type WalkPage = { first: number; size: number; tickets: readonly TicketSummary[] };

const walkedSchema = z.object({
  /** When it ended, in milliseconds since 1970. */
  atMs: z.number(),
  /** How many more tickets than the list's total the cache held then; `null` where the totals say nothing. */
  surplus: z.int().nullable(),
  /** How many tickets fewer than its total the list held, in two walks alike. */
  missing: z.int(),
});

/** The last walk over the whole list that is believed. */
export type Walked = z.infer<typeof walkedSchema>;

const feedSchema = z.object({
  /** Every change up to this time (`yyyy-MM-dd HH:mm:ss`) was taken over; `''`: none. */
  seenUpTo: z.string(),
  /** When the server refused the feed to this user, in milliseconds since 1970; `null` while it does not. */
  refusedAtMs: z.number().nullable(),
});

/** How far the feed of changes was read. */
export type FeedState = z.infer<typeof feedSchema>;

const stateSchemas = {
  walk: walkSchema.nullable(),
  /** When a round last confirmed the cache, in milliseconds since 1970. */
  confirmedAtMs: z.number(),
  /** The latest times of creation and change among the tickets then, or at the end of a later whole walk. */
  newestConfirmed: z.object({ createdOn: z.string(), updatedOn: z.string() }),
  walked: walkedSchema.nullable(),
  feed: feedSchema,
  /** How long the last round took that read the whole list, and the last one that did not, in milliseconds. */
  walkRoundMs: z.number(),
  roundMs: z.number(),
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
export function writeWalkPage(database: Writer, { first, size }: WalkPage, rows: readonly number[]): void {
  const sql = 'INSERT OR REPLACE INTO walk_page (first, size, rows) VALUES (?, ?, ?)';
  database.run(sql, first, size, rows.join(','));
}

/** Returns the places of the pages that are done, and the rows of all tickets on them. */
export function readWalkPages(database: Reader): { pages: Omit<WalkPage, 'tickets'>[]; rows: Int32Array } {
  const placeSchema = z.object({ first: z.number(), size: z.number() });
  return {
    pages: z.array(placeSchema).parse(database.all('SELECT first, size FROM walk_page ORDER BY first')),
    rows: readNumbers(database, 'SELECT group_concat(rows) AS numbers FROM walk_page'),
  };
}
