import { expect, it } from 'vitest';
import { NewsCollector } from '../../electron/sync/ticket-news.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const before = aTicket(1, { status: 'New' });
const minuteMs = 60_000;

it('tells one line a ticket, once', () => {
  const desk = new NewsCollector();
  desk.noteSaved([{ ticket: before, before: null }], 0);
  desk.noteSaved([{ ticket: { ...before, title: 'Other' }, before }], 0);
  desk.noteSaved([{ ticket: aTicket(2, { status: 'Completed' }), before: aTicket(2, { status: 'New' }) }], 0);
  desk.noteSaved([{ ticket: aTicket(3, { title: 'Other' }), before: aTicket(3) }], 0);
  desk.noteComment(aTicket(4), 0);
  expect(desk.take().map(({ id, title, what }) => [id, title, what])).toEqual([
    ['WO1', 'Other', 'new'],
    ['WO2', 'Title 2', 'status'],
    ['WO3', 'Other', 'changed'],
    ['WO4', 'Title 4', 'comment'],
  ]);
  expect(desk.take()).toEqual([]);
});

it('leaves out the echo of what the user did, once and for a while only', () => {
  const desk = new NewsCollector();
  const change = [{ ticket: { ...before, status: 'Cancelled' }, before }];
  desk.expect(ticketId(1), 'cancel', 0);
  desk.noteSaved(change, minuteMs);
  expect(desk.take()).toEqual([]);
  desk.noteSaved(change, 2 * minuteMs);
  expect(desk.take()).toHaveLength(1);
  desk.expect(ticketId(1), 'cancel', 0);
  desk.noteSaved(change, 11 * minuteMs);
  expect(desk.take()).toHaveLength(1);
});

it('tells what the operator does to a ticket that the user changed', () => {
  const desk = new NewsCollector();
  desk.expect(ticketId(1), 'comment', 0);
  desk.noteSaved([{ ticket: { ...before, status: 'In Progress' }, before }], minuteMs);
  expect(desk.take()).toMatchObject([{ what: 'status' }]);
  desk.noteComment(before, minuteMs);
  expect(desk.take()).toEqual([]);
  desk.expect(ticketId(1), 'update', 0);
  desk.noteEcho(ticketId(1));
  desk.noteSaved([{ ticket: { ...before, title: 'Other' }, before }], minuteMs);
  expect(desk.take()).toMatchObject([{ what: 'changed' }]);
});
