/*
 * Events on their way to the window: the only throttle between the engine, the outbox and the session, and the page.
 */

import type { EventName, Events } from '../contract/calls.ts';
import type { Outbox } from '../contract/change.ts';
import { eventChannel } from '../contract/channels.ts';
import type { CommandId } from '../contract/commands.ts';
import type { ExportProgress } from '../contract/exports.ts';
import type { TicketId } from '../contract/ids.ts';
import type { SessionState } from '../contract/session.ts';
import type { SyncStatus } from '../contract/sync-status.ts';

/** How long events wait for others of their kind, so that a burst reaches the window as one event. */
const coalesceMs = 120;

/** Shortest intervals during a walk over the whole list, when pages arrive faster than anyone can read. */
const walkStatusIntervalMs = 250;
/** Longer than for the status, because the window fetches rows and counts again each time, of all tickets so far. */
const walkTicketsIntervalMs = 2_000;

/** With more changed tickets than this, the event says "any" instead of listing their ids. */
const maxListedIds = 500;

/**
 * Sends events to the window. It is called for every change, and limits how often the window hears of them: several
 * statuses or outboxes become the last one, several sets of changed tickets their union.
 */
export class EventSender {
  readonly #send: <E extends EventName>(event: E, payload: Events[E]) => void;
  readonly #pendingStatus = new PendingEvent(() => this.#sendStatus());
  readonly #pendingTickets = new PendingEvent(() => this.#sendTickets());
  readonly #pendingOutbox = new PendingEvent(() => this.#sendOutbox());
  #status: SyncStatus | null = null;
  #outbox: Outbox | null = null;
  #changedIds = new Set<TicketId>();
  #mayAnyHaveChanged = false;

  constructor(send: (channel: string, payload: unknown) => void) {
    this.#send = (event, payload) => send(eventChannel(event), payload);
  }

  /** Sent at once, after everything that was waiting, which may belong to another account. */
  session(state: SessionState): void {
    this.#flush();
    this.#send('session', state);
  }

  keychainWait(isWaiting: boolean): void {
    this.#send('keychainWait', { isWaiting });
  }

  /** The end of a walk is sent at once, with everything that was waiting. */
  syncStatus(status: SyncStatus): void {
    const wasWalking = Boolean(this.#status?.progress);
    this.#status = status;
    if (status.progress) this.#pendingStatus.sendAtInterval(walkStatusIntervalMs);
    else this.#pendingStatus.sendIn(coalesceMs);
    if (wasWalking && !status.progress) this.#flush();
  }

  /**
   * @param ids `null` when any ticket may have changed
   * @param isFromWalk only these wait longer: the user waits for a ticket that was opened or changed during a walk
   */
  ticketsChanged(ids: readonly TicketId[] | null, isFromWalk = false): void {
    if (ids === null) this.#mayAnyHaveChanged = true;
    for (const id of ids ?? []) if (this.#changedIds.size <= maxListedIds) this.#changedIds.add(id);
    if (this.#changedIds.size === 0 && !this.#mayAnyHaveChanged) return;
    if (isFromWalk) this.#pendingTickets.sendAtInterval(walkTicketsIntervalMs);
    else this.#pendingTickets.sendIn(coalesceMs);
  }

  outbox(outbox: Outbox): void {
    this.#outbox = outbox;
    this.#pendingOutbox.sendIn(coalesceMs);
  }

  closing(saveNumber: number | null): void {
    this.#send('closing', { saveNumber });
  }

  referenceData(site: string | null): void {
    this.#send('referenceData', { site });
  }

  exportProgress(progress: ExportProgress): void {
    this.#send('exportProgress', progress);
  }

  repeats(): void {
    this.#send('repeats', null);
  }

  command(id: CommandId): void {
    this.#send('command', id);
  }

  ticketWanted(): void {
    this.#send('ticketWanted', null);
  }

  #flush(): void {
    for (const event of [this.#pendingStatus, this.#pendingOutbox, this.#pendingTickets]) event.flush();
  }

  #sendStatus(): void {
    if (this.#status) this.#send('syncStatus', this.#status);
  }

  #sendOutbox(): void {
    if (this.#outbox) this.#send('outbox', this.#outbox);
  }

  /** The outbox goes first: the window would otherwise show a confirmed comment twice, as the server's and as pending. */
  #sendTickets(): void {
    this.#pendingOutbox.flush();
    const ids = [...this.#changedIds];
    const isAny = this.#mayAnyHaveChanged || ids.length > maxListedIds;
    this.#changedIds = new Set();
    this.#mayAnyHaveChanged = false;
    this.#send('ticketsChanged', { ids: isAny ? null : ids });
  }
}

/**
 * An event that is due to be sent once, however often it is asked for. `throttle` of es-toolkit does not fit: its interval
 * is fixed, and each call puts its last one off again.
 */
class PendingEvent {
  readonly #send: () => void;
  #timer: NodeJS.Timeout | undefined;
  #dueAtMs = Number.POSITIVE_INFINITY;
  #sentAtMs = Number.NEGATIVE_INFINITY;

  constructor(send: () => void) {
    this.#send = send;
  }

  /** Sends the event after `delayMs`, or earlier if it is due earlier. */
  sendIn(delayMs: number): void {
    const dueAtMs = performance.now() + delayMs;
    if (this.#timer !== undefined && this.#dueAtMs <= dueAtMs) return;
    clearTimeout(this.#timer);
    this.#dueAtMs = dueAtMs;
    this.#timer = setTimeout(() => this.flush(), Math.max(0, delayMs));
  }

  /** Sends the event `intervalMs` after it was last sent, or at once if that time has passed. */
  sendAtInterval(intervalMs: number): void {
    this.sendIn(this.#sentAtMs + intervalMs - performance.now());
  }

  /** Sends the event now if it is due. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sentAtMs = performance.now();
    this.#send();
  }
}
