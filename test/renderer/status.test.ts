import { describe, expect, it } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { clockSentence, statusAnnouncement, statusSentence, statusTone } from '../../renderer/state/status.ts';

const now = new Date(2026, 10, 24, 12, 30);
const online: SyncStatus = {
  connection: 'online',
  ticketCount: 8567,
  progress: null,
  round: null,
  isPaused: false,
  confirmedAtMs: new Date(2026, 10, 24, 12, 4).getTime(),
  problem: null,
  clockSkewMs: null,
};
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
