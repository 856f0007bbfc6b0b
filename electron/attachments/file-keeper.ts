/*
 * Fetches the files of open tickets in the background, so that they can be read offline: newest tickets first, one call at a
 * time, and only while the sync has nothing to do.
 */

import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient } from '../api/client.ts';
import type { TicketId } from '../contract/ids.ts';
import { problemOf } from '../contract/problem.ts';
import { parseServerTime, toleranceMs } from '../contract/server-time.ts';
import type { Cache } from '../store/cache.ts';
import { Unreadable } from '../sync/unreadable.ts';
import { downloadWhole } from './file-bytes.ts';
import type { FileRef, KeptFiles } from './kept-files.ts';

/** Larger files are fetched only when they are opened. */
export const maxKeptUnaskedBytes = 5_000_000;

/** A list of files that was fetched within this time is not fetched again, unless its ticket changed since. */
const listLifetimeMs = 24 * 60 * 60_000;

/** How long the keeper waits: before it begins, between its calls, and until it looks again. */
export type KeeperTimes = { firstMs: number; betweenMs: number; nextMs: number };
export const keeperTimes: KeeperTimes = { firstMs: 30_000, betweenMs: 250, nextMs: 3 * 60_000 };

type Options = {
  api: ApiClient;
  cache: Cache;
  kept: () => Promise<KeptFiles>;
  /** Whether a call may be made that nobody waits for. */
  mayFetch: () => boolean;
  onChange: (ticketId: TicketId) => void;
  onProblem: (error: unknown) => void;
  signal: AbortSignal;
  times: KeeperTimes;
};

/** Keeps files until the signal is aborted, which must be awaited before the cache is closed. */
export async function keepFiles(options: Options): Promise<void> {
  const { signal, times, onProblem } = options;
  const unreadable = new Unreadable((_problem, error) => onProblem(error));
  const memory: Memory = { noRoomFor: null, fetched: null, unreadable };
  let waitMs = times.firstMs;
  while (await slept(waitMs, signal)) {
    waitMs = times.nextMs;
    try {
      if (options.mayFetch()) await keepOnce(options, memory);
    } catch (error) {
      if (signal.aborted) return;
      waitMs = Math.max(times.nextMs, problemOf(error).retryAfterMs ?? 0);
      onProblem(error);
    }
  }
}

type Memory = {
  /** The file at which the last round ended for want of room: it is not fetched again in vain. */
  noRoomFor: (FileRef & { sizeBytes: number }) | null;
  /**
   * The file that was fetched last, until the disk has taken it, so that a full disk does not have it fetched again and again.
   * `bytes`: `null` for one that is too large.
   */
  fetched: (FileRef & { bytes: Uint8Array | null }) | null;
  /** The lists and files that the server does not give. */
  readonly unreadable: Unreadable;
};

/** Goes through the open tickets once, as far as it may. */
async function keepOnce(options: Options, memory: Memory): Promise<void> {
  const { cache, mayFetch, signal, times } = options;
  const kept = await options.kept();
  const updatedOn = cache.updatedOn(cache.openTickets());
  const newestFirst = [...updatedOn].sort(([, one], [, other]) => (one < other ? 1 : -1));
  for (const [ticketId, updated] of newestFirst) {
    const mayGoOn = () => slept(times.betweenMs, signal).then((isOn) => isOn && mayFetch());
    if (isListDue(cache.lists.attachments(ticketId).fetchedAtMs, updated, Date.now())) {
      if (!(await mayGoOn())) return;
      await memory.unreadable.attempt(ticketId, () => fetchList(options, ticketId));
    }
    for (const { id: fileId } of cache.lists.attachments(ticketId).attachments) {
      const ref = { ticketId, fileId };
      if (kept.isSettled(ref)) continue;
      const last = memory.noRoomFor;
      if (last?.ticketId === ticketId && last.fileId === fileId && !kept.hasRoomFor(last.sizeBytes)) return;
      if (!(await mayGoOn())) return;
      await memory.unreadable.attempt(`${ticketId}/${fileId}`, () => keepOne(options, kept, ref, memory));
      if (memory.noRoomFor !== last) return; // the budget is used up by what is newer
    }
    if (!(await slept(0, signal))) return;
  }
}

async function fetchList({ api, cache, onChange, signal }: Options, ticketId: TicketId): Promise<void> {
  const files = await api.listAttachments(ticketId, signal);
  await cache.waitForWrites();
  if (cache.saveAttachments(ticketId, files, Date.now())) onChange(ticketId);
}

/** Keeps a file, or notes that there is no room for it. One that is gone is left alone until the next time. */
async function keepOne(
  { api, onChange, onProblem, signal }: Options,
  kept: KeptFiles,
  ref: FileRef,
  memory: Memory,
): Promise<void> {
  const { fetched } = memory;
  let bytes: Uint8Array | null;
  try {
    const isHere = fetched?.ticketId === ref.ticketId && fetched.fileId === ref.fileId;
    bytes = isHere ? fetched.bytes : await downloadWhole(api, ref, maxKeptUnaskedBytes, signal);
  } catch (error) {
    if (problemOf(error).kind !== 'not-found') throw error;
    onProblem(error);
    return;
  }
  memory.fetched = { ...ref, bytes };
  if (!bytes) await kept.noteTooLarge(ref);
  else if (await kept.keep(ref, bytes, false)) onChange(ref.ticketId);
  else memory.noRoomFor = { ...ref, sizeBytes: bytes.length };
  memory.fetched = null;
}

function isListDue(fetchedAtMs: number | null, updatedOn: string, nowMs: number): boolean {
  if (fetchedAtMs === null || fetchedAtMs > nowMs || nowMs - fetchedAtMs > listLifetimeMs) return true;
  const updatedMs = parseServerTime(updatedOn)?.getTime() ?? 0;
  return fetchedAtMs < updatedMs + toleranceMs;
}

/** Waits; returns whether to go on. */
async function slept(ms: number, signal: AbortSignal): Promise<boolean> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
  return !signal.aborted;
}
