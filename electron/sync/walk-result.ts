/* What a walk over the whole list found, and when that is believed. */

import type { Walk, Walked } from '../store/sync-state.ts';

/** What one walk found. */
export type WalkResult = {
  /** The cache's rows of the tickets that were on the pages. */
  readonly seen: ReadonlySet<number>;
  /** How many rows held a ticket that another row had held before. */
  readonly doubled: number;
  /** The total in the latest response. */
  readonly total: number;
  readonly totals: Walk['totals'];
  /** The size of the smallest page. */
  readonly unit: number;
};

/**
 * Whether no ticket can have been missed: the list held as many different tickets as its total says, and its total never
 * fell. Tickets that were created meanwhile only move the others to later pages, and raise the total.
 */
export function isComplete({ seen, total, totals }: WalkResult): boolean {
  return seen.size === total && total === totals.highest && totals.lowest === totals.first;
}

/** How many tickets the list's total counts that were on no page; negative where the pages held more. */
export const missingIn = ({ seen, total }: WalkResult): number => total - seen.size;

/** Whether all pages came with the same total. */
const isSteady = ({ totals }: WalkResult): boolean => totals.lowest === totals.highest;

/**
 * Whether later totals can be compared with this one. A server that gives none seems to raise it with each page, and one
 * that gives 0 beside tickets says nothing.
 */
export function isComparable(result: WalkResult): boolean {
  const { seen, total, totals, unit } = result;
  if (total === 0) return seen.size === 0;
  return isSteady(result) || (isComplete(result) && (totals.first > unit + 1 || total <= unit + 1));
}

/** Whether the list disagrees with its total in the same way as in the last walk that was believed. */
export function disagreesAsBefore(result: WalkResult, before: Walked | null): boolean {
  return before !== null && isSteady(result) && missingIn(result) === before.missing;
}

/** Whether two walks in a row came to the same result, so that the list is as it is and nothing moved. */
export function isSameResult(one: WalkResult, other: WalkResult): boolean {
  const isSameTotal = isSteady(one) ? isSteady(other) && one.total === other.total : !isSteady(other);
  return isSameTotal && one.doubled === other.doubled && isSameSet(one.seen, other.seen);
}

function isSameSet(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  if (one.size !== other.size) return false;
  for (const row of one) if (!other.has(row)) return false;
  return true;
}
