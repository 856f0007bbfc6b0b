import { type Problem, problemOf } from '../contract/problem.ts';

/** Where newer versions come from; each step is taken only when it is asked for. */
export interface Updater {
  /** The newest version, or `null` when this is it. */
  newest(): Promise<string | null>;
  /** Fetches it and proves its signature. */
  download(): Promise<void>;
  /** Ends the application, puts the new version in its place and starts it. */
  installAndRestart(): Promise<void>;
}

/** The questions to the user. */
export interface UpdateQuestions {
  mayDownload(version: string): Promise<boolean>;
  mayRestart(version: string): Promise<boolean>;
  /** The answer to somebody who asked whether there is a newer version. */
  tellNewest(): Promise<void>;
  tellFailure(problem: Problem): Promise<void>;
}

export type UpdatesOptions = {
  updater: Updater;
  questions: UpdateQuestions;
  onProblem: (problem: Problem, error: unknown) => void;
  firstAfterMs?: number;
  everyMs?: number;
};

/** Long enough after the start not to be in its way; then once a day. */
const defaultFirstAfterMs = 60_000;
const defaultEveryMs = 24 * 60 * 60 * 1000;

/** Looks for newer versions, and asks before each step: an update is offered and never forced. A version is offered once a run. */
export class Updates {
  readonly #options: UpdatesOptions;
  #offered: string | null = null;
  #isBusy = false;

  constructor(options: UpdatesOptions) {
    this.#options = options;
  }

  /** Begins to look, by itself and in silence about what fails: a computer without a network is no problem of updates. */
  start(): void {
    const { firstAfterMs = defaultFirstAfterMs, everyMs = defaultEveryMs } = this.#options;
    setTimeout(() => void this.#look(false), firstAfterMs).unref();
    setInterval(() => void this.#look(false), everyMs).unref();
  }

  /** The user asks: every outcome is said, and a version that was declined before is offered again. */
  lookNow(): Promise<void> {
    this.#offered = null;
    return this.#look(true);
  }

  async #look(isAsked: boolean): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await this.#offer(isAsked);
    } catch (error) {
      const cause = problemOf(error);
      this.#options.onProblem(cause, error);
      if (isAsked) await this.#options.questions.tellFailure(cause);
    } finally {
      this.#isBusy = false;
    }
  }

  async #offer(isAsked: boolean): Promise<void> {
    const { updater, questions } = this.#options;
    const version = await updater.newest();
    if (version === null) {
      if (isAsked) await questions.tellNewest();
      return;
    }
    if (version === this.#offered) return;
    this.#offered = version;
    if (!(await questions.mayDownload(version))) return;
    await updater.download();
    if (await questions.mayRestart(version)) await updater.installAndRestart();
  }
}
