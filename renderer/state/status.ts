import type { Problem, ProblemKind } from '../../electron/contract/problem.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { formatSince } from '../words/time.ts';
import { formatTickets, words } from '../words/words.ts';
import { accountStore } from './account-store.ts';
import { showProblem } from './feedback.ts';

/** The sync status of the open account; `null` until it is known. */
export const useStatus = accountStore<{ readonly status: SyncStatus | null }>({ status: null });

export function setStatus(status: SyncStatus): void {
  useStatus.supersede();
  useStatus.setState({ status });
}

/** Reads the sync status. An event that arrives before the response is newer and wins. */
export async function loadStatus(): Promise<void> {
  const outcome = await useStatus.newest(window.desk.sync.status());
  if (outcome?.ok) setStatus(outcome.value);
  else if (outcome) showProblem(outcome.problem);
}

/** The colour of the dot before the status; the sentence says the same in words. */
export type StatusTone = 'busy' | 'good' | 'offline' | 'trouble';

const text = words.status;

/** Problems that say no more than that there is no network. */
const noNetwork: readonly ProblemKind[] = ['no-connection', 'unknown-host'];

/** Returns the sync status in one line, its parts separated by middle dots. */
export function statusSentence(status: SyncStatus, now: Date): string {
  const { connection, ticketCount, progress, isPaused, confirmedAtMs, problem } = status;
  const when = confirmedAtMs === null ? null : formatSince(new Date(confirmedAtMs), now);
  const walked = progress && text.walked(progress.done, progress.total);
  const cause = offlineCause(status);
  const phrases: string[] = [];
  switch (connection) {
    case 'offline':
      phrases.push(text.offline);
      if (cause) phrases.push(withoutFullStop(cause.message));
      phrases.push(walked ?? text.kept(ticketCount), when ? text.lastConfirmed(when) : text.neverConfirmed);
      break;
    case 'trouble':
    case 'refused':
      if (problem) phrases.push(withoutFullStop(problem.message));
      phrases.push(walked ?? text.kept(ticketCount), when ? text.lastConfirmed(when) : text.neverConfirmed);
      break;
    case 'connecting':
      phrases.push(text.connecting, walked ?? text.kept(ticketCount));
      if (when) phrases.push(text.lastConfirmed(when));
      break;
    case 'online':
      if (isPaused) phrases.push(text.paused);
      phrases.push(walked ?? formatTickets(ticketCount));
      if (when) phrases.push(text.confirmed(when));
      else if (!walked) phrases.push(text.neverConfirmed);
      break;
  }
  return phrases.join(' · ');
}

/**
 * Returns why the server cannot be reached although there may be a network, such as a proxy that wants a password: such a
 * problem does not go away by itself. `null` if Colodesk is online or merely without a network.
 */
export function offlineCause({ connection, problem }: SyncStatus): Problem | null {
  if (connection !== 'offline' || !problem || noNetwork.includes(problem.kind)) return null;
  return problem;
}

/** Returns what a screen reader announces: the same sentence until the state changes, not merely a number in it. */
export function statusAnnouncement(status: SyncStatus): string {
  const { connection, problem, progress, isPaused } = status;
  if (connection === 'trouble' || connection === 'refused') return problem?.message ?? '';
  if (connection === 'offline') return [text.announce.offline, offlineCause(status)?.message].filter(Boolean).join(' ');
  if (connection === 'online' && isPaused) return text.announce.paused;
  if (connection === 'online' && progress) return text.announce.walking;
  return text.announce[connection];
}

/** Returns the colour of the dot before the status. */
export function statusTone({ connection, progress, isPaused, problem }: SyncStatus): StatusTone {
  if (connection === 'offline') return 'offline';
  if (connection === 'trouble' || connection === 'refused' || problem) return 'trouble';
  return connection === 'connecting' || isPaused || progress ? 'busy' : 'good';
}

/** Returns how far the computer’s clock is off, as a sentence; `null` if it is right. */
export function clockSentence(clockSkewMs: number | null): string | null {
  if (clockSkewMs === null) return null;
  const minutes = Math.max(1, Math.round(Math.abs(clockSkewMs) / 60_000));
  return text.clock(minutes, clockSkewMs > 0);
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
