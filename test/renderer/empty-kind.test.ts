import { expect, it } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { emptyKind, emptyProblem, noMatchHint } from '../../renderer/inbox/ticket-list.tsx';
import { aStatus } from '../support/sync-status.ts';

const synced = aStatus({ confirmedAtMs: 1 });

it.each<[string, SyncStatus | null, boolean, string]>([
  ['nothing known yet', null, false, 'first-sync'],
  ['a search without a hit', { ...synced, ticketCount: 5 }, true, 'no-match'],
  ['a search without a hit, offline', { ...synced, ticketCount: 5, connection: 'offline' }, true, 'no-match'],
  ['an account without tickets', synced, false, 'none'],
  ['the first sync', { ...synced, confirmedAtMs: null }, false, 'first-sync'],
  ['the first sync, interrupted', { ...synced, confirmedAtMs: null, isPaused: true }, false, 'paused'],
  ['no network and no cache', { ...synced, confirmedAtMs: null, connection: 'offline' }, false, 'offline'],
  ['a refusal and no cache', { ...synced, confirmedAtMs: null, connection: 'refused' }, false, 'trouble'],
])('%s', (_, status, isNarrowed, kind) => expect(emptyKind(status, isNarrowed)).toBe(kind));

it.each([
  ['badge', [], 'Try another word.'],
  ['badge fails', [], 'Try fewer words.'],
  ['', ['AMS011'], 'The list is filtered by Site: AMS011.'],
  [' ', ['AMS011'], 'The list is filtered by Site: AMS011.'],
  ['badge fails', ['AMS011'], 'Try fewer words. The list is filtered by Site: AMS011.'],
])('where %j and the sites %j match nothing, the hint is: %s', (search, site, hint) => {
  expect(noMatchHint({ view: 'all', search, filters: { ...noFilters, site }, sort: defaultSort })).toBe(hint);
});

it('an empty list says what is in the way, and that there is no network only where there is none', () => {
  const offline: SyncStatus = { ...synced, confirmedAtMs: null, connection: 'offline' };
  expect(emptyProblem('offline', { ...offline, problem: problem('no-connection') })).toBeNull();
  expect(emptyProblem('offline', { ...offline, problem: problem('redirected') })?.kind).toBe('redirected');
  expect(emptyProblem('trouble', { ...offline, connection: 'trouble', problem: problem('server-error') })?.kind).toBe(
    'server-error',
  );
  expect(emptyProblem('no-match', { ...offline, problem: problem('redirected') })).toBeNull();
});
