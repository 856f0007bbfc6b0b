import PQueue from 'p-queue';
import { ProblemError } from '../contract/problem.ts';

/** What is done one after the other, since all of it changes the same things. */
export class Steps {
  readonly #queue = new PQueue({ concurrency: 1 });
  #waiting = new AbortController();

  /** Does a step when all before it have ended; `signal` is for what it waits for at a server. */
  add(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#waiting;
    return this.#queue.add(() => work(signal));
  }

  /** For a step that must not wait behind a server that says nothing: those before it ask none any more. */
  stopWaiting(): void {
    this.#waiting.abort(new ProblemError('no-connection', brokenOff));
    this.#waiting = new AbortController();
  }
}

const brokenOff = {
  message: 'The sign-in was ended before the server answered.',
  kept: 'Nothing of it was kept.',
  todo: 'Sign in again.',
};
