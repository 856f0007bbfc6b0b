import { create } from 'zustand';
import type { OutboxItem } from '../../electron/contract/change.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { maxSentRows } from '../../electron/contract/specification.ts';

const pageRows = 50;

type SentState = {
  /** Newest first. */
  readonly items: readonly OutboxItem[];
  readonly total: number;
  readonly problem: Problem | null;
};

const nothing: SentState = { items: [], total: 0, problem: null };

/** What was sent and confirmed: the log of one's own requests. */
export const useSent = create<SentState>(() => nothing);

let asked = 0;

/** Reads the newest of the log; as many rows as are shown already. */
export function loadSent(): Promise<void> {
  return load(Math.max(pageRows, useSent.getState().items.length));
}

/** Reads further back. */
export function loadMoreSent(): Promise<void> {
  return load(useSent.getState().items.length + pageRows);
}

/** Forgets everything; for another account. */
export function resetSent(): void {
  asked += 1;
  useSent.setState(nothing);
}

async function load(rows: number): Promise<void> {
  asked += 1;
  const number = asked;
  const items: OutboxItem[] = [];
  let total = 0;
  do {
    const limit = Math.min(maxSentRows, rows - items.length);
    const outcome = await window.desk.outbox.sent({ offset: items.length, limit });
    if (number !== asked) return;
    if (!outcome.ok) {
      useSent.setState({ problem: outcome.problem });
      return;
    }
    total = outcome.value.total;
    items.push(...outcome.value.items);
    if (outcome.value.items.length === 0) break;
  } while (items.length < Math.min(rows, total));
  useSent.setState({ items, total, problem: null });
}
