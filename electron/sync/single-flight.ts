/**
 * Runs the work for each key only once at a time. A request that comes while the work is under way is ignored, unless the
 * data has changed: then the response on its way may be too old, and the work is done once more.
 */
export class SingleFlight<Key> {
  readonly #underWay = new Map<Key, Promise<void>>();
  readonly #again = new Map<Key, () => Promise<void>>();

  /** Begins `work`, which must not reject, or with `isChanged` queues it behind the work under way for this key. */
  run(key: Key, work: () => Promise<void>, isChanged: boolean): void {
    if (!this.#underWay.has(key)) this.#begin(key, work);
    else if (isChanged) this.#again.set(key, work);
  }

  /** Waits until no work is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values());
  }

  #begin(key: Key, work: () => Promise<void>): void {
    const ended = work().finally(() => {
      this.#underWay.delete(key);
      const again = this.#again.get(key);
      this.#again.delete(key);
      if (again) this.#begin(key, again);
    });
    this.#underWay.set(key, ended);
  }
}
