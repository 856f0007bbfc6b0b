import { create } from 'zustand';
import type { Problem, ProblemKind } from '../../electron/contract/problem.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { formatSince } from '../words/time.ts';
import { formatTickets, words } from '../words/words.ts';
import { useProblemBanner } from './feedback.ts';

/** How the sync of the open account stands; `null` until it is known. */
export const useStatus = create<{ readonly status: SyncStatus | null }>(() => ({ status: null }));

/** Counts what the events brought, so that the answer to a call never overwrites newer news. */
let news = 0;

export function setStatus(status: SyncStatus): void {
  news += 1;
  useStatus.setState({ status });
}

/** Asks how the sync stands. */
export async function loadStatus(): Promise<void> {
  const before = news;
  const outcome = await window.desk.sync.status();
  if (news !== before) return;
  if (outcome.ok) setStatus(outcome.value);
  else useProblemBanner.setState({ problem: outcome.problem });
}

/** Forgets the status; for another account. */
export function resetStatus(): void {
  news += 1;
  useStatus.setState({ status: null });
}

/** The colour of the dot before the sentence; the sentence says the same in words. */
export type StatusTone = 'busy' | 'good' | 'offline' | 'trouble';

const text = words.status;

/** Says no more than that there is no network. */
const noNetwork: readonly ProblemKind[] = ['no-connection', 'unknown-host'];

/** How the sync stands, in one line: the parts are set apart by a middle dot. */
export function statusSentence(status: SyncStatus, now: Date): string {
  const { connection, ticketCount, progress, isPaused, confirmedAtMs, problem } = status;
  const when = confirmedAtMs === null ? null : formatSince(new Date(confirmedAtMs), now);
  const walked = progress && text.walked(progress.done, progress.total);
  const hindrance = offlineCause(status);
  const parts: string[] = [];
  switch (connection) {
    case 'offline':
      parts.push(text.offline);
      if (hindrance) parts.push(withoutFullStop(hindrance.message));
      parts.push(walked ?? text.kept(ticketCount), when ? text.lastConfirmed(when) : text.neverConfirmed);
      break;
    case 'trouble':
    case 'refused':
      if (problem) parts.push(withoutFullStop(problem.message));
      parts.push(walked ?? text.kept(ticketCount), when ? text.lastConfirmed(when) : text.neverConfirmed);
      break;
    case 'connecting':
      parts.push(text.connecting, walked ?? text.kept(ticketCount));
      if (when) parts.push(text.lastConfirmed(when));
      break;
    case 'online':
      if (isPaused) parts.push(text.paused);
      parts.push(walked ?? formatTickets(ticketCount));
      if (when) parts.push(text.confirmed(when));
      else if (!walked) parts.push(text.neverConfirmed);
      break;
  }
  return parts.join(' · ');
}

/** What keeps the server away although there may be a network, which then does not heal by itself; `null` where nothing does. */
export function offlineCause({ connection, problem }: SyncStatus): Problem | null {
  if (connection !== 'offline' || !problem || noNetwork.includes(problem.kind)) return null;
  return problem;
}

/** What a screen reader is told when the state, not merely a number in it, has changed. */
export function statusAnnouncement(status: SyncStatus): string {
  const { connection, problem, progress, isPaused } = status;
  if (connection === 'trouble' || connection === 'refused') return problem?.message ?? '';
  if (connection === 'offline') return [text.announce.offline, offlineCause(status)?.message].filter(Boolean).join(' ');
  if (connection === 'online' && isPaused) return text.announce.paused;
  if (connection === 'online' && progress) return text.announce.walking;
  return text.announce[connection];
}

/** The tone of a state. */
export function statusTone({ connection, progress, isPaused, problem }: SyncStatus): StatusTone {
  if (connection === 'offline') return 'offline';
  if (connection === 'trouble' || connection === 'refused' || problem) return 'trouble';
  return connection === 'connecting' || isPaused || progress ? 'busy' : 'good';
}

/** How far off the clock is, in words; `null` when it is not. */
export function clockSentence(clockSkewMs: number | null): string | null {
  if (clockSkewMs === null) return null;
  const minutes = Math.max(1, Math.round(Math.abs(clockSkewMs) / 60_000));
  return text.clock(minutes, clockSkewMs > 0);
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
