/** The values that were asked for last, by name, at most so many. */
export class Recent<T> {
  readonly #values = new Map<string, T>();
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** The value of this name, made if need be. */
  get(name: string, make: () => T): T {
    const value = this.#values.get(name) ?? make();
    this.#values.delete(name);
    this.#values.set(name, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#atMost && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }

  peek(name: string): T | undefined {
    return this.#values.get(name);
  }

  clear(): void {
    this.#values.clear();
  }
}
