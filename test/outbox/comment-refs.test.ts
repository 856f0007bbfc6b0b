/* Comments without ids: which of them were there before, and which the user's other changes made. */

import { describe, expect, it } from 'vitest';
import type { Change } from '../../electron/contract/change.ts';
import type { TicketComment } from '../../electron/contract/ticket.ts';
import { commentRef, commentsNotOf, isRefTo, withoutComments } from '../../electron/outbox/comment-refs.ts';
import type { StoredChange } from '../../electron/outbox/stored-change.ts';
import { aStoredChange } from '../support/stored-change.ts';
import { ticketId } from '../support/tickets.ts';

const made = (commentedOn: string, comment = 'Words'): TicketComment => ({ comment, commentedBy: 'Jane', commentedOn });
const confirmed = (serverRef: string | null, more: Partial<StoredChange> = {}) => {
  const change: Change = { kind: 'comment', ticketId: ticketId(10), comment: 'Words' };
  return aStoredChange(2, 10, 'sent', { change, serverRef, ...more });
};

it('a reference has the time and the first words, as they are read; an early one has the time alone', () => {
  expect(commentRef(made('1', ' Some  words '))).toBe('1\nSome words');
  expect(commentRef(made('1', 'x'.repeat(201)))).toBe(`1\n${'x'.repeat(200)}`);
  expect(isRefTo('1\nWords', made('1'))).toBe(true);
  expect(isRefTo('1', made('1'))).toBe(true);
  expect(isRefTo('2\nWords', made('1'))).toBe(false);
  expect(isRefTo('1\nOther', made('1'))).toBe(false);
});

it('each reference takes away one comment, and none if it is to another', () => {
  const [first, second] = [made('1'), made('2')];
  expect(withoutComments([first, second], ['3\nWords'])).toEqual([first, second]);
  expect(withoutComments([first, second], ['1\nWords'])).toEqual([second]);
  expect(withoutComments([first, first, second], ['1\nWords'])).toEqual([first, second]);
});

describe('a confirmed change takes away', () => {
  const [first, second] = [made('1'), made('2')];

  it('the comment that the server named, else the oldest of its words, else none', () => {
    expect(commentsNotOf([confirmed('2')], [], [first, second])).toEqual([first]);
    expect(commentsNotOf([confirmed('3')], [], [first, second])).toEqual([second]);
    expect(commentsNotOf([confirmed(null)], [], [first, made('')])).toEqual([first]);
    expect(commentsNotOf([confirmed('2')], [], [made('2', 'Other'), first])).toEqual([made('2', 'Other')]);
    const others = [made('1', 'Other'), made('2', 'Another')];
    expect(commentsNotOf([confirmed('2')], [], others)).toEqual(others);
  });

  it('a comment in the server’s words, where it changed them', () => {
    const echo = { text: 'Stored', author: '', madeOn: '' };
    expect(commentsNotOf([confirmed('2', { echo })], [], [first, made('2', 'Stored')])).toEqual([first]);
  });

  it('nothing where what it made was taken away before, once', () => {
    const prior = ['0\nOther', '1\nWords'];
    expect(commentsNotOf([confirmed('1')], prior, [second])).toEqual([second]);
    expect(commentsNotOf([confirmed('1')], ['1\nWords'], [second])).toEqual([second]);
    expect(commentsNotOf([confirmed('1'), confirmed('1')], prior, [second])).toEqual([]);
    expect(prior).toHaveLength(2);
  });

  it('nothing where it is no comment', () => {
    const change: Change = { kind: 'attachment', ticketId: ticketId(10), fileName: 'Words', sizeBytes: 1 };
    const echo = { text: 'Words', author: '', madeOn: '' };
    expect(commentsNotOf([confirmed('1', { change, echo })], [], [first])).toEqual([first]);
  });
});
