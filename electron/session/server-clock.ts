/** The server's clock beside this computer's, as the answers carry it. */
export class ServerClock {
  #skewMs = 0;
  readonly #onTime: (serverTimeMs: number) => void;

  constructor(onTime: (serverTimeMs: number) => void) {
    this.#onTime = onTime;
  }

  note(serverTimeMs: number): void {
    this.#skewMs = Date.now() - serverTimeMs;
    this.#onTime(serverTimeMs);
  }

  /** This computer's clock minus the server's, in milliseconds, to some seconds. */
  get skewMs(): number {
    return this.#skewMs;
  }
}
