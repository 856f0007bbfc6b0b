import type { ApiClient } from '../api/client.ts';
import { type Problem, ProblemError, type ProblemKind, problemOf } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import { type ListName, locationsOf } from '../store/reference-lists.ts';
import { isDue, isOfOneCall } from './schedule.ts';

/** Sites, categories and locations hardly ever change; they are asked for again after this time. */
const choicesLifetimeMs = 24 * 3_600_000;

/** After so many the others are left to the next round, so that details do not wait for the time limit of each. */
const mostTimeoutsInARow = 2;

/** What the server says of a site that it does not let this account look into: there is nothing to choose from. */
const closed: readonly ProblemKind[] = ['not-found', 'no-permission'];

export type ReferenceDataEvents = {
  /** What forms choose from changed: the locations of a site, or, for `null`, sites and categories. */
  onReferenceData(site: string | null): void;
  onProblem(problem: Problem, error: unknown): void;
};

/**
 * Fetches what forms choose from, for every site, so that a form can be filled in where there is no network. Costs calls
 * only once a day, and goes on where it was interrupted.
 */
export async function fetchReferenceData(
  api: ApiClient,
  cache: Cache,
  signal: AbortSignal,
  events: ReferenceDataEvents,
): Promise<void> {
  const lists = new DueLists(cache, events);
  await fetchTables(api, cache, signal, events, lists);
  for (const { site } of cache.sites()) {
    const fetch = () => fetchLocations(api, cache, site, signal);
    if (await lists.fetch(locationsOf(site), fetch)) events.onReferenceData(site);
  }
}

/** Fetches the sites and the categories alone. */
export async function fetchTables(
  api: ApiClient,
  cache: Cache,
  signal: AbortSignal,
  events: ReferenceDataEvents,
  lists = new DueLists(cache, events),
): Promise<void> {
  const fetchSites = async () => {
    const sites = await api.listSites(signal);
    await cache.settle();
    return cache.saveSites(sites, Date.now());
  };
  const fetchCatalogue = async () => {
    const catalogue = await api.listCategories(signal);
    await cache.settle();
    return cache.saveCatalogue(catalogue, Date.now());
  };
  if (await lists.fetch('sites', fetchSites)) events.onReferenceData(null);
  if (await lists.fetch('catalogue', fetchCatalogue)) events.onReferenceData(null);
}

/** Fetches lists where they are due. */
class DueLists {
  readonly #cache: Cache;
  readonly #events: ReferenceDataEvents;
  #timeoutsInARow = 0;

  constructor(cache: Cache, events: ReferenceDataEvents) {
    this.#cache = cache;
    this.#events = events;
  }

  /**
   * Answers whether anything in the list is new. A problem of this call alone is told only: the tickets were confirmed
   * without it, and the other lists are fetched all the same, unless several in a row take too long.
   */
  async fetch(name: ListName, fetch: () => Promise<boolean>): Promise<boolean> {
    if (this.#timeoutsInARow >= mostTimeoutsInARow || !isDue(this.#cache.fetchedAtMs(name), choicesLifetimeMs))
      return false;
    try {
      const isNew = await fetch();
      this.#timeoutsInARow = 0;
      return isNew;
    } catch (error) {
      const problem = problemOf(error);
      if (!isOfOneCall(problem)) throw error;
      this.#timeoutsInARow = problem.kind === 'timeout' ? this.#timeoutsInARow + 1 : 0;
      this.#events.onProblem(problem, error);
      return false;
    }
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
