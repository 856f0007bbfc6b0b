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
import { Cache } from '../../electron/store/cache.ts';
import { clientOf } from './client.ts';
import { ownFolder } from './folder.ts';

/** Everything that waits, waits a moment only. */
const hurried: RetryPolicy = {
  lookPausesMs: [0, 5, 10],
  discardPausesMs: [0, 5],
  firstRetryMs: 5,
  longestRetryMs: 20,
  closeGraceMs: 0,
  copyGraceMs: 0,
};

/** The database key of all outboxes and caches in tests. */
export const outboxKey = 'ab'.repeat(32);

export type TestOutbox = {
  outbox: Outbox;
  cache: Cache;
  folder: string;
  /** Tickets that were told to look different. */
  changed: TicketId[];
  problems: unknown[];
  corruptions: number;
};

type Options = {
  folder?: string;
  pace?: Partial<RetryPolicy>;
  api?: ApiClient;
  nowMs?: () => number;
  skewMs?: () => number;
  /** How long a request may take; short where a test lets one hang. */
  timeLimitMs?: number;
  /** The file cannot grow beyond so many pages, as on a disk that is full. */
  maxPages?: number;
};

/** An outbox of the running test's own, in front of a real server. */
export async function ownOutbox(service: DemoService, options: Options = {}): Promise<TestOutbox> {
  const folder = options.folder ?? (await ownFolder());
  const { cache } = await Cache.open(folder, outboxKey);
  const test: Omit<TestOutbox, 'outbox'> = { cache, folder, changed: [], problems: [], corruptions: 0 };
  const { file } = await openOutboxFile(folder, outboxKey);
  if (options.maxPages) file.execute(`PRAGMA max_page_count = ${options.maxPages}`);
  const outbox = new Outbox(file, {
    cache,
    api: options.api ?? (await clientOf(service, { timeLimitMs: options.timeLimitMs })),
    skewMs: options.skewMs ?? (() => 0),
    pace: { ...hurried, ...options.pace },
    nowMs: options.nowMs,
    events: {
      onOutbox: () => undefined,
      onTicketsChanged: (ids) => test.changed.push(...ids),
      onSending: () => undefined,
      onConfirmed: () => undefined,
      onCorrupt: () => {
        test.corruptions += 1;
      },
      onProblem: (_problem, error) => test.problems.push(error),
    },
  });
  onTestFinished(async () => {
    await outbox.close();
    cache.close();
  });
  outbox.start();
  return Object.assign(test, { outbox });
}

/** What lies on the disk at this instant, in a folder of its own: all that a killed application leaves. */
export async function diskOf(folder: string): Promise<string> {
  const copy = await ownFolder();
  for (const name of ['outbox.db', 'outbox.db-wal', 'outbox.db-key', 'cache.db', 'cache.db-wal']) {
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(copy, name));
  }
  return copy;
}

/** The fields of a new ticket that the service accepts. */
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

/** An open ticket of the service's. */
export function openTicket(service: DemoService, place = 0) {
  const ticket = service.tickets().filter(({ status }) => status === 'New')[place];
  if (!ticket) throw new Error('the service has no open ticket');
  return { ...ticket, id: ticketIdSchema.parse(ticket.id) };
}

/** The change as it is now: pending or in the log; `undefined` when it was discarded. */
export function itemIn({ outbox }: TestOutbox, id: ChangeId): OutboxItem | undefined {
  return [...outbox.list().items, ...outbox.sent(0, 200).items].find((item) => item.id === id);
}

/** Waits until something is so, on a busy machine too. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 4_500, interval: 2 });

/** Waits until a change is in a state, or in one with a problem of a kind. */
export async function reached(test: TestOutbox, id: ChangeId, expected: Partial<OutboxItem>): Promise<OutboxItem> {
  return await eventually(() => {
    const item = itemIn(test, id);
    const isReached = Object.entries(expected).every(([name, value]) => item?.[name as keyof OutboxItem] === value);
    if (!item || !isReached) throw new Error(`the change is ${JSON.stringify(item)}`);
    return item;
  });
}

export async function kindOf(work: Promise<unknown> | (() => unknown)): Promise<unknown> {
  try {
    await (typeof work === 'function' ? work() : work);
    return 'no problem';
  } catch (error) {
    return error instanceof ProblemError ? error.problem.kind : error;
  }
}
