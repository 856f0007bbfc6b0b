/** Does work for each key once at a time. */
export class OneEach<Key> {
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
