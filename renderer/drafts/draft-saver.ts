import type { DraftContent } from '../../electron/contract/draft.ts';

/** How long the first unsaved key press waits. Two saves fit into the second within which everything is on the disk. */
const saveDelayMs = 400;

type Write = (key: string, content: DraftContent | null) => Promise<boolean>;

/**
 * Brings what is typed to the disk: the newest content of each draft, at most one write each in `saveDelayMs`, never two
 * of them side by side. A write that fails is tried again with the next one.
 */
export class DraftSaver {
  readonly #write: Write;
  readonly #unsaved = new Map<string, DraftContent | null>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<boolean> = Promise.resolve(true);

  /** @param write puts a draft on the disk, or removes it for `null`, and answers whether that worked */
  constructor(write: Write) {
    this.#write = write;
  }

  /** Takes the newest content of a draft, `null` to remove it. */
  put(key: string, content: DraftContent | null): void {
    this.#unsaved.set(key, content);
    this.#timer ??= setTimeout(() => void this.flush(), saveDelayMs);
  }

  /** Writes what is not on the disk yet. Answers whether everything is. */
  flush(): Promise<boolean> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  /** Leaves a draft to another call, such as the one that sends it. */
  forget(key: string): void {
    this.#unsaved.delete(key);
  }

  /** Forgets everything; for another account. */
  clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#unsaved.clear();
  }

  async #writeAll(): Promise<boolean> {
    const batch = [...this.#unsaved];
    this.#unsaved.clear();
    let isSaved = true;
    for (const [key, content] of batch) {
      if (await this.#write(key, content)) continue;
      isSaved = false;
      if (!this.#unsaved.has(key)) this.#unsaved.set(key, content);
    }
    return isSaved;
  }
}
