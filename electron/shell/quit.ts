import type { BrowserWindow } from 'electron';

/** So long the page has to write what is typed and to ask the user; a computer that shuts down waits no longer either. */
const longestSilenceMs = 10_000;

type ClosingOptions = {
  /** Whether there is anything that the page could want to keep or ask. */
  mustAsk: () => boolean;
  /** Tells the page that its window is about to close. */
  ask: () => void;
  /** Closes for good: the window alone, or the whole application. */
  proceed: (isQuitting: boolean) => void;
};

/**
 * Holds the window until the page has written what is typed, and until the user agrees where something waits. A page that
 * says nothing, or cannot, holds nothing up for long.
 */
export class CloseGuard {
  readonly #options: ClosingOptions;
  #isAsked = false;
  #isAgreed = false;
  #isQuitting = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ClosingOptions) {
    this.#options = options;
  }

  /** Watches over a window that was opened. */
  watch(window: BrowserWindow): void {
    this.#isAsked = false;
    this.#isAgreed = false;
    window.on('close', (event) => {
      if (this.#mayClose(window)) return;
      event.preventDefault();
      this.#ask(false);
    });
    window.webContents.on('render-process-gone', () => this.agree()); // nobody is left to answer
    window.on('closed', () => clearTimeout(this.#timer));
  }

  /** Whether the application may end now; otherwise the page is asked, and `proceed` comes when it agrees. */
  mayQuit(window: BrowserWindow | undefined): boolean {
    if (!window || window.isDestroyed() || this.#mayClose(window)) return true;
    this.#ask(true);
    return false;
  }

  /** The page has nothing against it any more. */
  agree(): void {
    clearTimeout(this.#timer);
    if (!this.#isAsked) return;
    this.#isAsked = false;
    this.#isAgreed = true;
    this.#options.proceed(this.#isQuitting);
  }

  /** The user is being asked: nothing closes before `agree`. */
  awaitUser(): void {
    clearTimeout(this.#timer);
  }

  /** The user stays: nothing closes, whatever happens to the page, before it is asked for once more. */
  keepOpen(): void {
    clearTimeout(this.#timer);
    this.#isAsked = false;
  }

  #mayClose(window: BrowserWindow): boolean {
    return this.#isAgreed || window.webContents.isCrashed() || !this.#options.mustAsk();
  }

  #ask(isQuitting: boolean): void {
    this.#isAsked = true;
    this.#isQuitting = isQuitting;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.agree(), longestSilenceMs);
    this.#options.ask();
  }
}

type EndingOptions = {
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
export class QuitSequence {
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
