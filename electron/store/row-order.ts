/* Tickets in an order, as arrays of their rows. */

import type { Sort } from '../contract/query.ts';

/**
 * The rows of all tickets in ascending order of a column, equal ones by id: those with a value, and those without, which go
 * last in both directions.
 */
export type Order = { valued: Int32Array; empty: Int32Array };

/** Some of the tickets: a 1 for the row of each of them, else 0, and how many they are. */
export type MarkedRows = { mask: Uint8Array; count: number };

/** The ranks of the tickets by something, by row: from 0 up, and `rankCount` where there is nothing. */
export type Ranks = { ranks: Int32Array; rankCount: number };

/** Returns all rows of an order, or of them those from `first` up to `end`, in a direction. */
export function inOrder(order: Order, direction: Sort['direction'], first = 0, end = countOf(order)): Int32Array {
  const { valued, empty } = order;
  const rows = new Int32Array(Math.max(0, Math.min(end, countOf(order)) - first));
  for (let index = 0; index < rows.length; index++) {
    const isValued = first + index < valued.length;
    const part = isValued ? valued : empty;
    const place = isValued ? first + index : first + index - valued.length;
    rows[index] = part[direction === 'ascending' ? place : part.length - 1 - place] as number;
  }
  return rows;
}

const countOf = ({ valued, empty }: Order): number => valued.length + empty.length;

/** Returns all marked rows of an order, or of them those from `first` up to `end`, in a direction. */
export function markedInOrder(
  { valued, empty }: Order,
  direction: Sort['direction'],
  { mask, count: markedCount }: MarkedRows,
  first = 0,
  end = markedCount,
): Int32Array {
  const rows = new Int32Array(Math.max(0, Math.min(end, markedCount) - first));
  let [passed, count] = [0, 0];
  for (const part of [valued, empty]) {
    const step = direction === 'ascending' ? 1 : -1;
    let at = direction === 'ascending' ? 0 : part.length - 1;
    let left = part.length;
    for (; left > 0 && passed < first; left--, at += step) passed += mask[part[at] as number] as number;
    for (; left > 0 && count < rows.length; left--, at += step) {
      const row = part[at] as number;
      if (mask[row] === 1) rows[count++] = row;
    }
  }
  return rows;
}

/** A counting sort: takes the rows in the order in which they are given to the places of their ranks. */
export function byRank(rows: Int32Array, { ranks, rankCount }: Ranks): Order {
  const next = new Int32Array(rankCount + 2);
  for (let at = 0; at < rows.length; at++) {
    const rank = ranks[rows[at] as number] as number;
    next[rank + 1] = (next[rank + 1] as number) + 1;
  }
  for (let rank = 1; rank <= rankCount; rank++) next[rank] = (next[rank] as number) + (next[rank - 1] as number);
  const valuedCount = next[rankCount] as number;
  const sorted = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const rank = ranks[row] as number;
    const place = next[rank] as number;
    sorted[place] = row;
    next[rank] = place + 1;
  }
  return { valued: sorted.subarray(0, valuedCount), empty: sorted.subarray(valuedCount) };
}

/** Sorts by minutes, equal ones as given: by their low bits, then by the others, where each pass needs few places. */
export function byMinute(rows: Int32Array, minutes: Int32Array): Order {
  const [low, high] = [new Int32Array(minutes.length), new Int32Array(minutes.length)];
  let latest = 0;
  for (let row = 0; row < minutes.length; row++) latest = Math.max(latest, minutes[row] as number);
  const highCount = (latest >>> lowBits) + 1;
  for (let row = 0; row < minutes.length; row++) {
    const minute = minutes[row] as number;
    low[row] = minute & (lowCount - 1);
    high[row] = minute === 0 ? highCount : minute >>> lowBits;
  }
  const { valued: byLowBits } = byRank(rows, { ranks: low, rankCount: lowCount });
  return byRank(byLowBits, { ranks: high, rankCount: highCount });
}

const lowBits = 11;
const lowCount = 1 << lowBits;
