import type { ApiClient } from '../api/client.ts';
import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import { problemOf } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import { attachmentsOf, type ListName, locationsOf } from '../store/reference-lists.ts';
import { fetchLocations, fetchTables, type ReferenceDataEvents } from './reference-data.ts';
import { isDue } from './schedule.ts';

/** A list that is younger is not asked for again just because it is looked at. */
const freshMs = 10_000;

type RefresherEvents = ReferenceDataEvents & { onTicketsChanged(ids: TicketId[]): void };

type Fetch = (signal: AbortSignal) => Promise<void>;

/**
 * Fetches in the background what somebody looks at. Failures go to the log only: what is cached is shown all the same, and
 * the sync says how things stand with the network.
 */
export class Refresher {
  readonly #api: ApiClient;
  readonly #cache: Cache;
  readonly #events: RefresherEvents;
  readonly #mayAsk: () => boolean;
  readonly #stopped = new AbortController();
  readonly #fetches = new SingleFlight<ListName>();

  /** `mayAsk`: whether the server may be asked for what is only looked at. */
  constructor(api: ApiClient, cache: Cache, events: RefresherEvents, mayAsk: () => boolean) {
    this.#api = api;
    this.#cache = cache;
    this.#events = events;
    this.#mayAsk = mayAsk;
  }

  /** Sites and categories when there are none yet: a long first sync comes to them only at its end, and to the locations. */
  referenceData(): void {
    if (this.#cache.fetchedAtMs('catalogue') !== null) return;
    this.#refresh('catalogue', (signal) => fetchTables(this.#api, this.#cache, signal, this.#events));
  }

  locations(site: string): void {
    if (site === '') return;
    this.#refresh(locationsOf(site), async (signal) => {
      if (await fetchLocations(this.#api, this.#cache, site, signal)) this.#events.onReferenceData(site);
    });
  }

  /** `isChanged`: the list is known to have changed, so it is asked for however young it is. */
  attachments(id: TicketId, isChanged = false): void {
    if (isLocalTicketId(id)) return;
    this.#refresh(
      attachmentsOf(id),
      async (signal) => {
        const files = await this.#api.listAttachments(id, signal);
        await this.#cache.settle();
        if (this.#cache.saveAttachments(id, files, Date.now())) this.#events.onTicketsChanged([id]);
      },
      isChanged,
    );
  }

  /** Ends everything under way; afterwards the cache is not touched any more. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#fetches.idle();
  }

  #refresh(name: ListName, fetch: Fetch, isChanged = false): void {
    const { signal } = this.#stopped;
    if (signal.aborted) return;
    if (!isChanged && !(this.#mayAsk() && isDue(this.#cache.fetchedAtMs(name), freshMs))) return;
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

/** Does work for each key once at a time. */
export class SingleFlight<Key> {
  readonly #underWay = new Map<Key, Promise<void>>();
  /** Asked for while it was under way, and what is on its way may be from before. */
  readonly #again = new Map<Key, () => Promise<void>>();

  /** Begins `work`, which never rejects, unless it is under way for this key; then, where `isChanged`, once more afterwards. */
  run(key: Key, work: () => Promise<void>, isChanged: boolean): void {
    if (this.#underWay.has(key)) {
      if (isChanged) this.#again.set(key, work);
      return;
    }
    const ended = work().finally(() => {
      this.#underWay.delete(key);
      const again = this.#again.get(key);
      this.#again.delete(key);
      if (again) this.run(key, again, false);
    });
    this.#underWay.set(key, ended);
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values());
  }
}
