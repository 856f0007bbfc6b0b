import { expect, it } from 'vitest';
import type { TicketNews } from '../../electron/contract/news.ts';
import { notificationWords } from '../../electron/shell/notifier.ts';
import { ticketId } from '../support/tickets.ts';

const news = (number: number, what: TicketNews['what']): TicketNews => ({
  id: ticketId(number),
  title: `Title ${number}`,
  status: 'In Progress',
  what,
});

it.each([
  ['new', 'New ticket WO1'],
  ['status', 'WO1 is now In Progress'],
  ['comment', 'New comment on WO1'],
  ['changed', 'WO1 was changed'],
] as const)('names the one ticket that has news: %s', (what, title) => {
  expect(notificationWords([news(1, what)])).toEqual({ title, body: 'Title 1', ticketId: 'WO1' });
});

it('names a few of several and counts the others', () => {
  const few = notificationWords([news(1, 'new'), news(2, 'status')]);
  expect(few).toEqual({
    title: 'Updates on 2 tickets',
    body: 'New ticket WO1: Title 1\nWO2 is now In Progress: Title 2',
    ticketId: null,
  });
  const many = notificationWords([1, 2, 3, 4, 5].map((number) => news(number, 'changed')));
  expect(many.title).toBe('Updates on 5 tickets');
  expect(many.body.split('\n')).toEqual([
    'WO1 was changed: Title 1',
    'WO2 was changed: Title 2',
    'WO3 was changed: Title 3',
    'and 2 more',
  ]);
});
