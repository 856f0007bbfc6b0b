import { expect, it } from 'vitest';
import { NewsCollector } from '../../electron/sync/ticket-news.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const before = aTicket(1, { status: 'New' });
const minuteMs = 60_000;

it('returns one entry a ticket, once', () => {
  const news = new NewsCollector();
  news.addSaved([{ ticket: before, before: null }], 0);
  news.addSaved([{ ticket: { ...before, title: 'Other' }, before }], 0);
  news.addSaved([{ ticket: aTicket(2, { status: 'Completed' }), before: aTicket(2, { status: 'New' }) }], 0);
  news.addSaved([{ ticket: aTicket(3, { title: 'Other' }), before: aTicket(3) }], 0);
  news.addComment(aTicket(4), 0);
  expect(news.take().map(({ id, title, what }) => [id, title, what])).toEqual([
    ['WO1', 'Other', 'new'],
    ['WO2', 'Title 2', 'status'],
    ['WO3', 'Other', 'changed'],
    ['WO4', 'Title 4', 'comment'],
  ]);
  expect(news.take()).toEqual([]);
});

it('leaves out the echo of a change made here, once and only for a while', () => {
  const news = new NewsCollector();
  const change = [{ ticket: { ...before, status: 'Cancelled' }, before }];
  news.expectEcho(ticketId(1), 'cancel', 0);
  news.addSaved(change, minuteMs);
  expect(news.take()).toEqual([]);
  news.addSaved(change, 2 * minuteMs);
  expect(news.take()).toHaveLength(1);
  news.expectEcho(ticketId(1), 'cancel', 0);
  news.addSaved(change, 11 * minuteMs);
  expect(news.take()).toHaveLength(1);
});

it('returns what the operator does to a ticket that the user changed', () => {
  const news = new NewsCollector();
  news.expectEcho(ticketId(1), 'comment', 0);
  news.addSaved([{ ticket: { ...before, status: 'In Progress' }, before }], minuteMs);
  expect(news.take()).toMatchObject([{ what: 'status' }]);
  news.addComment(before, minuteMs);
  expect(news.take()).toEqual([]);
  news.expectEcho(ticketId(1), 'update', 0);
  news.echoReceived(ticketId(1));
  news.addSaved([{ ticket: { ...before, title: 'Other' }, before }], minuteMs);
  expect(news.take()).toMatchObject([{ what: 'changed' }]);
});
