import type { ApiClient } from '../api/client.ts';
import type { Change, Outbox as OutboxList } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Problem } from '../contract/problem.ts';
import type { Cache } from '../store/cache.ts';
import type { Pace } from './pace.ts';

export type OutboxEvents = {
  onOutbox(outbox: OutboxList): void;
  /** These tickets look different now. */
  onChanged(ids: TicketId[]): void;
  /** A change of this ticket is about to leave; of one that is not created yet under its local id. */
  onSending(id: TicketId, kind: Change['kind']): void;
  /** The server has confirmed a change of this ticket. */
  onConfirmed(id: TicketId, kind: Change['kind']): void;
  /** The file turned out to be unreadable while in use; told once. */
  onCorrupt(): void;
  onProblem(problem: Problem, error: unknown): void;
};

export type OutboxOptions = {
  api: ApiClient;
  cache: Cache;
  wasSurelyNotDone: (error: unknown) => boolean;
  /** This computer's clock minus the server's, in milliseconds. */
  skewMs: () => number;
  events: OutboxEvents;
  pace?: Pace | undefined;
  nowMs?: (() => number) | undefined;
};
