import type { ApiClient } from '../api/client.ts';
import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import { problemOf } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import { attachmentsOf, type ListName, locationsOf } from '../store/reference-lists.ts';
import { type ReferenceDataEvents, ReferenceDataFetcher } from './reference-data.ts';
import { isDue } from './schedule.ts';
import { SingleFlight } from './single-flight.ts';

/** A list that was fetched within this time is not fetched again only because it is looked at. */
const freshMs = 10_000;

type RefresherEvents = ReferenceDataEvents & { onTicketsChanged(ids: TicketId[]): void };

/**
 * Fetches in the background the lists that the user is looking at. Failures are only logged: what is cached is shown all
 * the same, and the sync status shows the state of the connection.
 */
export class Refresher {
  readonly #api: ApiClient;
  readonly #cache: Cache;
  readonly #events: RefresherEvents;
  readonly #mayAsk: () => boolean;
  readonly #referenceData: ReferenceDataFetcher;
  readonly #stopped = new AbortController();
  readonly #fetches = new SingleFlight<ListName>();

  /** `mayAsk`: whether calls may be made that the user did not ask for (`RoundSchedule.mayAsk`). */
  constructor(api: ApiClient, cache: Cache, events: RefresherEvents, mayAsk: () => boolean) {
    this.#api = api;
    this.#cache = cache;
    this.#events = events;
    this.#mayAsk = mayAsk;
    this.#referenceData = new ReferenceDataFetcher(api, cache, events);
  }

  /** Fetches sites and categories if there are none yet: a long first sync reaches them, and the locations, only at its end. */
  referenceData(): void {
    if (this.#cache.lists.fetchedAtMs('catalogue') !== null) return;
    this.#refresh('catalogue', (signal) => this.#referenceData.fetchSitesAndCategories(signal));
  }

  locations(site: string): void {
    if (site === '') return;
    this.#refresh(locationsOf(site), (signal) => this.#referenceData.fetchLocations(site, signal));
  }

  /** `isChanged`: the list is known to have changed, so it is fetched however recent it is. */
  attachments(id: TicketId, isChanged = false): void {
    if (isLocalTicketId(id)) return;
    this.#refresh(attachmentsOf(id), (signal) => this.#fetchAttachments(id, signal), isChanged);
  }

  /** Aborts everything under way; the cache is not used after this. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#fetches.idle();
  }

  async #fetchAttachments(id: TicketId, signal: AbortSignal): Promise<void> {
    const files = await this.#api.listAttachments(id, signal);
    await this.#cache.waitForWrites();
    if (this.#cache.saveAttachments(id, files, Date.now())) this.#events.onTicketsChanged([id]);
  }

  #refresh(name: ListName, fetch: (signal: AbortSignal) => Promise<void>, isChanged = false): void {
    const { signal } = this.#stopped;
    if (signal.aborted) return;
    if (!isChanged && !(this.#mayAsk() && isDue(this.#cache.lists.fetchedAtMs(name), freshMs))) return;
    const work = async () => {
      try {
        if (!signal.aborted) await fetch(signal);
      } catch (error) {
        if (!signal.aborted) this.#events.onProblem(problemOf(error), error);
      }
    };
    this.#fetches.run(name, work, isChanged);
  }
}
