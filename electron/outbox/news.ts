/** Tells that something changed, once for all that changes in one go. */
export class News {
  readonly #tell: () => void;
  #isPlanned = false;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  tell(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      this.#tell();
    });
  }
}
