import type { ApiClient } from '../api/client.ts';

/** After this time the user is told that the server is slow. */
export const slowCallMs = 10_000;

/** Watches for calls that have been waiting for long, those whose answer drips in among them. */
export class SlowCalls {
  readonly #slowMs: number;
  readonly #onChange: (isSlow: boolean) => void;
  #waitingLong = 0;

  /** `onChange`: called when the first call becomes slow, and when none is any more. */
  constructor(slowMs: number, onChange: (isSlow: boolean) => void) {
    this.#slowMs = slowMs;
    this.#onChange = onChange;
  }

  /** Returns a client that makes the same calls, which are watched. */
  watch(api: ApiClient): ApiClient {
    return new Proxy(api, {
      get: (client, name) => {
        const method: unknown = Reflect.get(client, name, client);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => this.#during(Reflect.apply(method, client, given));
      },
    });
  }

  async #during(call: Promise<unknown>): Promise<unknown> {
    let isLong = false;
    const timer = setTimeout(() => {
      isLong = true;
      this.#count(1);
    }, this.#slowMs);
    try {
      return await call;
    } finally {
      clearTimeout(timer);
      if (isLong) this.#count(-1);
    }
  }

  #count(change: number): void {
    const wasSlow = this.#waitingLong > 0;
    this.#waitingLong += change;
    const isSlow = this.#waitingLong > 0;
    if (isSlow !== wasSlow) this.#onChange(isSlow);
  }
}
