import type { ApiClient } from '../api/client.ts';
import { Pause } from '../contract/pause.ts';
import { type Problem, ProblemError, type ProblemKind, problemOf } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import { type ListName, locationsOf } from '../store/reference-lists.ts';
import { affectsOneCallOnly } from './problem-scope.ts';
import { isDue } from './schedule.ts';

/** Sites, categories and locations rarely change; they are fetched again after this time. */
const lifetimeMs = 24 * 3_600_000;

/** How long a list is left alone that the server could not give. */
const pauseMs = 15 * 60_000;

/** After so many timeouts the remaining lists are left to the next round, so that details need not wait for each of them. */
const maxTimeoutsInARow = 2;

/** The server's responses for a site that it does not let this account look into: such a site has no locations to choose from. */
const noAccess: readonly ProblemKind[] = ['not-found', 'not-permitted'];

export type ReferenceDataEvents = {
  /** The locations of a site changed or, for `null`, the sites or the categories. */
  onReferenceData(site: string | null): void;
  onProblem(problem: Problem, error: unknown): void;
};

/** Fetches what forms choose from, for every site, so that a form can be filled in without a network. */
export class ReferenceDataFetcher {
  readonly #api: ApiClient;
  readonly #cache: Cache;
  readonly #events: ReferenceDataEvents;
  readonly #pauses = new Map<ListName, Pause>();
  #timeoutsInARow = 0;

  constructor(api: ApiClient, cache: Cache, events: ReferenceDataEvents) {
    this.#api = api;
    this.#cache = cache;
    this.#events = events;
  }

  /** Fetches the lists that are due: each once a day, and after an interruption only those that are missing. */
  async fetchAll(signal: AbortSignal): Promise<void> {
    await this.fetchSitesAndCategories(signal);
    for (const { site } of this.#cache.lists.sites()) {
      await this.#fetchIfDue(locationsOf(site), () => this.fetchLocations(site, signal));
    }
  }

  /** Fetches the sites and the categories if they are due. */
  async fetchSitesAndCategories(signal: AbortSignal): Promise<void> {
    this.#timeoutsInARow = 0;
    await this.#fetchIfDue('sites', async () => {
      const sites = await this.#api.listSites(signal);
      await this.#cache.waitForWrites();
      if (this.#cache.lists.saveSites(sites, Date.now())) this.#events.onReferenceData(null);
    });
    await this.#fetchIfDue('catalogue', async () => {
      const catalogue = await this.#api.listCategories(signal);
      await this.#cache.waitForWrites();
      if (this.#cache.lists.saveCatalogue(catalogue, Date.now())) this.#events.onReferenceData(null);
    });
  }

  /** Fetches the locations of a site, however recent the cached ones are. */
  async fetchLocations(site: string, signal: AbortSignal): Promise<void> {
    const locations = await this.#api.listLocations(site, signal).catch((error: unknown) => {
      if (error instanceof ProblemError && noAccess.includes(error.problem.kind)) return [];
      throw error;
    });
    await this.#cache.waitForWrites();
    if (this.#cache.lists.saveLocations(site, locations, Date.now())) this.#events.onReferenceData(site);
  }

  /**
   * A problem of this call alone is only reported, and the list left alone for a while: the tickets were confirmed without it,
   * and the other lists are fetched all the same, unless several in a row time out.
   */
  async #fetchIfDue(name: ListName, fetch: () => Promise<void>): Promise<void> {
    if (this.#timeoutsInARow >= maxTimeoutsInARow || !isDue(this.#cache.lists.fetchedAtMs(name), lifetimeMs)) return;
    if (this.#pauses.get(name)?.isOver === false) return;
    try {
      await fetch();
      this.#timeoutsInARow = 0;
    } catch (error) {
      if (!affectsOneCallOnly(error)) throw error;
      const problem = problemOf(error);
      this.#pauses.set(name, new Pause().extend(pauseMs));
      this.#timeoutsInARow = problem.kind === 'timeout' ? this.#timeoutsInARow + 1 : 0;
      this.#events.onProblem(problem, error);
    }
  }
}
