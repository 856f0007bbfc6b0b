import type { TicketId } from '../contract/ids.ts';
import { Throttle } from './throttle.ts';

/** Gathers changed tickets and tells them at most so often: each telling makes the window ask for its rows anew. */
export class Batches {
  readonly #tell: (ids: TicketId[]) => void;
  readonly #telling: Throttle;
  #gathered: TicketId[] = [];

  constructor(tell: (ids: TicketId[]) => void, everyMs: number) {
    this.#tell = tell;
    this.#telling = new Throttle(everyMs);
  }

  add(ids: readonly TicketId[]): void {
    for (const id of ids) this.#gathered.push(id);
    if (this.#telling.isDue()) this.flush();
  }

  /** Tells what is left; to be called when nothing more comes. */
  flush(): void {
    if (this.#gathered.length === 0) return;
    const ids = this.#gathered;
    this.#gathered = [];
    this.#tell(ids);
  }
}
