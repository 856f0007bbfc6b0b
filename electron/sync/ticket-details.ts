import type { TicketId } from '../contract/ids.ts';
import type { SyncAccount } from './context.ts';
import { type Answer, askFor, detailConcurrency, type FetchedDetail, fetchDetails, wantedDetails } from './details.ts';
import { SingleFlight } from './single-flight.ts';

type Receivers = {
  onTicketsChanged(ids: TicketId[]): void;
  /** A ticket that the user opened or changed shows what others did. */
  onNews(): void;
  /** A ticket that the user opened could not be read. */
  onFailure(error: unknown): void;
  /** The server answered for a ticket that the user opened. */
  onAnswer(): void;
};

/** The open ticket is read anew after each change of it: if the server gave it within this time, it is not asked again. */
const freshMs = 10_000;

/** The share of a new measurement in the time that a ticket is expected to take. */
const share = 0.2;

/** Fetches single tickets between the rounds: those whose details are missing, and at any time those that the user opens. */
export class TicketDetails {
  readonly #account: SyncAccount;
  readonly #receivers: Receivers;
  readonly #mayAsk: () => boolean;
  readonly #stopped: AbortSignal;
  readonly #refreshes = new SingleFlight<TicketId>();
  /** Tickets that are not cached and that the server does not give: the window is told once of each. */
  readonly #unknown = new Set<TicketId>();
  /** Tickets that the user has changed and that were not read since: the answer to a change does not show every effect. */
  readonly #owed = new Set<TicketId>();
  /** The ticket that the user looked at last. */
  #looked: TicketId | null = null;
  /** The same, if the server gave it and no list has shown it to be different since; on the monotonic clock. */
  #fresh: { id: TicketId; untilMs: number } | null = null;
  #ticketMs: number | null = null;

  constructor(account: SyncAccount, receivers: Receivers, mayAsk: () => boolean, stopped: AbortSignal) {
    this.#account = account;
    this.#receivers = receivers;
    this.#mayAsk = mayAsk;
    this.#stopped = stopped;
  }

  /** Fetches the details that are missing or out of date, a few at once. */
  async fetchWanted(historyDays: number, signal: AbortSignal): Promise<void> {
    const wanted = wantedDetails(this.#account, historyDays, this.#ticketMs);
    await this.fetch([...new Set([...this.#owed, ...wanted])], signal);
  }

  /** Fetches the details of these tickets, a few at once; those that cannot be read are skipped. */
  async fetch(ids: readonly TicketId[], signal: AbortSignal, onAnswer?: (id: TicketId) => void): Promise<void> {
    await fetchDetails(this.#account, ids, signal, (id, answer, tookMs) => {
      this.#ticketMs = this.#ticketMs === null ? tookMs : this.#ticketMs + share * (tookMs - this.#ticketMs);
      this.#reportChange(id, answer);
      onAnswer?.(id);
    });
  }

  /** How long it takes to fetch the details of so many tickets, in milliseconds; `null` before any was fetched. */
  expectedMs(count: number): number | null {
    const atOnce = Math.min(detailConcurrency, this.#account.concurrency.limit, Math.max(1, count));
    return this.#ticketMs === null ? null : (count * this.#ticketMs) / atOnce;
  }

  /** Reads a ticket that the user opened or, with `isChanged`, just changed: a response already on its way is then too old. */
  refresh(id: TicketId, isChanged: boolean): void {
    const isOfFresh = this.#fresh?.id === id;
    if (!isChanged && isOfFresh && performance.now() < (this.#fresh?.untilMs ?? 0)) return;
    if (isOfFresh) this.#fresh = null;
    if (isChanged) this.#owed.add(id);
    else this.#looked = id;
    this.#refreshes.run(id, () => this.#refresh(id), isChanged);
  }

  /** A list shows these tickets to be different, or does not show them any more. */
  noteListed(ids: readonly TicketId[]): void {
    if (this.#fresh && ids.includes(this.#fresh.id)) this.#fresh = null;
  }

  /** Waits until nothing that the user opened is being read. */
  idle(): Promise<void> {
    return this.#refreshes.idle();
  }

  async #refresh(id: TicketId): Promise<void> {
    if (this.#stopped.aborted || !this.#mayAsk()) return;
    try {
      const answer = await askFor(this.#account, id, this.#stopped);
      if (answer.fetched && id === this.#looked) this.#fresh = { id, untilMs: performance.now() + freshMs };
      this.#reportChange(id, answer);
      if (answer.fetched?.isUnreadNew) this.#receivers.onNews();
      if (!answer.fetched) this.#reportUnknown(id);
      this.#receivers.onAnswer();
    } catch (error) {
      this.#receivers.onFailure(error);
    }
  }

  /** Once only, since the window reads the ticket then, which asks the server again. */
  #reportUnknown(id: TicketId): void {
    if (this.#unknown.has(id) || this.#account.cache.ticket(id)) return;
    this.#unknown.add(id);
    this.#receivers.onTicketsChanged([id]);
  }

  #reportChange(id: TicketId, answer: Answer): void {
    this.#owed.delete(id);
    if (answer.fetched ? isChanged(answer.fetched) : answer.isNewlyGone) this.#receivers.onTicketsChanged([id]);
  }
}

const isChanged = ({ saved, isDetailNew, isUnreadNew }: FetchedDetail) => saved !== null || isDetailNew || isUnreadNew;
