import { expect, it } from 'vitest';
import { commentsInOrder } from '../../electron/contract/ticket.ts';

const comment = (text: string, commentedOn: string) => ({ comment: text, commentedBy: 'Ann', commentedOn });

it.each([
  ['oldest first, however the server lists them', ['2026-01-02 10:00:00', '2026-01-01 10:00:00'], ['2', '1']],
  ['as the server lists them where they are of one moment', ['2026-01-02 10:00:00', '2026-01-02 10:00:00'], ['1', '2']],
  ['as the server lists them where a time is not known', ['2026-01-02 10:00:00', 'soon', ''], ['1', '2', '3']],
])('comments stand %s', (_order, times, texts) => {
  const comments = times.map((time, at) => comment(String(at + 1), time));
  expect(commentsInOrder(comments).map((each) => each.comment)).toEqual(texts);
});
