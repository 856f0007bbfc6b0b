export type EndingOptions = {
  /** Whether the page has nothing against it; otherwise it is asked, and the end comes again. */
  mayBegin: () => boolean;
  /** Closes what is open. */
  close: () => Promise<void>;
  /** Ends for good. */
  end: () => void;
  /** Has a new application started when this one has ended. */
  startAnew: (args: readonly string[]) => void;
};

/** The end of the application: what is open is closed first, and what comes meanwhile is for the next one. */
export class Ending {
  readonly #options: EndingOptions;
  #stage: 'before' | 'closing' | 'closed' = 'before';

  constructor(options: EndingOptions) {
    this.#options = options;
  }

  /** The application is told to quit: it does so when all is closed. */
  async onQuit(event: { preventDefault(): void }): Promise<void> {
    if (this.#stage === 'closed') return;
    event.preventDefault();
    if (this.#stage === 'closing' || !this.#options.mayBegin()) return;
    this.#stage = 'closing';
    try {
      await this.#options.close();
    } finally {
      this.#stage = 'closed';
      this.#options.end();
    }
  }

  /** Shows something, or where there is nobody any more to show it, has it shown by the next application. */
  show(work: () => void, argsOfNext: readonly string[]): void {
    if (this.#stage === 'before') work();
    else this.#options.startAnew(argsOfNext);
  }
}
