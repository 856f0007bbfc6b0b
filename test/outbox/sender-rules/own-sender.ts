/* A sender with a table in memory, whose server a test plays: the rules of sending. `sender.test.ts` has the whole outbox send. */

import { onTestFinished, vi } from 'vitest';
import { UnsentError } from '../../../electron/api/network-errors.ts';
import type { Change } from '../../../electron/contract/change.ts';
import { emptyNewTicket } from '../../../electron/contract/fields.ts';
import { type ChangeId, localTicketId } from '../../../electron/contract/ids.ts';
import { ProblemError, type ProblemKind, problem } from '../../../electron/contract/problem.ts';
import type { RetryPolicy } from '../../../electron/outbox/backoff.ts';
import { ChangeTable } from '../../../electron/outbox/change-table.ts';
import type { Deliverer } from '../../../electron/outbox/deliver.ts';
import { outboxMigrations } from '../../../electron/outbox/outbox-file.ts';
import type { Reconciler } from '../../../electron/outbox/reconcile.ts';
import { Sender } from '../../../electron/outbox/sender.ts';
import type { Confirmed } from '../../../electron/outbox/stored-change.ts';
import type { YoungTickets } from '../../../electron/outbox/young-tickets.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { memoryDatabase } from '../../support/cache.ts';
import { changeIdOf } from '../../support/stored-change.ts';
import { aDetail, aTicket, ticketId } from '../../support/tickets.ts';

/** A sender with a table in memory. Unless the test says otherwise, every change can be sent and is confirmed at once. */
export function ownSender() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const file = memoryDatabase();
  onTestFinished(async () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    await file.close();
  });
  migrate(file, outboxMigrations);
  const table = new ChangeTable(file);
  const reconcile = vi.fn<Reconciler['reconcile']>(async () => ({ kind: 'sendable', ticket, priorRefs: null }));
  const deliver = vi.fn<Deliverer['deliver']>(async () => confirmed);
  const lagOf = vi.fn<YoungTickets['lagOf']>(() => null);
  const happened: string[] = [];
  const numberOf = (id: ChangeId) => Number(id.slice(-4));
  /** What the window was last told, by number. */
  const shown = new Map<number, string>();
  const show = () => {
    shown.clear();
    for (const { id, state } of table.pending()) shown.set(numberOf(id), state);
  };
  const sender: Sender = new Sender(
    table,
    { reconcile } as unknown as Reconciler,
    { deliver } as unknown as Deliverer,
    { lagOf } as unknown as YoungTickets,
    { nowMs: () => 5_000 + performance.now(), skewMs: () => 70 },
    policy,
    {
      onItemsChanged: show,
      onConfirmed: (stored, { confirmation }) => {
        happened.push(`confirmed ${numberOf(stored.id)}`);
        table.markSent(stored.id, 9_000, confirmation);
      },
      onRefused: ({ id }) => happened.push(`refused ${numberOf(id)}`),
      onProblem: ({ kind }) => happened.push(`problem ${kind}`),
    },
  );
  /** Adds a comment on a ticket, or another change, under its number. */
  const add = (number: number, on: number | Change = number) => {
    const id = changeIdOf(number);
    const change: Change = typeof on === 'number' ? { kind: 'comment', ticketId: ticketId(on), comment: 'x' } : on;
    const of = change.kind === 'create' ? localTicketId(id) : change.ticketId;
    table.insert({ id, groupId: null, ticketId: of, ticketTitle: '', change, createdAtMs: 0 });
    return id;
  };
  const found = (number: number) => table.find(changeIdOf(number));
  /** The numbers of the changes that were sent, in their order. */
  const sent = () => deliver.mock.calls.map(([{ id }]) => numberOf(id));
  const searched = () => reconcile.mock.calls.map(([{ id }]) => numberOf(id));
  return { sender, table, file, reconcile, deliver, lagOf, happened, shown, add, found, sent, searched };
}

/** When the sender searches and tries again. */
export const policy: RetryPolicy = {
  searchDelaysMs: [1_000, 3_000, 5_000],
  discardSearchDelaysMs: [],
  firstRetryMs: 2_000,
  longestRetryMs: 60_000,
  closeGraceMs: 0,
  copyGraceMs: 0,
};

/** What is known of a change that the server has made. */
export const confirmed: Confirmed = { confirmation: { serverRef: null, answer: 'Done.' }, ticket: null };

/** The ticket as the server gives it before a change is sent. */
export const ticket = { summary: aTicket(10), detail: aDetail() };

/** An edit of a ticket’s title, by the ticket’s number. */
export const edit = (number: number): Change => ({
  ...{ kind: 'update', ticketId: ticketId(number) },
  ...{ fields: { title: 'New' }, base: { title: 'Old' } },
});

/** A new ticket. */
export const create = (title: string): Change => ({
  kind: 'create',
  fields: { ...emptyNewTicket, title, site: 'AMS017', requestType: 'Amenities', category: 'Parking', description: 'x' },
});

/** A failure after which the change may have arrived, unless its kind says otherwise. */
export const failure = (kind: ProblemKind, details: Partial<ProblemError['problem']> = {}) =>
  new ProblemError(kind, details);

/** A failure before anything was sent. */
export const unsent = (kind: ProblemKind) => new UnsentError(problem(kind));

/** An answer that a test gives when it likes. */
export function answer<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}

/** Lets what is under way go on, without any time passing. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** Lets time pass, and what begins then go on. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
