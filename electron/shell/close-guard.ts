/*
 * What holds a window open until what was typed in it is on the disk and the user agrees that it closes.
 */

import type { BrowserWindow } from 'electron';

type CloseGuardOptions = {
  /** Whether the page may have something to save or to ask. */
  mustAskPage: () => boolean;
  /**
   * Tells the page to save what was typed, since its window is about to close: under a number that its answer names, or, with
   * `null`, to ask the user as well.
   */
  askPage: (saveNumber: number | null) => void;
  /** Closes the window, or quits the whole application. */
  proceed: (isQuitting: boolean) => void;
  /** The user stays, also if the application was to quit. */
  onStay: () => void;
  /** Whether a window that the user closes is only hidden, so that the application runs on. */
  hidesInstead: () => boolean;
  /** The user is probably being asked something in the window, which may be hidden. */
  onQuestion: () => void;
};

/** How long the page may take to save what was typed and to ask the user. */
const pageTimeLimitMs = 10_000;

/** A page that has nothing to ask answers sooner than this. Until then a window in the tray stays there. */
const questionAfterMs = 400;

/** How long it may take only to save, which takes some milliseconds: the system waits for all applications together. */
const saveTimeLimitMs = 1_000;

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
  #questionTimer: NodeJS.Timeout | undefined;
  /** What waits until the page has saved, by the number that it was told: a late answer says nothing of what was typed since. */
  readonly #waiting = new Map<number, () => void>();
  #saves = 0;

  constructor(options: CloseGuardOptions) {
    this.#options = options;
  }

  /** Guards a window that was opened. */
  guard(window: BrowserWindow): void {
    this.#isAsking = false;
    this.#isAllowed = false;
    window.on('close', (event) => {
      if (this.#isHiding(window)) {
        event.preventDefault();
        void this.save(window).then(() => this.#hide(window));
        return;
      }
      if (this.#mayClose(window)) return;
      event.preventDefault();
      this.#ask(false);
    });
    window.webContents.on('render-process-gone', () => {
      // It cannot answer any more.
      for (const end of this.#waiting.values()) end();
      this.allowClose();
    });
    window.on('closed', () => this.#stopTimers());
  }

  /** Whether the application may quit now. Otherwise it asks the page, and calls `proceed` once closing is allowed. */
  requestQuit(window: BrowserWindow | undefined): boolean {
    if (!window || window.isDestroyed() || this.#mayClose(window)) return true;
    this.#ask(true);
    return false;
  }

  /** Waits until the page has saved what was typed, for a second at most. The user is asked nothing, and the window stays. */
  async save(window: BrowserWindow | undefined): Promise<void> {
    if (!window || window.isDestroyed() || this.#mayClose(window)) return;
    this.#saves += 1;
    const number = this.#saves;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#waiting.set(number, resolve);
      timer = setTimeout(resolve, saveTimeLimitMs);
      this.#options.askPage(number);
    });
    clearTimeout(timer);
    this.#waiting.delete(number);
  }

  /** The page has saved what was typed, as far as that can be done. */
  noteSaved(saveNumber: number): void {
    this.#waiting.get(saveNumber)?.();
  }

  /** Holds no window open any more: the application is ending. */
  letGo(): void {
    this.#isAllowed = true;
  }

  /** The page has saved everything, and the user agrees. Without a question before it, this does nothing. */
  allowClose(): void {
    this.#stopTimers();
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
    this.#stopTimers();
    this.#isAsking = false;
    this.#options.onStay();
  }

  /** Whether closing the window only hides it. A page that is asked already, or cannot go on, is no reason to. */
  #isHiding(window: BrowserWindow): boolean {
    return !this.#isAllowed && !this.#isAsking && !window.webContents.isCrashed() && this.#options.hidesInstead();
  }

  /** Hides the window, unless the application began to quit meanwhile. */
  #hide(window: BrowserWindow): void {
    if (!window.isDestroyed() && this.#isHiding(window)) window.hide();
  }

  #mayClose(window: BrowserWindow): boolean {
    return this.#isAllowed || window.webContents.isCrashed() || !this.#options.mustAskPage();
  }

  #stopTimers(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#questionTimer);
  }

  #ask(isQuitting: boolean): void {
    // Closing the window while the user is asked about quitting takes nothing back.
    this.#isQuitting = isQuitting || (this.#isAsking && this.#isQuitting);
    this.#isAsking = true;
    this.#stopTimers();
    this.#timer = setTimeout(() => this.allowClose(), pageTimeLimitMs);
    this.#questionTimer = setTimeout(() => this.#options.onQuestion(), questionAfterMs);
    this.#options.askPage(null);
  }
}
