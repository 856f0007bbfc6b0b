import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { EventSender } from '../../electron/bridge/events.ts';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import type { SyncStatus } from '../../electron/contract/sync-status.ts';
import { aStatus } from '../support/sync-status.ts';

type Sent = { event: string; payload: unknown; atMs: number };

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  onTestFinished(() => void vi.useRealTimers());
});

function ownSender() {
  const sent: Sent[] = [];
  const sender = new EventSender((channel, payload) =>
    sent.push({ event: channel.replace(/^event:/, ''), payload, atMs: Date.now() }),
  );
  const sentOf = (event: string) => sent.filter((each) => each.event === event);
  const timesOf = (event: string) => sentOf(event).map(({ atMs }) => atMs);
  return { sender, sent, sentOf, timesOf };
}

const ticket = (number: number): TicketId => ticketIdSchema.parse(`WO${number}`);

const status = (ticketCount: number, progress: SyncStatus['progress'] = null) => aStatus({ ticketCount, progress });
const walking = (done: number) => status(done, { done, total: 10_000, leftMs: null });

/** A page of a walk every 20 ms: how far it is, and a ticket of its own. */
function walkFor(sender: EventSender, durationMs: number): void {
  for (let atMs = 0; atMs < durationMs; atMs += 20) {
    sender.syncStatus(walking(atMs));
    sender.ticketsChanged([ticket(atMs + 1)], true);
    vi.advanceTimersByTime(20);
  }
}

const gaps = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

it('sends the union of changed tickets once, after a moment', () => {
  const { sender, sent } = ownSender();
  sender.ticketsChanged([ticket(1), ticket(2)]);
  vi.advanceTimersByTime(60);
  sender.ticketsChanged([ticket(2), ticket(3)]);
  sender.ticketsChanged([]);
  vi.advanceTimersByTime(59);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  const ids = [ticket(1), ticket(2), ticket(3)];
  expect(sent).toEqual([{ event: 'ticketsChanged', payload: { ids }, atMs: 120 }]);
  vi.advanceTimersByTime(10_000);
  expect(sent).toHaveLength(1);
});

it('says that any ticket may have changed, once, whichever are named beside', () => {
  const { sender, sent } = ownSender();
  sender.ticketsChanged([ticket(1)]);
  sender.ticketsChanged(null);
  vi.advanceTimersByTime(120);
  sender.ticketsChanged([ticket(2)]);
  vi.advanceTimersByTime(120);
  expect(sent.map(({ payload }) => payload)).toEqual([{ ids: null }, { ids: [ticket(2)] }]);
});

it('sends nothing when no ticket changed', () => {
  const { sender, sent } = ownSender();
  sender.ticketsChanged([]);
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual([]);
});

it('lists up to 500 changed tickets, and says "any" above', () => {
  const { sender, sentOf } = ownSender();
  const ids = Array.from({ length: 500 }, (_, index) => ticket(index));
  sender.ticketsChanged(ids);
  vi.advanceTimersByTime(120);
  sender.ticketsChanged(ids);
  sender.ticketsChanged([ticket(500)]);
  vi.advanceTimersByTime(120);
  sender.ticketsChanged([ticket(1)]);
  vi.advanceTimersByTime(120);
  const listed = sentOf('ticketsChanged').map(({ payload }) => payload);
  expect(listed).toEqual([{ ids }, { ids: null }, { ids: [ticket(1)] }]);
});

it('sends the last of several statuses and of several outboxes', () => {
  const { sender, sent } = ownSender();
  for (const count of [1, 2, 3]) sender.syncStatus(status(count));
  const outbox = { items: [], groups: [], unreadable: 0 };
  const last = { ...outbox };
  sender.outbox(outbox);
  sender.outbox(last);
  vi.advanceTimersByTime(119);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent.map(({ event }) => event)).toEqual(['syncStatus', 'outbox']);
  expect(sent[0]?.payload).toEqual(status(3));
  expect(sent[1]?.payload).toBe(last);
});

it('sends the status at most every 250 ms and changed tickets at most every two seconds during a walk', () => {
  const { sender, sentOf, timesOf } = ownSender();
  walkFor(sender, 5_000);
  const statuses = timesOf('syncStatus');
  expect(statuses.length).toBeGreaterThan(15);
  expect(Math.min(...gaps(statuses))).toBeGreaterThanOrEqual(250);
  const changes = timesOf('ticketsChanged');
  expect(changes.length).toBeGreaterThanOrEqual(3);
  expect(Math.min(...gaps(changes))).toBeGreaterThanOrEqual(2_000);

  sender.session({ phase: 'signed-out' });
  const ids = sentOf('ticketsChanged').flatMap(({ payload }) => (payload as { ids: TicketId[] }).ids);
  expect(ids).toEqual(Array.from({ length: 250 }, (_, page) => ticket(page * 20 + 1)));
});

it('shows the first page of a walk at once', () => {
  const { sender, timesOf } = ownSender();
  walkFor(sender, 100);
  expect(timesOf('syncStatus')[0]).toBeLessThanOrEqual(20);
  expect(timesOf('ticketsChanged')[0]).toBeLessThanOrEqual(20);
});

it('a walk keeps no ticket waiting that the user opened or changed', () => {
  const { sender, sentOf } = ownSender();
  walkFor(sender, 500);
  const before = sentOf('ticketsChanged').length;
  sender.ticketsChanged([ticket(9_999)]);
  vi.advanceTimersByTime(120);
  const since = sentOf('ticketsChanged').slice(before);
  expect(since).toHaveLength(1);
  expect(since[0]?.payload).toMatchObject({ ids: expect.arrayContaining([ticket(9_999)]) });
});

it.each([false, true])('sends the outbox before the tickets that look different (during a walk: %j)', (isInWalk) => {
  const { sender, sent } = ownSender();
  if (isInWalk) walkFor(sender, 2_000);
  vi.advanceTimersByTime(500);
  sent.length = 0;
  sender.ticketsChanged([ticket(1)]);
  sender.outbox({ items: [], groups: [], unreadable: 0 });
  vi.advanceTimersByTime(120);
  const order = sent.map(({ event }) => event).filter((event) => event !== 'syncStatus');
  expect(order.slice(-2)).toEqual(['outbox', 'ticketsChanged']);
});

it('a walk that ended with its account slows down no other', () => {
  const { sender, timesOf } = ownSender();
  walkFor(sender, 500);
  sender.session({ phase: 'signed-out' });
  const endMs = Date.now();
  sender.ticketsChanged([ticket(9_999)]);
  vi.advanceTimersByTime(120);
  expect(timesOf('ticketsChanged').at(-1)).toBe(endMs + 120);
});

it('sends everything at once when a walk ends', () => {
  const { sender, sent } = ownSender();
  walkFor(sender, 200);
  sender.outbox({ items: [], groups: [], unreadable: 0 });
  sent.length = 0;
  sender.syncStatus(status(10_000));
  expect(sent.map(({ event }) => event)).toEqual(['syncStatus', 'outbox', 'ticketsChanged']);
  expect(sent[0]?.payload).toEqual(status(10_000));
  vi.advanceTimersByTime(10_000);
  expect(sent).toHaveLength(3);
});

it('sends what was waiting before a new state of the session', () => {
  const { sender, sent } = ownSender();
  sender.ticketsChanged([ticket(1)]);
  sender.syncStatus(status(1));
  sender.outbox({ items: [], groups: [], unreadable: 0 });
  sender.session({ phase: 'signed-out' });
  expect(sent.map(({ event }) => event)).toEqual(['syncStatus', 'outbox', 'ticketsChanged', 'session']);
  vi.advanceTimersByTime(1_000);
  expect(sent).toHaveLength(4);
});
