/*
 * The hours as they pass. Some of what the window shows is another with time alone: an open ticket becomes quiet, a day is over that a
 * filter names. Where nothing happens on the server, nothing else would make anyone look again.
 */

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** Tells of each full hour where this computer is. */
export class Hours {
  readonly #onHour: () => void;
  #timer: NodeJS.Timeout | undefined;
  /** The hour that was told of last; `null` while it is not running. */
  #told: number | null = null;

  constructor(onHour: () => void) {
    this.#onHour = onHour;
  }

  start(): void {
    this.#told = hourOf(Date.now());
    this.check();
  }

  /** To be called when the computer wakes up, since a timer does not run while it sleeps, and when it is in another time zone. */
  check(): void {
    if (this.#told === null) return;
    clearTimeout(this.#timer);
    const nowMs = Date.now();
    this.#timer = setTimeout(() => this.check(), hourMs - (localMs(nowMs) % hourMs));
    if (hourOf(nowMs) === this.#told) return;
    this.#told = hourOf(nowMs);
    this.#onHour();
  }

  stop(): void {
    this.#told = null;
    clearTimeout(this.#timer);
  }
}

const hourOf = (ms: number): number => Math.floor(localMs(ms) / hourMs);

/** The time on the clock here, as if it were UTC: in some zones an hour begins in the middle of UTC's. */
const localMs = (ms: number): number => ms - new Date(ms).getTimezoneOffset() * minuteMs;
