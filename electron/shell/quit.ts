/*
 * How a window closes and how the application quits: nothing that was typed is lost, and nothing waits for ever.
 */

import type { BrowserWindow } from 'electron';

type CloseGuardOptions = {
  /** Whether the page may have something to save or to ask. */
  mustAskPage: () => boolean;
  /** Tells the page that its window is about to close. */
  askPage: () => void;
  /** Closes the window, or quits the whole application. */
  proceed: (isQuitting: boolean) => void;
};

/** How long the page may take to save what was typed and to ask the user. A computer that shuts down waits no longer either. */
const pageTimeLimitMs = 10_000;

/**
 * Keeps a window open until the page has saved what was typed and, where changes wait in the outbox, the user has agreed. A
 * page that does not answer in time, or whose process has ended, does not keep it open.
 */
export class CloseGuard {
  readonly #options: CloseGuardOptions;
  #isAsking = false;
  #isAllowed = false;
  #isQuitting = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: CloseGuardOptions) {
    this.#options = options;
  }

  /** Guards a window that was opened. */
  guard(window: BrowserWindow): void {
    this.#isAsking = false;
    this.#isAllowed = false;
    window.on('close', (event) => {
      if (this.#mayClose(window)) return;
      event.preventDefault();
      this.#ask(false);
    });
    window.webContents.on('render-process-gone', () => this.allowClose()); // it cannot answer any more
    window.on('closed', () => clearTimeout(this.#timer));
  }

  /** Whether the application may quit now. Otherwise it asks the page, and calls `proceed` once closing is allowed. */
  requestQuit(window: BrowserWindow | undefined): boolean {
    if (!window || window.isDestroyed() || this.#mayClose(window)) return true;
    this.#ask(true);
    return false;
  }

  /** The page has saved everything, and the user agrees. Without a question before it, this does nothing. */
  allowClose(): void {
    clearTimeout(this.#timer);
    if (!this.#isAsking) return;
    this.#isAsking = false;
    this.#isAllowed = true;
    this.#options.proceed(this.#isQuitting);
  }

  /** The page is asking the user, who may take any time. */
  waitForUser(): void {
    clearTimeout(this.#timer);
  }

  /** The user stays: the window remains open until the next attempt to close it, whatever happens to the page. */
  cancelClose(): void {
    clearTimeout(this.#timer);
    this.#isAsking = false;
  }

  #mayClose(window: BrowserWindow): boolean {
    return this.#isAllowed || window.webContents.isCrashed() || !this.#options.mustAskPage();
  }

  #ask(isQuitting: boolean): void {
    this.#isAsking = true;
    this.#isQuitting = isQuitting;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.allowClose(), pageTimeLimitMs);
    this.#options.askPage();
  }
}

type QuitOptions = {
  /** Whether quitting may start. Otherwise the page is asked first, and the application quits again when it agrees. */
  mayStart: () => boolean;
  closeAll: () => Promise<void>;
  /** Ends the application. */
  exit: () => void;
  /** Starts the application again once it has ended. */
  relaunch: (args: readonly string[]) => void;
};

/** Closes everything before the application ends. Links and second starts that arrive meanwhile go to a new application. */
export class QuitSequence {
  readonly #options: QuitOptions;
  #stage: 'running' | 'closing' | 'closed' = 'running';

  constructor(options: QuitOptions) {
    this.#options = options;
  }

  /** Handles Electron's `before-quit`: holds the quit back until everything is closed, and quits again then. */
  async onBeforeQuit(event: { preventDefault(): void }): Promise<void> {
    if (this.#stage === 'closed') return;
    event.preventDefault();
    if (this.#stage === 'closing' || !this.#options.mayStart()) return;
    this.#stage = 'closing';
    try {
      await this.#options.closeAll();
    } finally {
      this.#stage = 'closed';
      this.#options.exit();
    }
  }

  /** Runs `show`, or, when the application is about to end, starts it again with `args` to do the same. */
  showOrRelaunch(show: () => void, args: readonly string[]): void {
    if (this.#stage === 'running') show();
    else this.#options.relaunch(args);
  }
}
