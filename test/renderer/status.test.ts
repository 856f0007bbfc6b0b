import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import {
  clockSentence,
  noteTicketCount,
  setStatus,
  signInProblem,
  statusAnnouncement,
  statusSentence,
  statusTone,
  syncNow,
  useStatus,
} from '../../renderer/state/status.ts';
import { aStatus } from '../support/sync-status.ts';

const now = new Date(2026, 10, 24, 12, 30);
const online = aStatus({ ticketCount: 8567, confirmedAtMs: new Date(2026, 10, 24, 12, 4).getTime() });
function round(expectedMs: number | null = null) {
  return { isSlow: false, expectedMs };
}
const walking: SyncStatus = {
  ...online,
  ticketCount: 2300,
  progress: { done: 2300, total: 8567, leftMs: null },
  confirmedAtMs: null,
};

describe('statusSentence', () => {
  it.each<[string, SyncStatus, string]>([
    ['online', online, '8,567 tickets · confirmed 12:04'],
    ['one ticket', { ...online, ticketCount: 1 }, '1 ticket · confirmed 12:04'],
    ['never confirmed', { ...online, confirmedAtMs: null }, '8,567 tickets · not confirmed yet'],
    ['first walk', walking, '2,300 of 8,567'],
    [
      'walk with the time left',
      { ...walking, progress: { done: 2300, total: 8567, leftMs: 190_000 } },
      '2,300 of 8,567 · about 3 min left',
    ],
    ['a round that nobody asked for', { ...online, round: round() }, '8,567 tickets · confirmed 12:04'],
    [
      'a slow round',
      { ...online, round: { ...round(), isSlow: true } },
      'The server is answering slowly · 8,567 tickets · confirmed 12:04',
    ],
    ['paused walk', { ...walking, progress: null, isPaused: true }, 'Paused · 2,300 tickets · not confirmed yet'],
    [
      'offline',
      { ...online, connection: 'offline' },
      'Offline · 8,567 tickets on this computer · last confirmed 12:04',
    ],
    [
      'offline without a network',
      { ...online, connection: 'offline', problem: problem('no-connection') },
      'Offline · 8,567 tickets on this computer · last confirmed 12:04',
    ],
    [
      'trouble in Japanese',
      { ...online, connection: 'trouble', problem: { ...problem('timeout'), message: 'サーバーが応答しません。' } },
      'サーバーが応答しません · 8,567 tickets on this computer · last confirmed 12:04',
    ],
    [
      'offline behind a proxy',
      { ...online, connection: 'offline', problem: problem('proxy-auth') },
      'Offline · The proxy requires a user name and password · 8,567 tickets on this computer · last confirmed 12:04',
    ],
    ['offline in a walk', { ...walking, connection: 'offline' }, 'Offline · 2,300 of 8,567 · not confirmed yet'],
    [
      'connecting',
      { ...online, connection: 'connecting' },
      'Connecting… · 8,567 tickets on this computer · last confirmed 12:04',
    ],
    [
      'trouble',
      { ...online, connection: 'trouble', problem: problem('timeout') },
      'The server took too long to answer · 8,567 tickets on this computer · last confirmed 12:04',
    ],
  ])('%s', (_, status, sentence) => expect(statusSentence(status, now)).toBe(sentence));
});

describe('a round that the user asked for', () => {
  it.each<[string, Partial<SyncStatus>, string]>([
    ['at once', {}, 'Asking the server… · 8,567 tickets · confirmed 12:04'],
    ['with its cost', { round: round(12_300) }, 'Asking the server… about 12 s · 8,567 tickets · confirmed 12:04'],
    ['quick', { round: round(300) }, 'Asking the server… · 8,567 tickets · confirmed 12:04'],
    [
      'slow',
      { round: { isSlow: true, expectedMs: 12_300 } },
      'The server is answering slowly · 8,567 tickets · confirmed 12:04',
    ],
    [
      'without a network',
      { connection: 'offline', problem: problem('no-connection') },
      'Offline · Asking the server… · 8,567 tickets on this computer · last confirmed 12:04',
    ],
    [
      'in trouble',
      { connection: 'trouble', problem: problem('timeout'), round: round(30_000) },
      'The server took too long to answer · Asking the server… about 30 s · 8,567 tickets on this computer · last confirmed 12:04',
    ],
    ['that walks the list', { progress: walking.progress }, '2,300 of 8,567 · confirmed 12:04'],
  ])('is said: %s', (_, more, sentence) => expect(statusSentence({ ...online, ...more }, now, true)).toBe(sentence));

  it('is announced with its cost, and others are not', () => {
    const asked = { ...online, round: round(12_300) };
    expect(statusAnnouncement(asked, true)).toBe('Asking the server. This takes about 12 seconds.');
    expect(statusAnnouncement({ ...asked, round: { ...asked.round, isSlow: true } }, true)).toContain('slowly');
    expect(statusAnnouncement({ ...asked, round: { ...asked.round, isSlow: true } })).toBe('Online.');
    expect(statusTone(asked, true)).toBe('busy');
  });

  it('is over when it has ended, not when a status from before comes, and not for another account', async () => {
    vi.useFakeTimers();
    const now = vi.fn(() => Promise.resolve({ ok: true, value: null }));
    vi.stubGlobal('window', { desk: { sync: { now } } });
    onTestFinished(() => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
      resetAccountStores();
    });
    setStatus(online);
    await syncNow();
    expect(useStatus.getState().isAsked).toBe(true);
    setStatus(online);
    expect(useStatus.getState().isAsked).toBe(true);
    setStatus({ ...online, round: round() });
    vi.advanceTimersByTime(5_000);
    expect(useStatus.getState().isAsked).toBe(true);
    await syncNow(); // something changed since, so another round is wanted
    expect(now).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(5_000);
    setStatus(online);
    expect(useStatus.getState().isAsked).toBe(false);

    await syncNow(); // a round that was over before the window heard of it
    vi.advanceTimersByTime(5_000);
    expect(useStatus.getState().isAsked).toBe(false);

    await syncNow();
    resetAccountStores();
    expect(useStatus.getState().isAsked).toBe(false);
  });
});

it('takes the number of tickets from the list when that is newer', () => {
  noteTicketCount(3);
  expect(useStatus.getState().status).toBeNull();
  setStatus(online);
  noteTicketCount(8568);
  expect(useStatus.getState().status).toEqual({ ...online, ticketCount: 8568 });
  resetAccountStores();
});

it('knows which problems signing in again solves', () => {
  for (const kind of ['unauthorized', 'wrong-credentials', 'keychain-entry-missing'] as const) {
    expect(signInProblem({ problem: problem(kind) })?.kind).toBe(kind);
  }
  expect(signInProblem({ problem: problem('no-permission') })).toBeNull();
  expect(signInProblem({ problem: null })).toBeNull();
});

describe('statusAnnouncement', () => {
  it('stays the same through the ticks of a walk, so that it is spoken once', () => {
    const later = { ...walking, ticketCount: 4000, progress: { done: 4000, total: 8567, leftMs: null } };
    expect(statusAnnouncement(later)).toBe(statusAnnouncement(walking));
  });
  it('names what keeps the server away, where it is not the network', () => {
    const offline: SyncStatus = { ...online, connection: 'offline', problem: problem('tls') };
    expect(statusAnnouncement(offline)).toMatch(/^Offline[.] .* certificate was not accepted[.]$/);
    expect(statusAnnouncement({ ...offline, problem: problem('unknown-host') })).not.toContain('name');
  });
  it('names the problem', () => {
    expect(statusAnnouncement({ ...online, connection: 'refused', problem: problem('no-permission') })).toContain(
      'denies access',
    );
  });
});

it('gives each state a tone', () => {
  expect(statusTone(online)).toBe('good');
  expect(statusTone(walking)).toBe('busy');
  expect(statusTone({ ...online, connection: 'offline', problem: problem('no-connection') })).toBe('offline');
  expect(statusTone({ ...online, connection: 'trouble' })).toBe('trouble');
});

it('says how far off the clock is', () => {
  expect(clockSentence(null)).toBeNull();
  expect(clockSentence(3_600_000)).toContain('60 minutes ahead of the server');
  expect(clockSentence(-61_000)).toContain('1 minute behind the server');
});
