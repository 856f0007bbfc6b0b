import { expect, vi } from 'vitest';
import { ApiClient } from '../../../electron/api/client.ts';
import { Http } from '../../../electron/api/http.ts';
import { requestAccounts, requestToken } from '../../../electron/api/sign-in.ts';
import { singleAccountCredentials } from '../../../electron/demo/credentials.ts';
import type { DemoService } from '../../../electron/demo/service.ts';
import { Outbox } from '../../../electron/outbox/outbox.ts';
import { openOutboxFile } from '../../../electron/outbox/outbox-file.ts';
import { Personal } from '../../../electron/personal/personal.ts';
import { Cache } from '../../../electron/store/cache.ts';
import { SyncProgress } from '../../../electron/store/sync-progress.ts';
import { wantedDetails } from '../../../electron/sync/details.ts';
import { Sightings } from '../../../electron/sync/sightings.ts';
import { SyncEngine } from '../../../electron/sync/sync-engine.ts';
import { cacheKey } from '../../support/cache.ts';

const waiting = { interval: 2 };
const historyDays = 36_500;

const retryPolicy = {
  searchDelaysMs: [0, 5, 10],
  discardSearchDelaysMs: [0, 5],
  firstRetryMs: 5,
  longestRetryMs: 20,
  closeGraceMs: 0,
  copyGraceMs: 0,
};

/** An open account as the session puts it together: cache, outbox and sync, in a folder that outlives it. */
export class Desk {
  readonly cache: Cache;
  readonly outbox: Outbox;
  readonly engine: SyncEngine;
  /** The time by the server's clock, as of its last answer. */
  readonly #serverNowMs: () => number;

  private constructor(cache: Cache, outbox: Outbox, engine: SyncEngine, serverNowMs: () => number) {
    this.cache = cache;
    this.outbox = outbox;
    this.engine = engine;
    this.#serverNowMs = serverNowMs;
  }

  static async open(service: DemoService, folder: string): Promise<Desk> {
    let skewMs = 0;
    const onServerTime = (serverTimeMs: number) => {
      skewMs = Date.now() - serverTimeMs;
      engine.noteServerTime(serverTimeMs);
    };
    const http = new Http({ baseUrl: async () => service.baseUrl, fetch, onServerTime });
    const { cache } = await Cache.open(folder, cacheKey);
    const { file } = await openOutboxFile(folder, cacheKey);
    const api = new ApiClient(http, await tokensOf(service), await accountOf(service));
    const ignored = () => undefined;
    const personal: Personal = new Personal(file, {
      currentIdOf: (id) => outbox.tickets.currentId(id),
      events: { onTicketsChanged: ignored, onDue: ignored, onProblem: ignored },
    });
    const outbox: Outbox = new Outbox(file, {
      ...{ api, cache, personal, skewMs: () => skewMs, retryPolicy, nowMs: () => Date.now() },
      events: {
        ...{ onOutbox: ignored, onTicketsChanged: ignored, onCorrupt: ignored, onProblem: ignored, onRefused: ignored },
        onConfirmed: (id) => engine.refresh(id, true),
      },
    });
    const events = {
      ...{ onSyncStatus: ignored, onTicketsChanged: ignored, onReferenceData: ignored, onProblem: ignored },
    };
    // Pages are as small as for a slow server only if one takes 20 s: each round is to show closed tickets as well.
    const options = { historyDays, lagMs: 0 };
    const engine: SyncEngine = new SyncEngine(api, cache, outbox.own, events, options);
    outbox.start();
    return new Desk(cache, outbox, engine, () => Date.now() - skewMs);
  }

  /** Runs a round, with everything that follows it, until the cache holds what the server holds. */
  async settle(): Promise<void> {
    this.outbox.wake();
    await vi.waitFor(() => expect(this.isOutboxIdle()).toBe(true), waiting);
    let hasConfirmed = false;
    const { cache } = this;
    const { progress } = cache;
    const confirm = vi.spyOn(progress, 'confirm').mockImplementation((...given) => {
      hasConfirmed = true;
      SyncProgress.prototype.confirm.apply(progress, given);
    });
    try {
      this.engine.wake(); // the open lists are asked too
      this.engine.syncNow();
      await vi.waitFor(() => {
        expect(hasConfirmed).toBe(true);
        expect(this.engine.status).toMatchObject({ round: null, problem: null });
      }, waiting);
    } finally {
      confirm.mockRestore();
    }
    const sightings = new Sightings(cache);
    sightings.noteServerTime(this.#serverNowMs());
    // What a round leaves to do is read after it: otherwise it would show what the operator does in the next step.
    await vi.waitFor(() => expect(wantedDetails({ cache, sightings }, historyDays, null)).toEqual([]), waiting);
  }

  /** Whether nothing is on its way, or waits without a reason. */
  isOutboxIdle(): boolean {
    return this.outbox.list().items.every(({ state }) => state === 'refused');
  }

  async close(): Promise<void> {
    await Promise.all([this.engine.stop(), this.outbox.close()]);
    await this.cache.close();
  }
}

const signInOf = (service: DemoService) => new Http({ baseUrl: async () => service.baseUrl, fetch });
/** Kept over a restart, which may come while the service is out of reach. */
const known = new WeakMap<
  DemoService,
  { token: string; account: Awaited<ReturnType<typeof requestAccounts>>[number] }
>();

async function signedIn(service: DemoService) {
  const cached = known.get(service);
  if (cached) return cached;
  const { accessToken: token } = await requestToken(signInOf(service), singleAccountCredentials);
  const [account] = await requestAccounts(signInOf(service), token);
  if (!account) throw new Error('no account');
  known.set(service, { token, account });
  return { token, account };
}

const accountOf = async (service: DemoService) => (await signedIn(service)).account;

async function tokensOf(service: DemoService) {
  const { token } = await signedIn(service);
  const renewed = async () => (await requestToken(signInOf(service), singleAccountCredentials)).accessToken;
  return { current: async () => token, renewed };
}
