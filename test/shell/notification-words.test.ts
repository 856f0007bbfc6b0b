import { expect, it } from 'vitest';
import { changeIdSchema, localTicketId } from '../../electron/contract/ids.ts';
import type { Notice } from '../../electron/shell/notification-rules.ts';
import { escapeMarkup, notificationWords } from '../../electron/shell/notification-words.ts';
import { ticketId } from '../support/tickets.ts';

const notice = (number: number, kind: Notice['kind']): Notice => ({
  id: ticketId(number),
  title: `Title ${number}`,
  status: 'In Progress',
  kind,
});

it.each([
  ['new', 'New ticket WO1'],
  ['status', 'WO1 is now In Progress'],
  ['answer', 'New comment on WO1'],
  ['changed', 'WO1 was changed'],
  ['reminder', 'Reminder: WO1'],
  ['refused', 'Not accepted: your change to WO1'],
] as const)('names the one ticket that there is something to tell about: %s', (kind, title) => {
  expect(notificationWords([notice(1, kind)])).toEqual({ title, body: 'Title 1', ticketId: 'WO1' });
});

it('a ticket that the server has not created has no number to name', () => {
  const id = localTicketId(changeIdSchema.parse('6f1c2ce1-6a0b-4b5e-9a2d-0d5e5b9d7c11'));
  expect(notificationWords([{ ...notice(1, 'refused'), id }]).title).toBe(
    'Not accepted: your change to your new ticket',
  );
});

it('names a few of several and counts the others', () => {
  expect(notificationWords([notice(1, 'new'), notice(2, 'status')])).toEqual({
    title: 'Updates on 2 tickets',
    body: 'New ticket WO1: Title 1\nWO2 is now In Progress: Title 2',
    ticketId: null,
  });
  const many = notificationWords([notice(1, 'changed'), ...[2, 3, 4, 5].map((number) => notice(number, 'changed'))]);
  expect(many.title).toBe('Updates on 5 tickets');
  expect(many.body.split('\n')).toEqual([
    'WO1 was changed: Title 1',
    'WO2 was changed: Title 2',
    'WO3 was changed: Title 3',
    'and 2 more',
  ]);
});

it.each([
  ['reminder', '2 reminders'],
  ['refused', '2 changes were not accepted'],
] as const)('says what several of one kind are: %s', (kind, title) => {
  expect(notificationWords([notice(1, kind), notice(2, kind)]).title).toBe(title);
});

it('markup in a title reads as it was typed', () => {
  expect(escapeMarkup('<b>Cage 4</b> & 5 &amp; 6')).toBe('&lt;b&gt;Cage 4&lt;/b&gt; &amp; 5 &amp;amp; 6');
});
