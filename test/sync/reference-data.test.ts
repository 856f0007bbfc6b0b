/* Sites, categories and locations: when they are fetched, and what failures do. */

import { expect, it, onTestFinished, vi } from 'vitest';
import { categoriesByRequestType } from '../../electron/contract/specification.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import { europeanSites } from '../../electron/demo/portfolio/places.ts';
import { ReferenceDataFetcher } from '../../electron/sync/reference-data.ts';
import { ownCache } from '../support/cache.ts';
import { clientOf } from '../support/client.ts';
import { ownService } from '../support/session.ts';

async function ownReferenceData(options: Partial<DemoOptions> = {}, timeLimitMs?: number) {
  const service = await ownService(options);
  const api = await clientOf(service, { timeLimitMs });
  const cache = await ownCache();
  service.clearRequests();
  const changed: (string | null)[] = [];
  const problems: string[] = [];
  const events = {
    onReferenceData: (site: string | null) => changed.push(site),
    onProblem: ({ kind }: { kind: string }) => problems.push(kind),
  };
  const fetcher = new ReferenceDataFetcher(api, cache, events);
  const fetchAll = () => fetcher.fetchAll(new AbortController().signal);
  return { service, cache, changed, problems, fetchAll };
}

const siteNames = europeanSites.map(({ site }) => site);

it('fetches all that a form needs, for every site, and reports what is new', async () => {
  const { cache, changed, fetchAll } = await ownReferenceData();
  await fetchAll();
  expect(cache.lists.sites().map(({ site }) => site)).toEqual([...siteNames].sort());
  expect(cache.lists.catalogue()?.map(({ name }) => name)).toEqual(Object.keys(categoriesByRequestType));
  for (const site of siteNames) expect(cache.lists.locations(site).length).toBeGreaterThan(40);
  expect(changed).toEqual([null, null, ...[...siteNames].sort()]);
});

it('makes no call until a day has passed, and reports nothing when nothing changed', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { service, changed, fetchAll } = await ownReferenceData({ tokenLifetimeS: 1_000_000 });
  await fetchAll();
  service.clearRequests();
  await fetchAll();
  expect(service.requests).toEqual([]);
  const reported = changed.length;
  vi.setSystemTime(Date.now() + 25 * 3_600_000);
  await fetchAll();
  expect(service.requests).toHaveLength(2 + siteNames.length);
  expect(changed).toHaveLength(reported);
});

it('fetches again what was fetched while this computer’s clock was ahead', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { service, fetchAll } = await ownReferenceData();
  const todayMs = Date.now();
  vi.setSystemTime(todayMs + 300 * 86_400_000);
  await fetchAll();
  vi.setSystemTime(todayMs);
  service.clearRequests();
  await fetchAll();
  expect(service.requests).toHaveLength(2 + siteNames.length);
});

it('resumes where it was interrupted', async () => {
  const { service, cache, fetchAll } = await ownReferenceData();
  service.set({ faults: [{ kind: 'drop-before', match: { path: 'site=DUB011' } }] });
  await expect(fetchAll()).rejects.toMatchObject({ problem: { kind: 'no-connection' } });
  service.set({ faults: [] });
  service.clearRequests();
  await fetchAll();
  expect(service.requests.map(({ path }) => path)).not.toContain('/v1/sites');
  expect(service.requests.map(({ path }) => path)).not.toContain('/v1/locations?site=AMS017');
  expect(cache.lists.locations('DUB011').length).toBeGreaterThan(40);
});

it('goes on after a fault of one of these calls, and past a site without access', async () => {
  const { service, cache, problems, fetchAll } = await ownReferenceData();
  service.set({ faults: [{ kind: 'no-permission', match: { path: 'site=AMS017' } }] });
  await fetchAll();
  expect([problems, cache.lists.locations('AMS017').length]).toEqual([[], 0]);
  expect(cache.lists.locations('ZRH003').length).toBeGreaterThan(40);

  const forbidden = await ownReferenceData({ faults: [{ kind: 'not-permitted', match: { path: 'site=AMS017' } }] });
  await forbidden.fetchAll();
  expect([forbidden.problems, forbidden.cache.lists.locations('AMS017').length]).toEqual([[], 0]);

  const other = await ownReferenceData({
    faults: [
      { kind: 'error-xml', match: { path: 'categories' } },
      { kind: 'error-json', match: { path: 'site=AMS017' } },
    ],
  });
  await other.fetchAll();
  expect(other.problems).toEqual(['server-error', 'server-error']);
  expect(other.cache.lists.locations('ZRH003').length).toBeGreaterThan(40);
});

it.each(['locations', 'categories'])('leaves %s alone for a while that the server does not give', async (path) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const fault = { kind: 'error-json', match: { path }, status: 400, message: 'Bad request was submitted.' } as const;
  const { service, problems, fetchAll } = await ownReferenceData({ faults: [fault], tokenLifetimeS: 1_000_000 });
  await fetchAll();
  const reported = problems.length;
  expect(new Set(problems)).toEqual(new Set(['rejected']));
  service.clearRequests();
  await fetchAll();
  expect([service.requests.length, problems.length]).toEqual([0, reported]);
  service.set({ faults: [] });
  vi.setSystemTime(Date.now() + 16 * 60_000);
  await fetchAll();
  expect(service.requests.filter((request) => request.path.includes(path)).length).toBeGreaterThanOrEqual(reported);
});

it('keeps what the server refuses of the request types, and why', async () => {
  const { cache, problems, fetchAll } = await ownReferenceData({
    isRequestTypeMandatory: true,
    faults: [{ kind: 'not-permitted', match: { path: 'requestType=Amenities' } }],
  });
  await fetchAll();
  expect(problems).toEqual([]);
  const catalogue = cache.lists.catalogue() ?? [];
  expect(catalogue.map(({ name }) => name)).toEqual(Object.keys(categoriesByRequestType));
  expect(catalogue.flatMap(({ refusal }) => refusal ?? [])).toEqual([
    'The requested operation is not permitted for the user.',
  ]);
});

it('goes on after a list that times out, but not after two of them in a row', async () => {
  const { service, cache, problems, fetchAll } = await ownReferenceData({}, 1_000);
  service.set({ faults: [{ kind: 'hang', match: { path: 'site=AMS017' } }] });
  await fetchAll();
  expect([problems, cache.lists.locations('AMS017').length]).toEqual([['timeout'], 0]);
  expect(cache.lists.locations('ZRH003').length).toBeGreaterThan(40);

  const other = await ownReferenceData({}, 300);
  other.service.set({ faults: [{ kind: 'hang' }] });
  await other.fetchAll();
  expect([other.problems, other.service.requests.length]).toEqual([['timeout', 'timeout'], 2]);
});
