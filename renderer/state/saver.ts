/* Writes what the user types to the disk while it is typed: drafts, private notes, notes on sites. */

import { inSameAccount, onAccountReset } from './account-store.ts';

/** Returns a map without one of its keys. */
export function withoutKey<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** How long the first unsaved key press waits. Two saves fit into the second within which everything is on the disk. */
const saveDelayMs = 400;

/** Writes a content to the disk and returns whether that worked. */
type Write<Content> = (key: string, content: Content) => Promise<boolean>;

/**
 * Saves the newest content of each key, at most once in `saveDelayMs`, and one write after the other. A write that failed is
 * repeated with the next one. What is unsaved when another account is shown is forgotten.
 */
export class Saver<Content> {
  readonly #write: Write<Content>;
  readonly #unsaved = new Map<string, Content>();
  /** What is being written. */
  #batch = new Map<string, Content>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<boolean> = Promise.resolve(true);

  constructor(write: Write<Content>) {
    this.#write = write;
    whenFlushed(() => this.flush());
    onAccountReset(() => this.#clear());
  }

  /** Takes the newest content of a key. */
  put(key: string, content: Content): void {
    this.#unsaved.set(key, content);
    this.#timer ??= setTimeout(() => void this.flush(), saveDelayMs);
  }

  /** Writes what is not on the disk yet. Returns whether everything is. */
  flush(): Promise<boolean> {
    this.#stopTimer();
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  /** Leaves a key to another call, such as the one that sends a draft. A write under way is not repeated if it fails. */
  forget(key: string): void {
    this.#unsaved.delete(key);
    this.#batch.delete(key);
  }

  #clear(): void {
    this.#stopTimer();
    this.#unsaved.clear();
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #writeAll(): Promise<boolean> {
    const batch = new Map(this.#unsaved);
    this.#batch = batch;
    this.#unsaved.clear();
    let isSaved = true;
    for (const [key, content] of batch) {
      const isWritten = await inSameAccount(this.#write(key, content));
      if (isWritten === null) return false; // what is unsaved by now belongs to another account
      if (isWritten) continue;
      if (!batch.has(key)) continue;
      isSaved = false;
      if (!this.#unsaved.has(key)) this.#unsaved.set(key, content);
    }
    return isSaved;
  }
}

const flushes: (() => Promise<boolean>)[] = [];

/** Registers what else `flushTyped` does. @param flush returns whether it worked */
export function whenFlushed(flush: () => Promise<boolean>): void {
  flushes.push(flush);
}

/** Writes everything typed to the disk now. Returns whether that worked. */
export async function flushTyped(): Promise<boolean> {
  const saved = await Promise.all(flushes.map((flush) => flush()));
  return saved.every(Boolean);
}
