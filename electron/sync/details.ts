/* Reads tickets one by one with the single call (section 4): for their details, or because the list no longer holds them. */

import type { TicketId } from '../contract/ids.ts';
import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { formatServerTime } from '../contract/server-time.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { SavedTicketAndDetail } from '../store/cache.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { SyncAccount, SyncContext } from './context.ts';

/** The detail of an open ticket is read again after this time: a comment need not change the ticket's row in the list. */
const openDetailLifetimeMs = 15 * 60_000;

/** Reading all open tickets again may take one part in so many of the time. */
const longestShare = 10;

/** Few, so that neither a round nor a ticket that the user opens has to wait behind details. */
export const detailConcurrency = 3;

/** The server's answers for a ticket that it does not know or that this user may not read. */
const goneKinds: readonly ProblemKind[] = ['not-found', 'not-permitted', 'no-permission'];

export type FetchedDetail = SavedTicketAndDetail & { summary: TicketSummary };

/** What asking for one ticket showed: the ticket, or that the server does not give it, and whether that is new. */
export type Answer = { fetched: FetchedDetail } | { fetched: null; isNewlyGone: boolean; kind: ProblemKind };

/**
 * Returns the tickets whose details are missing, out of date or fetched too soon: open ones, and those changed in the last
 * `historyDays`. `ticketMs`: how long the server takes for one ticket, `null` if that is unknown.
 */
export function wantedDetails(
  { cache, sightings }: Pick<SyncAccount, 'cache' | 'sightings'>,
  historyDays: number,
  ticketMs: number | null,
): TicketId[] {
  const nowMs = Date.now();
  const since = formatServerTime(nowMs - historyDays * 86_400_000);
  const passMs = ((ticketMs ?? 0) * cache.openTickets().length) / detailConcurrency;
  const wanted = cache.wantingDetail(nowMs - Math.max(openDetailLifetimeMs, passMs * longestShare), since);
  const all = new Set([...wanted, ...cache.withUnsettledDetail(since, sightings.serverNowMs())]);
  return [...all].filter((id) => !sightings.isRefusedForNow(id));
}

/** Fetches the details of these tickets in order, a few at once; tickets that cannot be read are skipped. */
export function fetchDetails(
  account: Pick<SyncAccount, 'api' | 'cache' | 'concurrency' | 'sightings' | 'unreadable'>,
  ids: readonly TicketId[],
  signal: AbortSignal,
  onAnswer: (id: TicketId, answer: Answer, tookMs: number) => void,
): Promise<void> {
  const { concurrency, unreadable } = account;
  const ask = async (id: TicketId) => {
    const beganMs = performance.now();
    const answer = await concurrency.measure(() => askFor(account, id, signal));
    onAnswer(id, answer, performance.now() - beganMs);
  };
  return forEachConcurrently(
    ids,
    () => Math.min(detailConcurrency, concurrency.limit),
    async (id) => {
      if (!signal.aborted) await unreadable.attempt(id, () => ask(id));
    },
  );
}

/**
 * Fetches one ticket into the cache. One that the server does not give is marked as gone, as far as that can be told from it
 * (`Sightings.refused`); removing it is left to the rounds.
 */
export async function askFor(
  { api, cache, sightings }: Pick<SyncAccount, 'api' | 'cache' | 'sightings'>,
  id: TicketId,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const { summary, detail } = await api.readTicket(id, signal);
    await cache.waitForWrites();
    sightings.given(id);
    return { fetched: { summary, ...cache.saveTicket(summary, detail, Date.now(), sightings.serverNowMs()) } };
  } catch (error) {
    if (!(error instanceof ProblemError) || !goneKinds.includes(error.problem.kind)) throw error;
    await cache.waitForWrites();
    return { fetched: null, isNewlyGone: sightings.refused(id) && cache.markGone(id), kind: error.problem.kind };
  }
}

/**
 * Reads tickets that a list did not hold where they were expected. One is removed from the cache only when the server says that it
 * does not know it, and did not show it lately; one that cannot be read stays as it is. `isServerWell`: as for
 * `Unreadable.attempt`.
 */
export async function readMissingTickets(
  context: SyncContext,
  ids: readonly TicketId[],
  isServerWell = false,
): Promise<void> {
  const { cache, sightings } = context;
  sightings.missed(ids);
  const remove = (id: TicketId) => {
    const isRemoved = !sightings.isLate(id) && cache.remove(id);
    if (isRemoved) sightings.forget(id);
    return isRemoved;
  };
  await readTickets(context, ids, isServerWell, remove);
}

/**
 * Reads tickets that are said to have changed. None is removed for that: no list has missed it. Returns those that the server was
 * not asked for or did not answer for.
 */
export function readChangedTickets(context: SyncContext, ids: readonly TicketId[]): Promise<TicketId[]> {
  return readTickets(context, ids, false, () => false);
}

/** @param remove called for a ticket that the server does not know; returns whether that is gone from the cache now */
async function readTickets(
  context: SyncContext,
  ids: readonly TicketId[],
  isServerWell: boolean,
  remove: (id: TicketId) => boolean,
): Promise<TicketId[]> {
  const { concurrency, sightings, unreadable, signal, onSaved, onGone } = context;
  const read = async (id: TicketId) => {
    const answer = await concurrency.measure(() => askFor(context, id, signal));
    if (answer.fetched) {
      sightings.read(id);
      if (answer.fetched.saved) onSaved([answer.fetched.saved]);
      return;
    }
    const isUnknown = answer.kind === 'not-found';
    if (!isUnknown) unreadable.leaveAlone(id);
    if ((isUnknown && remove(id)) || answer.isNewlyGone) onGone(id);
  };
  const unread: TicketId[] = [];
  await concurrency.forEach(ids, async (id) => {
    if (!(await unreadable.attempt(id, () => read(id), isServerWell))) unread.push(id);
  });
  return unread;
}
