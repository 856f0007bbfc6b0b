/* Secrets in the keychain of the operating system: Windows Credential Manager, macOS Keychain, Secret Service on Linux. */

import PQueue from 'p-queue';
import { ProblemError } from '../contract/problem.ts';
import { chunkedVault } from './chunked-vault.ts';
import { kindOfFailure } from './failure-kind.ts';
import type { Vault } from './vault.ts';

type Keytar = typeof import('keytar');
/** What a call asks of the system. @param isGivenUp whether the call has failed meanwhile, because that took too long */
type Job<T> = (keytar: Keytar, isGivenUp: () => boolean) => Promise<T>;

/** How long a call may take before the keychain counts as locked. A person may have to type its password in this time. */
const defaultTimeLimitMs = 30_000;

/** After so long a call counts as one that is waited for, which the window then says. */
const noticedAfterMs = 400;

/**
 * When the user does not want to wait, what they did may be about to ask for more: in this time that is not asked, as long as
 * the call that hangs has not ended.
 */
const stoppedForMs = 3_000;

/**
 * A call that fails after so long was not refused: nobody answered. The message bus of Linux gives up after 25 seconds, in a
 * sentence that is in the user's language.
 */
const silentAfterMs = 20_000;

/** The entry that is written and removed again to find out whether a keychain takes any. It holds no secret. */
const markerName = 'unlocked';

/** The keychain of the operating system. */
export type OsKeychain = Vault & {
  /** Whether a call hangs in the system. It occupies a thread that Node waits for on exit, so the process has to be killed. */
  isHanging(): boolean;
  /** Fails what waits with `keychain-locked`, and what follows at once. What failed changes nothing later either. */
  stopWaiting(): void;
  /** Calls the listener with `true` for each call that has been waiting for a while, and with `false` when none is any more. */
  whenWaiting(listener: (isWaiting: boolean) => void): void;
  /** Does the same as `stopWaiting`, and fails every later call at once: the application ends. */
  close(): void;
};

/**
 * Opens the keychain; `service` is the name under which the entries appear in it.
 *
 * A locked keyring on Linux makes a call wait without a limit, and the call occupies one of Node's four file threads: four
 * such calls would stop the whole application. So there is one call at a time, and those behind it give up after
 * `timeLimitMs`.
 */
export function osKeychain(service: string, timeLimitMs: number = defaultTimeLimitMs): OsKeychain {
  const queue = new PQueue({ concurrency: 1 });
  const waiting = new Waiting(timeLimitMs);
  let loaded: Promise<Keytar> | undefined;

  async function call<T>(use: Job<T>): Promise<T> {
    loaded ??= load();
    const keytar = await loaded;
    const queued = async <R>(job: Job<R>): Promise<R> => {
      if (queue.pending > 0 && waiting.isJustStopped()) throw new ProblemError('keychain-locked');
      return await waiting.limited((isGivenUp) =>
        queue.add(() => {
          if (isGivenUp()) throw new ProblemError('keychain-locked'); // so it is not done after it has failed
          return job(keytar, isGivenUp);
        }),
      );
    };
    // Queued too: the call that failed has ended, and others may be waiting.
    const canStore = () => queued((keytar) => storeMarker(keytar).then(yes, no));
    const askedAtMs = performance.now();
    try {
      return await queued(use);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      if (performance.now() - askedAtMs > silentAfterMs) throw new ProblemError('keychain-locked', {}, error);
      throw new ProblemError(await kindOfFailure(error, canStore), {}, error);
    }
  }

  /** One call, so that no marker stays behind when it comes through late. */
  async function storeMarker(keytar: Keytar): Promise<void> {
    await keytar.setPassword(service, markerName, markerName);
    await keytar.deletePassword(service, markerName);
  }

  /**
   * Writes or removes an entry. The system may carry that out long after nobody waits for it any more and the user was told
   * that nothing was kept, or removed: then what was there is put back.
   */
  async function change(name: string, secret: string | null): Promise<void> {
    await call(async (keytar, isGivenUp) => {
      const put = (content: string | null) =>
        content === null ? keytar.deletePassword(service, name) : keytar.setPassword(service, name, content);
      const before = await keytar.getPassword(service, name);
      if (isGivenUp()) return;
      await put(secret);
      if (isGivenUp()) await put(before);
    });
  }

  const vault = chunkedVault({
    read: (name) => call((keytar) => keytar.getPassword(service, name)),
    write: change,
    remove: (name) => change(name, null),
  });

  /** A locked keyring asks for its password before it takes an entry, or refuses. */
  const proveUnlocked = () => call(storeMarker);
  // Windows and macOS distinguish a locked keychain from a missing entry.
  const reliable = process.platform === 'linux' ? requireUnlocked(vault, proveUnlocked) : vault;
  return {
    ...reliable,
    isHanging: () => queue.pending > 0,
    stopWaiting: () => waiting.stop(),
    whenWaiting: (listener) => waiting.listen(listener),
    close: () => waiting.close(),
  };
}

/**
 * Wraps a keyring that reports "no such entry" while it is locked: a secret counts as missing, or as removed, only after
 * `proveUnlocked` has succeeded. This costs little, because secrets are rarely missing.
 */
export function requireUnlocked(vault: Vault, proveUnlocked: () => Promise<void>): Vault {
  return {
    async read(name) {
      const found = await vault.read(name);
      if (found !== null) return found;
      await proveUnlocked();
      return await vault.read(name);
    },
    write: (name, secret) => vault.write(name, secret),
    async remove(name) {
      await proveUnlocked();
      await vault.remove(name);
    },
  };
}

const yes = () => true;
const no = () => false;

/** Loads keytar on first use: where libsecret is missing, the application must still start and report it. */
async function load(): Promise<Keytar> {
  try {
    const module: { default: Keytar } = await import('keytar');
    return module.default;
  } catch (error) {
    throw new ProblemError('keychain-missing', {}, error);
  }
}

/** The calls that wait for the system. Each has a limit, and the user may end all of them earlier. */
class Waiting {
  readonly #limitMs: number;
  readonly #givingUp = new Set<() => void>();
  #listener: (isWaiting: boolean) => void = () => undefined;
  #noticedCount = 0;
  #isClosed = false;
  #stoppedAtMs = Number.NEGATIVE_INFINITY;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  listen(listener: (isWaiting: boolean) => void): void {
    this.#listener = listener;
  }

  stop(): void {
    this.#stoppedAtMs = performance.now();
    for (const giveUp of this.#givingUp) giveUp();
  }

  isJustStopped(): boolean {
    return performance.now() - this.#stoppedAtMs < stoppedForMs;
  }

  close(): void {
    this.#isClosed = true;
    this.stop();
  }

  /** @param start begins the call, and may ask whether it has been given up meanwhile */
  async limited<T>(start: (isGivenUp: () => boolean) => Promise<T>): Promise<T> {
    let isGivenUp = false;
    let giveUp: () => void = () => undefined;
    const ended = new Promise<never>((_, reject) => {
      giveUp = () => {
        isGivenUp = true;
        reject(new ProblemError('keychain-locked'));
      };
    });
    this.#givingUp.add(giveUp);
    if (this.#isClosed) giveUp();
    const limit = setTimeout(giveUp, this.#limitMs);
    let isNoticed = false;
    const notice = setTimeout(() => {
      isNoticed = true;
      this.#count(1);
    }, noticedAfterMs);
    try {
      return await Promise.race([start(() => isGivenUp), ended]);
    } finally {
      this.#givingUp.delete(giveUp);
      clearTimeout(limit);
      clearTimeout(notice);
      if (isNoticed) this.#count(-1);
    }
  }

  #count(difference: 1 | -1): void {
    this.#noticedCount += difference;
    const isWaiting = this.#noticedCount > 0;
    // Each call is told, since the window may not have been there yet for an earlier one.
    if (difference > 0 || !isWaiting) this.#listener(isWaiting);
  }
}
