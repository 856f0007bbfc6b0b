import { beforeEach, expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { closeTicket, noteNews, openTicket, readTicket, useTicket } from '../../renderer/state/ticket.ts';
import { stepsOf } from '../../renderer/ticket/ticket-body.tsx';
import { aShownTicket, aTicket, ticketId } from '../support/tickets.ts';

const ticket = aShownTicket(1);
const one = ticket.summary.id;
const other = ticketId(2);
const read = vi.fn();
const record = vi.fn();

beforeEach(async () => {
  read.mockReset().mockResolvedValue({ ok: true, value: ticket });
  record.mockReset().mockResolvedValue({ ok: true, value: [] });
  vi.stubGlobal('window', { desk: { tickets: { read, record } } });
  resetAccountStores();
  await openTicket(one);
  read.mockResolvedValue({ ok: false, problem: problem('disk-error') });
});

it('shows no other ticket where one cannot be read, so that nothing is written into that', async () => {
  await openTicket(other);
  expect(useTicket.getState()).toMatchObject({ openId: other, ticket: undefined, problem: { kind: 'disk-error' } });
});

it('goes on showing a ticket that cannot be read once more', async () => {
  await readTicket();
  expect(useTicket.getState()).toMatchObject({ openId: one, ticket, problem: { kind: 'disk-error' } });
});

it('tells a ticket that vanished from one that was never here', async () => {
  read.mockResolvedValue({ ok: true, value: null });
  await readTicket();
  expect(useTicket.getState()).toMatchObject({ openId: one, ticket: null, hasVanished: true });
  await readTicket();
  expect(useTicket.getState()).toMatchObject({ ticket: null, hasVanished: true });
  await openTicket(other);
  expect(useTicket.getState()).toMatchObject({ openId: other, ticket: null, hasVanished: false });
});

it('no longer says that the server is asked for a ticket once it does not give it', async () => {
  read.mockResolvedValue({ ok: true, value: null });
  await openTicket(other);
  expect(useTicket.getState()).toMatchObject({ ticket: null, isDenied: false });
  noteNews(other);
  await readTicket();
  expect(useTicket.getState()).toMatchObject({ ticket: null, hasVanished: false, isDenied: true });
  closeTicket();
  await openTicket(other);
  expect(useTicket.getState().isDenied).toBe(true);
  read.mockResolvedValue({ ok: true, value: { ...ticket, summary: aTicket(2) } });
  await readTicket();
  expect(useTicket.getState().isDenied).toBe(false);
});

it.each<[string, Partial<TicketSummary>, string[]]>([
  ['open', { status: 'New' }, ['Created 1', 'Last updated 2']],
  ['closed', { status: 'Completed', closedOn: '3' }, ['Created 1', 'Last updated 2', 'Closed 3']],
  ['closed, nobody says when', { status: 'Completed' }, ['Created 1', 'Closed not stated; last updated 2']],
  ['cancelled, nobody says when', { status: 'Cancelled' }, ['Created 1', 'Closed not stated; last updated 2']],
  ['closed, without any time of a change', { status: 'Completed', updatedOn: '' }, ['Created 1']],
])('the history of a ticket that is %s', (_, fields, steps) => {
  const summary = aTicket(1, { createdOn: '1', updatedOn: '2', ...fields });
  expect(stepsOf(summary).map(({ name, note, time }) => [name, note, time].filter(Boolean).join(' '))).toEqual(steps);
});

it('the history of a ticket does not say that it is closed while its cancellation is not confirmed', () => {
  const summary = aTicket(1, { status: 'Cancelled', createdOn: '1', updatedOn: '2' });
  expect(stepsOf(summary, true).map(({ name }) => name)).toEqual(['Created', 'Last updated']);
});
