import { expect, it } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { noFilters } from '../../electron/contract/query.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { emptyKind, emptyProblem, noMatchHint } from '../../renderer/inbox/ticket-list.tsx';
import { aStatus } from '../support/sync-status.ts';

const synced = aStatus({ confirmedAtMs: 1 });

const everything = { view: 'all', search: '', filters: noFilters } as const;
const searched = { ...everything, search: 'badge' };

it.each<[string, SyncStatus | null, Parameters<typeof emptyKind>[1], string]>([
  ['nothing known yet', null, everything, 'first-sync'],
  ['a search without a hit', { ...synced, ticketCount: 5 }, searched, 'no-match'],
  ['a search without a hit, offline', { ...synced, ticketCount: 5, connection: 'offline' }, searched, 'no-match'],
  ['an account without tickets', synced, everything, 'none'],
  ['the first sync', { ...synced, confirmedAtMs: null }, everything, 'first-sync'],
  ['the first sync, interrupted', { ...synced, confirmedAtMs: null, isPaused: true }, everything, 'paused'],
  ['no network and no cache', { ...synced, confirmedAtMs: null, connection: 'offline' }, everything, 'offline'],
  ['a refusal and no cache', { ...synced, confirmedAtMs: null, connection: 'refused' }, everything, 'trouble'],
  ['a view that holds nothing', { ...synced, ticketCount: 5 }, { ...everything, view: 'unread' }, 'view'],
  ['a view without a hit', { ...synced, ticketCount: 5 }, { ...searched, view: 'unread' }, 'no-match'],
  ['a view of an account without tickets', synced, { ...everything, view: 'unread' }, 'none'],
])('%s', (_, status, query, kind) => expect(emptyKind(status, query)).toBe(kind));

it('says that nothing matches also where there are only tickets that are not sent yet', () => {
  const offline: SyncStatus = { ...synced, confirmedAtMs: null, connection: 'offline' };
  expect([synced, offline].map((status) => emptyKind(status, searched, 1))).toEqual(['no-match', 'no-match']);
  expect(emptyKind(synced, { ...everything, view: 'unread' }, 1)).toBe('view');
});

it.each([
  ['badge', [], 'Try another word.'],
  ['badge fails', [], 'Try fewer words.'],
  ['', ['AMS011'], 'The list is filtered by Site: AMS011.'],
  [' ', ['AMS011'], 'The list is filtered by Site: AMS011.'],
  ['badge fails', ['AMS011'], 'Try fewer words. The list is filtered by Site: AMS011.'],
])('where %j and the sites %j match nothing, the hint is: %s', (search, site, hint) => {
  expect(noMatchHint({ view: 'all', search, filters: { ...noFilters, site } })).toBe(hint);
});

it('a search in a view that finds nothing says that it was in this view only', () => {
  expect(noMatchHint({ ...searched, view: 'attention' })).toBe(
    'Try another word. Only the view Needs attention was searched.',
  );
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
