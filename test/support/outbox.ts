import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { ApiClient } from '../../electron/api/client.ts';
import type { FormChange, OutboxItem } from '../../electron/contract/change.ts';
import type { NewTicket } from '../../electron/contract/fields.ts';
import { type ChangeId, type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import type { RetryPolicy } from '../../electron/outbox/backoff.ts';
import { Outbox } from '../../electron/outbox/outbox.ts';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { Personal } from '../../electron/personal/personal.ts';
import { Cache } from '../../electron/store/cache.ts';
import { clientOf } from './client.ts';
import { ownFolder } from './folder.ts';

/** Delays of a few milliseconds. */
const quickRetries: RetryPolicy = {
  searchDelaysMs: [0, 5, 10],
  discardSearchDelaysMs: [0, 5],
  firstRetryMs: 5,
  longestRetryMs: 20,
  closeGraceMs: 0,
  copyGraceMs: 0,
};

/** The database key of every outbox and cache in tests. */
export const outboxKey = 'ab'.repeat(32);

export type TestOutbox = {
  outbox: Outbox;
  cache: Cache;
  folder: string;
  /** Tickets reported as changed. */
  changed: TicketId[];
  personal: Personal;
  /** Tickets whose snooze was reported to be over. */
  reminders: TicketId[];
  /** Tickets of which a change was reported as refused. */
  refused: TicketId[];
  problems: unknown[];
  corruptions: number;
};

type Options = {
  folder?: string;
  retryPolicy?: Partial<RetryPolicy>;
  api?: ApiClient;
  nowMs?: () => number;
  skewMs?: () => number;
  /** The time limit of a request, for tests that let one hang. */
  timeLimitMs?: number;
  /** The largest number of pages that the file may have, as on a full disk. */
  maxPages?: number;
};

/** Opens an outbox against a real server, for the running test. */
export async function ownOutbox(service: DemoService, options: Options = {}): Promise<TestOutbox> {
  const folder = options.folder ?? (await ownFolder());
  const { cache } = await Cache.open(folder, outboxKey);
  const test: Omit<TestOutbox, 'outbox' | 'personal'> = {
    ...{ cache, folder, changed: [], reminders: [], refused: [], problems: [], corruptions: 0 },
  };
  const { file } = await openOutboxFile(folder, outboxKey);
  if (options.maxPages) file.execute(`PRAGMA max_page_count = ${options.maxPages}`);
  const personal: Personal = new Personal(file, {
    currentIdOf: (id) => outbox.tickets.currentId(id),
    nowMs: options.nowMs,
    events: {
      onTicketsChanged: (ids) => test.changed.push(...(ids ?? [])),
      onDue: (ids) => test.reminders.push(...ids),
      onProblem: (_problem, error) => test.problems.push(error),
    },
  });
  const outbox: Outbox = new Outbox(file, {
    cache,
    personal,
    api: options.api ?? (await clientOf(service, { timeLimitMs: options.timeLimitMs })),
    skewMs: options.skewMs ?? (() => 0),
    retryPolicy: { ...quickRetries, ...options.retryPolicy },
    nowMs: options.nowMs,
    events: {
      onOutbox: () => undefined,
      onTicketsChanged: (ids) => test.changed.push(...ids),
      onConfirmed: () => undefined,
      onRefused: (tickets) => test.refused.push(...tickets.map(({ id }) => id)),
      onCorrupt: () => {
        test.corruptions += 1;
      },
      onProblem: (_problem, error) => test.problems.push(error),
    },
  });
  onTestFinished(async () => {
    personal.stop();
    await outbox.close();
    await cache.close();
  });
  outbox.start();
  personal.start();
  return Object.assign(test, { outbox, personal });
}

/** Copies what is on the disk at this instant into another folder: all that a killed application leaves behind. */
export async function diskOf(folder: string): Promise<string> {
  const copy = await ownFolder();
  for (const name of ['outbox.db', 'outbox.db-wal', 'outbox.db-key', 'cache.db', 'cache.db-wal']) {
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(copy, name));
  }
  return copy;
}

/** Returns fields of a new ticket that the service accepts. */
export function aRequest(service: DemoService, fields: Partial<NewTicket> = {}): NewTicket {
  return {
    title: 'A new ticket',
    site: service.tickets()[0]?.site ?? '',
    location: '',
    requestType: 'Amenities',
    category: 'Parking',
    description: 'A description',
    customerReference: '',
    notificationRecipients: '',
    ...fields,
  };
}

export const create = (service: DemoService, fields: Partial<NewTicket> = {}): FormChange => ({
  kind: 'create',
  fields: aRequest(service, fields),
});

/** Returns an open ticket of the service. */
export function openTicket(service: DemoService, place = 0) {
  const ticket = service.tickets().filter(({ status }) => status === 'New')[place];
  if (!ticket) throw new Error('the service has no open ticket');
  return { ...ticket, id: ticketIdSchema.parse(ticket.id) };
}

/** Returns a change as it is now, pending or in the log; `undefined` when it was discarded. */
export function itemIn({ outbox }: TestOutbox, id: ChangeId): OutboxItem | undefined {
  return [...outbox.list().items, ...outbox.sent(0, 200).items].find((item) => item.id === id);
}

/** Retries until `check` passes, with time for a busy machine. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { interval: 2 });

/** Waits until a change has these properties, and returns it. */
export async function reached(test: TestOutbox, id: ChangeId, expected: Partial<OutboxItem>): Promise<OutboxItem> {
  return await eventually(() => {
    const item = itemIn(test, id);
    const isReached = Object.entries(expected).every(([name, value]) => item?.[name as keyof OutboxItem] === value);
    if (!item || !isReached) throw new Error(`the change is ${JSON.stringify(item)}`);
    return item;
  });
}

/** Returns the kind of problem that `work` fails with, `no problem`, or another error. */
export async function kindOf(work: Promise<unknown> | (() => unknown)): Promise<unknown> {
  try {
    await (typeof work === 'function' ? work() : work);
    return 'no problem';
  } catch (error) {
    return error instanceof ProblemError ? error.problem.kind : error;
  }
}
