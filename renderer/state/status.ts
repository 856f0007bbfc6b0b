import type { Problem, ProblemKind } from '../../electron/contract/problem.ts';
import type { SyncStatus, WalkProgress } from '../../electron/contract/sync-status.ts';
import { formatDuration, spokenDuration } from '../words/durations.ts';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import { accountStore, onAccountReset } from './account-store.ts';
import { attempt, showProblem } from './feedback.ts';

type StatusState = {
  /** `null` until it is known. */
  readonly status: SyncStatus | null;
  /** The user asked for a round that has not ended yet. */
  readonly isAsked: boolean;
};

/** The sync status of the open account. */
export const useStatus = accountStore<StatusState>({ status: null, isAsked: false });

export function setStatus(status: SyncStatus): void {
  useStatus.supersede();
  useStatus.setState({ status });
  if (!askTimer) endAskBetweenRounds();
}

/** Takes the number of cached tickets from the list: after a change of one’s own it is newer than the status. */
export function noteTicketCount(ticketCount: number): void {
  const { status } = useStatus.getState();
  if (status && status.ticketCount !== ticketCount) useStatus.setState({ status: { ...status, ticketCount } });
}

/** How long the window says at least that it asks: before that, the status may be one from before the question. */
const shortestAskMs = 600;

let askTimer: ReturnType<typeof setTimeout> | null = null;
onAccountReset(() => {
  if (askTimer) clearTimeout(askTimer);
  askTimer = null;
});

/** Asks the server now, and says so until the round has ended. Asked again meanwhile, another round follows. */
export async function syncNow(): Promise<void> {
  useStatus.setState({ isAsked: true });
  if (askTimer) clearTimeout(askTimer);
  askTimer = setTimeout(() => {
    askTimer = null;
    endAskBetweenRounds();
  }, shortestAskMs);
  await attempt(window.desk.sync.now());
}

function endAskBetweenRounds(): void {
  const { status, isAsked } = useStatus.getState();
  if (isAsked && !status?.round) useStatus.setState({ isAsked: false });
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

/** The problems that signing in again solves. Cache, drafts and outbox of the account are kept. */
const solvedBySignIn: readonly ProblemKind[] = ['unauthorized', 'wrong-credentials', 'keychain-entry-missing'];

/** Returns the problem that the user solves by signing in again; `null` if there is none. */
export function signInProblem({ problem }: Pick<SyncStatus, 'problem'>): Problem | null {
  return problem && solvedBySignIn.includes(problem.kind) ? problem : null;
}

/**
 * Returns the sync status in one line, its parts separated by middle dots.
 * @param isAsked the user asked for the round that is under way: others are only mentioned when they are slow
 */
export function statusSentence(status: SyncStatus, now: Date, isAsked = false): string {
  const { connection, ticketCount, progress, isPaused, confirmedAtMs, problem } = status;
  const when = confirmedAtMs === null ? null : formatSince(new Date(confirmedAtMs), now);
  const walked = progress && walkPhrase(progress);
  const cause = offlineCause(status);
  const asking = askingPhrase(status, isAsked);
  const phrases: string[] = [];
  switch (connection) {
    case 'offline':
      phrases.push(text.offline);
      if (cause) phrases.push(withoutFullStop(cause.message));
      if (asking) phrases.push(asking);
      phrases.push(
        walked ?? text.kept({ count: ticketCount }),
        when ? text.lastConfirmed({ when }) : text.neverConfirmed,
      );
      break;
    case 'trouble':
    case 'refused':
      if (problem) phrases.push(withoutFullStop(problem.message));
      if (asking) phrases.push(asking);
      phrases.push(
        walked ?? text.kept({ count: ticketCount }),
        when ? text.lastConfirmed({ when }) : text.neverConfirmed,
      );
      break;
    case 'connecting':
      phrases.push(status.round?.isSlow ? text.slow : text.connecting, walked ?? text.kept({ count: ticketCount }));
      if (when) phrases.push(text.lastConfirmed({ when }));
      break;
    case 'online':
      if (isPaused) phrases.push(text.paused);
      if (asking) phrases.push(asking);
      phrases.push(walked ?? text.tickets({ count: ticketCount }));
      if (when) phrases.push(text.confirmed({ when }));
      else if (!walked) phrases.push(text.neverConfirmed);
      break;
  }
  return phrases.join(' · ');
}

/** Returns how far a walk is: `2,300 of 8,567 · about 3 min left`. */
function walkPhrase({ done, total, leftMs }: WalkProgress): string {
  const walked = text.walked({ done, total });
  return leftMs === null ? walked : `${walked} · ${text.left({ duration: formatDuration(leftMs) })}`;
}

/** A round that is expected to be over by then is not worth a word about its duration. */
const longRoundMs = 1_000;

/** Returns that the server is being asked, and what that costs; `null` if that need not be said. */
function askingPhrase({ round, progress }: SyncStatus, isAsked: boolean): string | null {
  if (round?.isSlow) return text.slow;
  if (!isAsked || progress) return null;
  const expectedMs = round?.expectedMs ?? 0;
  return expectedMs < longRoundMs ? text.asking : text.askingFor({ duration: formatDuration(expectedMs) });
}

/**
 * Returns why the server cannot be reached although there may be a network, such as a proxy that wants a password: such a
 * problem does not go away by itself. `null` if Colodesk is online or merely without a network.
 */
export function offlineCause({ connection, problem }: Pick<SyncStatus, 'connection' | 'problem'>): Problem | null {
  if (connection !== 'offline' || !problem || noNetwork.includes(problem.kind)) return null;
  return problem;
}

/**
 * Returns what a screen reader announces: the same sentence until the state changes, not merely a number in it. Of rounds
 * that the user did not ask for it says nothing.
 */
export function statusAnnouncement(status: SyncStatus, isAsked = false): string {
  const { connection, problem, progress, isPaused, round } = status;
  if (isAsked && !progress) {
    if (round?.isSlow) return text.announce.slow;
    const expectedMs = round?.expectedMs ?? 0;
    return expectedMs < longRoundMs
      ? text.announce.asking
      : text.announce.askingFor({ duration: spokenDuration(expectedMs) });
  }
  if (connection === 'trouble' || connection === 'refused') return problem?.message ?? '';
  if (connection === 'offline') return [text.announce.offline, offlineCause(status)?.message].filter(Boolean).join(' ');
  if (connection === 'online' && isPaused) return text.announce.paused;
  if (connection === 'online' && progress) return text.announce.walking;
  return text.announce[connection];
}

/** Returns the colour of the dot before the status. */
export function statusTone({ connection, progress, isPaused, problem }: SyncStatus, isAsked = false): StatusTone {
  if (connection === 'offline') return 'offline';
  if (connection === 'trouble' || connection === 'refused' || problem) return 'trouble';
  return connection === 'connecting' || isPaused || progress || isAsked ? 'busy' : 'good';
}

/** Returns how far the computer’s clock is off, as a sentence; `null` if it is right. */
export function clockSentence(clockSkewMs: number | null): string | null {
  if (clockSkewMs === null) return null;
  const minutes = Math.max(1, Math.round(Math.abs(clockSkewMs) / 60_000));
  return clockSkewMs > 0 ? text.clockAhead({ minutes }) : text.clockBehind({ minutes });
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}
