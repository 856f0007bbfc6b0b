/* What an outbox is made with, and what it reports. */

import type { ApiClient } from '../api/client.ts';
import type { Change, Outbox as OutboxList } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import type { NamedTicket } from '../contract/news.ts';
import type { Problem } from '../contract/problem.ts';
import type { Personal } from '../personal/personal.ts';
import type { Cache } from '../store/cache.ts';
import type { RetryPolicy } from './backoff.ts';

export type OutboxEvents = {
  onOutbox(outbox: OutboxList): void;
  /** What the window shows of these tickets is different. */
  onTicketsChanged(ids: TicketId[]): void;
  /** The server has confirmed a change of this ticket. */
  onConfirmed(id: TicketId, kind: Change['kind']): void;
  /** Changes of these tickets were refused, each told once. */
  onRefused(tickets: NamedTicket[]): void;
  /** The file turned out to be unreadable while in use. Called once. */
  onCorrupt(): void;
  onProblem(problem: Problem, error: unknown): void;
};

export type OutboxOptions = {
  api: ApiClient;
  cache: Cache;
  personal: Personal;
  /** This computer's clock minus the server's, in milliseconds. */
  skewMs: () => number;
  events: OutboxEvents;
  retryPolicy?: RetryPolicy | undefined;
  nowMs?: (() => number) | undefined;
};
