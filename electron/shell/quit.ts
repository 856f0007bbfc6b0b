/*
 * How the application ends: everything is closed first, in order, and nothing waits for ever.
 */

type QuitOptions = {
  /** Whether quitting may start. Otherwise the page is asked first, and the application quits again when it agrees. */
  mayStart: () => boolean;
  /** Lets the page save what was typed, within a second and without a question. */
  savePage: () => Promise<void>;
  closeAll: () => Promise<void>;
  /** Makes Electron quit, which begins with `before-quit`. */
  quit: () => void;
  /** Ends the application. */
  exit: () => void;
  /** Starts the application again once it has ended. */
  relaunch: (args: readonly string[]) => void;
};

/**
 * How long the system is made to wait for closing, after what was typed is on the disk. Windows ends applications after five
 * seconds. What is cut short is no more than what a power cut would cost: nothing that was typed.
 */
const systemTimeLimitMs = 2_500;

/** Closes everything before the application ends. Links and second starts that arrive meanwhile go to a new application. */
export class QuitSequence {
  readonly #options: QuitOptions;
  #stage: 'running' | 'closing' | 'closed' = 'running';
  #closing: Promise<void> = Promise.resolve();
  #end: () => void;

  constructor(options: QuitOptions) {
    this.#options = options;
    this.#end = options.exit;
  }

  /** Handles Electron's `before-quit`: holds the quit back until everything is closed, and quits again then. */
  async onBeforeQuit(event: { preventDefault(): void }): Promise<void> {
    if (this.#stage === 'closed') return;
    event.preventDefault();
    if (this.#stage === 'closing' || !this.#options.mayStart()) return;
    await this.#close(this.#options.closeAll);
  }

  /** Quits, and calls `end` when everything is closed, which has to end the application. */
  quitThen(end: () => void): void {
    this.#end = end;
    this.#options.quit();
  }

  /** The user, who was asked, does not quit after all. */
  stay(): void {
    this.#end = this.#options.exit;
  }

  /** The computer shuts down or the user logs out: no question holds that up, nor anything else for long. */
  async endWithSystem(): Promise<void> {
    if (this.#stage === 'closed') return;
    const { closeAll, exit, savePage } = this.#options;
    this.#end = exit;
    const closed = this.#stage === 'closing' ? this.#closing : this.#close(() => savePage().then(closeAll));
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, systemTimeLimitMs))]);
    this.#finish();
  }

  /** Runs `show`, or, when the application is about to end, starts it again with `args` to do the same. */
  showOrRelaunch(show: () => void, args: readonly string[]): void {
    if (this.#stage === 'running') show();
    else this.#options.relaunch(args);
  }

  #close(work: () => Promise<void>): Promise<void> {
    this.#stage = 'closing';
    this.#closing = work().finally(() => this.#finish());
    return this.#closing;
  }

  #finish(): void {
    if (this.#stage === 'closed') return;
    this.#stage = 'closed';
    this.#end();
  }
}
