import type { EventName, Events, HelpPage } from '../contract/calls.ts';
import type { Outbox } from '../contract/change.ts';
import { eventChannel } from '../contract/channels.ts';
import type { TicketId } from '../contract/ids.ts';
import type { SessionState } from '../contract/session.ts';
import type { SyncStatus } from '../contract/sync-status.ts';

/** During a first sync pages arrive faster than anybody can read: the window is told at most this often. */
const quietMs = 120;

/** With more changed tickets than this, "any" is said instead of their ids. */
const mostIds = 500;

type Send = <E extends EventName>(event: E, payload: Events[E]) => void;

/** Tells the window what happened, without flooding it: of several statuses and outboxes the last, of several changes their union. */
export class EventSender {
  readonly #send: Send;
  #status: SyncStatus | null = null;
  #isInProgress = false;
  #stale: Set<TicketId> | 'any' = new Set();
  #outbox: Outbox | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (channel: string, payload: unknown) => void) {
    this.#send = (event, payload) => send(eventChannel(event), payload);
  }

  /** Sent at once, and what was waiting before it. */
  session(state: SessionState): void {
    this.#flush();
    this.#send('session', state);
  }

  /** How far something is can wait a moment; that it is over cannot. */
  syncStatus(status: SyncStatus): void {
    const isOver = status.progress === null && this.#isInProgress;
    this.#isInProgress = status.progress !== null;
    this.#status = status;
    if (isOver) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), quietMs);
  }

  ticketsChanged(ids: readonly TicketId[]): void {
    if (this.#stale !== 'any') for (const id of ids) this.#stale.add(id);
    if (this.#stale !== 'any' && this.#stale.size > mostIds) this.#stale = 'any';
    this.#timer ??= setTimeout(() => this.#flush(), quietMs);
  }

  outbox(outbox: Outbox): void {
    this.#outbox = outbox;
    this.#timer ??= setTimeout(() => this.#flush(), quietMs);
  }

  closing(): void {
    this.#send('closing', {});
  }

  referenceData(site: string | null): void {
    this.#send('referenceData', { site });
  }

  help(page: HelpPage): void {
    this.#send('help', page);
  }

  ticketWanted(): void {
    this.#send('ticketWanted', null);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#status) this.#send('syncStatus', this.#status);
    if (this.#outbox) this.#send('outbox', this.#outbox);
    if (this.#stale === 'any') this.#send('ticketsChanged', { ids: null });
    else if (this.#stale.size > 0) this.#send('ticketsChanged', { ids: [...this.#stale] });
    this.#status = null;
    this.#outbox = null;
    this.#stale = new Set();
  }
}
