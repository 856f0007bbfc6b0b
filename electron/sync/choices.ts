import type { ApiClient } from '../api/client.ts';
import { type Problem, ProblemError, type ProblemKind, problemOf } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import { type ListName, locationsOf } from '../store/lists.ts';

/** Sites, categories and locations hardly ever change; they are asked for again after this time. */
const choicesLifetimeMs = 24 * 3_600_000;

/** What the server says of a site that it does not let this account look into: there is nothing to choose from. */
const closed: readonly ProblemKind[] = ['not-found', 'no-permission'];

/** Problems of one such call alone: the others are made all the same, and the tickets were confirmed without it. */
const bearable: readonly ProblemKind[] = [...closed, 'rejected', 'server-error', 'malformed-answer'];

const isDue = (cache: Cache, name: ListName) => (cache.fetchedAtMs(name) ?? 0) < Date.now() - choicesLifetimeMs;

export type ChoicesEvents = {
  /** What forms choose from changed: the locations of a site, or, for `null`, sites and categories. */
  onChoices(site: string | null): void;
  onProblem(problem: Problem, error: unknown): void;
};

/**
 * Fetches what forms choose from, for every site, so that a form can be filled in where there is no network. Costs calls
 * only once a day, and goes on where it was interrupted.
 */
export async function fetchChoices(
  api: ApiClient,
  cache: Cache,
  signal: AbortSignal,
  events: ChoicesEvents,
): Promise<void> {
  await fetchTables(api, cache, signal, events);
  for (const { site } of cache.sites()) {
    if (!isDue(cache, locationsOf(site))) continue;
    await bear(events, async () => {
      if (await fetchLocations(api, cache, site, signal)) events.onChoices(site);
    });
  }
}

/** Fetches the sites and the categories alone. */
export async function fetchTables(
  api: ApiClient,
  cache: Cache,
  signal: AbortSignal,
  events: ChoicesEvents,
): Promise<void> {
  if (isDue(cache, 'sites')) {
    await bear(events, async () => {
      const sites = await api.listSites(signal);
      await cache.settle();
      if (cache.saveSites(sites, Date.now())) events.onChoices(null);
    });
  }
  if (isDue(cache, 'catalogue')) {
    await bear(events, async () => {
      const catalogue = await api.listCategories(signal);
      await cache.settle();
      if (cache.saveCatalogue(catalogue, Date.now())) events.onChoices(null);
    });
  }
}

async function bear(events: ChoicesEvents, fetch: () => Promise<void>): Promise<void> {
  try {
    await fetch();
  } catch (error) {
    const problem = problemOf(error);
    if (!bearable.includes(problem.kind)) throw error;
    events.onProblem(problem, error);
  }
}

/** Fetches the locations of a site. Answers whether anything in them is new. */
export async function fetchLocations(
  api: ApiClient,
  cache: Cache,
  site: string,
  signal: AbortSignal,
): Promise<boolean> {
  const locations = await api.listLocations(site, signal).catch((error: unknown) => {
    if (error instanceof ProblemError && closed.includes(error.problem.kind)) return [];
    throw error;
  });
  await cache.settle();
  return cache.saveLocations(site, locations, Date.now());
}
