/*
 * What happens in the first moments of the built-in demo, so that a visitor finds a morning's work: the operator asks for an
 * approval, tells how things stand, begins one ticket and completes another, and a colleague opens a new one.
 */

import { openTicket } from './advance.ts';
import type { DemoTicket } from './portfolio/portfolio.ts';
import { Random } from './portfolio/random.ts';
import type { DemoAccount, ServiceState } from './state.ts';

/** The first sync has ended when no list was asked for in this time. What happens before it ends counts as read. */
const idleMs = 2_000;
const eventEveryMs = 600;

/** Waits for the end of the first sync, and then lets one event happen after the other. */
export class Morning {
  readonly #events: (() => void)[];
  readonly #onOver: () => void;
  #timer: NodeJS.Timeout | undefined;
  #hasBegun = false;

  constructor(state: ServiceState, account: DemoAccount, onOver: () => void) {
    this.#events = eventsOf(state, account);
    this.#onOver = onOver;
  }

  /** Notes that tickets were listed. */
  noteList(): void {
    if (!this.#hasBegun) this.#begin(idleMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#hasBegun = true;
  }

  #begin(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#hasBegun = true;
      this.#events.shift()?.();
      if (this.#events.length > 0) this.#begin(eventEveryMs);
      else this.#onOver();
    }, delayMs);
  }
}

/** Each event looks for its ticket when it happens, since the visitor may have changed it. */
function eventsOf(state: ServiceState, account: DemoAccount): (() => void)[] {
  const inStatus = (status: string, index: number) =>
    account.tickets.filter((ticket) => ticket.status === status).at(index);
  const onTicket = (status: string, index: number, happen: (ticket: DemoTicket) => void) => () => {
    const ticket = inStatus(status, index);
    if (ticket) happen(ticket);
  };
  return [
    onTicket('In Progress', 2, (ticket) => {
      const question = 'Before we continue tonight, we need your written approval. Could you confirm here?';
      state.comment(ticket, 'Remco Hartsuiker', question);
    }),
    onTicket('New', 1, (ticket) => state.change(ticket, { status: 'In Progress' })),
    onTicket('In Progress', 6, (ticket) => {
      state.comment(ticket, 'Facilities Desk', 'The part has arrived and will be fitted today at 14:00 local time.');
    }),
    onTicket('In Progress', 9, (ticket) => {
      state.comment(ticket, 'Elif Yıldırım', 'Done as requested. Please let us know if anything is missing.');
      state.change(ticket, { status: 'Completed', closedOn: state.now() });
    }),
    () => void openTicket(state, account, new Random(20_261_126), { createdBy: 'Priya Raghunathan' }),
  ];
}
