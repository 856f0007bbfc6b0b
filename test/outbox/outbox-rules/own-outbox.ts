/* An outbox over a server that a test plays: what it writes, sends, discards and reports. Other tests have a server over HTTP. */

import { expect, onTestFinished, vi } from 'vitest';
import type { ApiClient } from '../../../electron/api/client.ts';
import type { FormChange, OutboxItem } from '../../../electron/contract/change.ts';
import { emptyNewTicket, type NewTicket } from '../../../electron/contract/fields.ts';
import { type ChangeId, isLocalTicketId, type TicketId } from '../../../electron/contract/ids.ts';
import { ProblemError, type ProblemKind } from '../../../electron/contract/problem.ts';
import { formatServerTime } from '../../../electron/contract/server-time.ts';
import type { RetryPolicy } from '../../../electron/outbox/backoff.ts';
import { Outbox } from '../../../electron/outbox/outbox.ts';
import { outboxMigrations } from '../../../electron/outbox/outbox-file.ts';
import { Personal } from '../../../electron/personal/personal.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { memoryCache, memoryDatabase } from '../../support/cache.ts';
import { aDetail, aTicket, ticketId } from '../../support/tickets.ts';

type Options = { file?: ReturnType<typeof memoryDatabase>; retryPolicy?: Partial<RetryPolicy>; start?: boolean };

/** An outbox whose file is in memory, whose cache holds ticket 10, and whose server takes everything. */
export function ownOutbox({ file = migrated(), retryPolicy = {}, start = true }: Options = {}) {
  const cache = memoryCache();
  cache.saveListed([aTicket(10, { status: 'New', title: 'Cage', createdBy: 'Jane Doe' })]);
  let seconds = 0;
  const api = {
    readTicket: vi.fn<ApiClient['readTicket']>(async () => ({
      summary: aTicket(10, { status: 'New', title: 'Cage' }),
      detail: aDetail(),
    })),
    listTickets: vi.fn<ApiClient['listTickets']>(async () => ({
      ...{ tickets: [], rowCount: 0, totalElements: 0, totalPages: 0, number: 0, size: 25, isLast: true },
    })),
    listAttachments: vi.fn<ApiClient['listAttachments']>(async () => []),
    createTicket: vi.fn<ApiClient['createTicket']>(async ({ title }) => ({
      ...{ summary: aTicket(20, { status: 'New', title }), detail: aDetail(), correlationId },
    })),
    updateTicket: vi.fn<ApiClient['updateTicket']>(async (_id, { title = 'Cage' }) => ({
      ...{ summary: aTicket(10, { status: 'New', title }), detail: aDetail(), correlationId },
    })),
    addComment: vi.fn<ApiClient['addComment']>(async (_id, comment) => ({
      ...{ comment, commentedBy: 'Ann', commentedOn: formatServerTime(Date.now() + 1_000 * seconds++), correlationId },
    })),
    uploadAttachment: vi.fn<ApiClient['uploadAttachment']>(),
  };
  const reported: string[] = [];
  const shown: OutboxItem[][] = [];
  const problems: unknown[] = [];
  const refused: unknown[] = [];
  const onCorrupt = vi.fn();
  const personal: Personal = new Personal(file, {
    currentIdOf: (id) => outbox.tickets.currentId(id),
    nowMs: undefined,
    events: { onTicketsChanged: () => undefined, onDue: () => undefined, onProblem: () => undefined },
  });
  const outbox: Outbox = new Outbox(file, {
    ...{ api: api as unknown as ApiClient, cache, personal, skewMs: () => 0 },
    retryPolicy: { ...policy, ...retryPolicy },
    events: {
      onOutbox: ({ items }) => shown.push([...items]),
      onTicketsChanged: (ids) => reported.push(`changed ${ids.map(nameOf).join(' ')}`),
      onConfirmed: (id, kind) => reported.push(`confirmed ${kind} of ${nameOf(id)}`),
      onRefused: (tickets) => refused.push(...tickets),
      onCorrupt,
      onProblem: (_problem, error) => problems.push(error),
    },
  });
  onTestFinished(async () => {
    personal.stop();
    await outbox.close();
  });
  if (start) outbox.start();
  const item = (id: ChangeId) => [...outbox.list().items, ...outbox.sent(0, 100).items].find((each) => each.id === id);
  const reached = (id: ChangeId, state: OutboxItem['state']) =>
    vi.waitFor(() => expect(item(id)?.state).toBe(state), { interval: 1 });
  return { outbox, file, cache, api, personal, reported, shown, problems, refused, onCorrupt, item, reached };
}

const policy: RetryPolicy = {
  searchDelaysMs: [0],
  discardSearchDelaysMs: [0],
  firstRetryMs: 3_600_000,
  longestRetryMs: 3_600_000,
  closeGraceMs: 0,
  copyGraceMs: 0,
};

/** An outbox’s file in memory, without any change. */
export function migrated() {
  const file = memoryDatabase();
  migrate(file, outboxMigrations);
  return file;
}

/** An answer of the server that is a failure. */
export const failing = (kind: ProblemKind) => () => Promise.reject(new ProblemError(kind));

/** How many pieces of files are kept. */
export const chunksIn = ({ file }: { file: ReturnType<typeof memoryDatabase> }) =>
  file.all('SELECT * FROM file_piece').length;

/** A comment on ticket 10 or another one. */
export const say = (comment: string, on: TicketId = ticketId(10)): FormChange => ({
  kind: 'comment',
  ticketId: on,
  comment,
});

/** What the user wrote in the form of a new ticket. */
export const fields: NewTicket = {
  ...{ ...emptyNewTicket, title: 'Door', site: 'AMS017', requestType: 'Amenities', category: 'Parking' },
  description: 'Ajar',
};

/** A new ticket with these fields. */
export const create = { kind: 'create', fields } satisfies FormChange;

/** The id that a new ticket has on this computer is another one each time. */
const nameOf = (id: TicketId) => (isLocalTicketId(id) ? 'new' : id);

const correlationId = null;
