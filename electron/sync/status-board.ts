import type { SyncStatus } from '../contract/sync-status.ts';
import type { Cache } from '../store/cache.ts';

/** Holds the status of one account's sync, and reports each change of it. */
export class StatusBoard {
  readonly #cache: Cache;
  readonly #onChange: (status: SyncStatus) => void;
  #status: SyncStatus;

  constructor(cache: Cache, onChange: (status: SyncStatus) => void) {
    this.#cache = cache;
    this.#onChange = onChange;
    this.#status = {
      connection: 'connecting',
      ticketCount: cache.count(),
      progress: null,
      round: null,
      isPaused: false,
      confirmedAtMs: cache.progress.confirmedAtMs(),
      problem: null,
      clockSkewMs: null,
    };
  }

  get status(): SyncStatus {
    try {
      this.#status = { ...this.#status, ticketCount: this.#cache.count() };
    } catch {
      // The disk cannot be read: the status keeps the last known count, beside the problem.
    }
    return this.#status;
  }

  set(changes: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...changes };
    this.#onChange(this.status);
  }

  /** A call of the round has been waiting for long, or none is any more. */
  setSlow(isSlow: boolean): void {
    const { round } = this.#status;
    if (round) this.set({ round: { ...round, isSlow } });
  }

  /** Takes the server's clock from a response, in milliseconds since 1970. */
  noteServerTime(serverTimeMs: number): void {
    const clockSkewMs = noticeableSkewMs(this.#status.clockSkewMs, serverTimeMs);
    if (clockSkewMs !== this.#status.clockSkewMs) this.set({ clockSkewMs });
  }
}

/** A clock that is off by less misleads no user. */
const minSkewMs = 5 * 60_000;

/** The skew wavers by a second from response to response: only larger changes are reported. */
const skewToleranceMs = 60_000;

/** Returns how far this computer's clock is ahead of the server's, `null` if too little to matter; `known` is the value reported before. */
function noticeableSkewMs(known: number | null, serverTimeMs: number): number | null {
  const skewMs = Date.now() - serverTimeMs;
  const noticed = Math.abs(skewMs) >= minSkewMs ? skewMs : null;
  return Math.abs((noticed ?? 0) - (known ?? 0)) > skewToleranceMs ? noticed : known;
}
