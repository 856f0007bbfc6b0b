import { setImmediate } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import type { Attachment } from '../../electron/contract/attachment.ts';
import { recordKeptDays } from '../../electron/contract/news.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import type { Cache } from '../../electron/store/cache.ts';
import { TicketIndex } from '../../electron/store/ticket-index.ts';
import { ownCache } from '../support/cache.ts';
import { nothingOwn } from '../support/engine.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const id = ticketId(1);
const at = (minute: number) => `2026-03-01 10:${String(minute).padStart(2, '0')}:00`;
/** A ticket as of a minute. */
const asOf = (minute: number, fields: Partial<TicketSummary> = {}) =>
  aTicket(1, { status: 'New', updatedOn: at(minute), ...fields });
const comment = (text: string, minute: number) => ({ comment: text, commentedBy: 'Operator', commentedOn: at(minute) });

/** A cache after its first sync, in which everything that changes is somebody else's doing. */
async function judgedCache(ticket: TicketSummary | null = asOf(0)) {
  const cache = await ownCache();
  const recorded: string[] = [];
  cache.setJudge({
    own: nothingOwn,
    isOld: () => false,
    onRecorded: (of, changes) => recorded.push(`${of.id} ${changes.map(({ what }) => what).join(' ')}`),
  });
  if (ticket) cache.saveTicket(ticket, aDetail({ comments: [comment('Before', 0)] }), 1);
  cache.progress.confirm(1, 1);
  return { cache, recorded };
}

const whatsOf = (cache: Cache, of = id) => cache.record(of).map(({ change }) => change.what);

it('counts the first sync as read', async () => {
  const { cache, recorded } = await judgedCache();
  expect([cache.isUnread(id), cache.record(id), recorded]).toEqual([false, [], []]);
});

it('keeps what changed with the old text, and what of it is new since the user looked', async () => {
  const { cache, recorded } = await judgedCache();
  cache.saveTicket(asOf(1, { status: 'In Progress' }), aDetail({ comments: [comment('Before', 0)] }), 2);
  await cache.setRead([id], true);
  const changed = aDetail({ description: 'Other', comments: [comment('Before', 0), comment('Done', 2)] });
  cache.saveTicket(asOf(2, { status: 'In Progress', title: 'Other' }), changed, 3);
  expect(cache.record(id).map(({ isNew, change }) => ({ isNew, ...change }))).toEqual([
    { isNew: false, what: 'status', from: 'New', to: 'In Progress' },
    { isNew: true, what: 'field', field: 'title', from: 'Title 1', to: 'Other' },
    { isNew: true, what: 'field', field: 'description', from: 'A description', to: 'Other' },
    { isNew: true, what: 'comment', comment: 'Done', by: 'Operator', on: at(2) },
  ]);
  expect(cache.isUnread(id)).toBe(true);
  expect(recorded).toEqual(['WO1 status', 'WO1 field field comment']);
});

it('leaves open what a list does not tell until the detail is fetched, whatever history is kept', async () => {
  const { cache } = await judgedCache(asOf(0, { status: 'Completed' }));
  const moved = asOf(9, { status: 'Completed' });
  cache.saveListed([moved]);
  expect([cache.isUnread(id), cache.wantingDetail(0, '9999')]).toEqual([false, [id]]);
  cache.saveTicket(moved, aDetail({ comments: [comment('Before', 0)] }), 2);
  expect([whatsOf(cache), cache.wantingDetail(0, '9999')]).toEqual([['touched'], []]);
  // The comment that moved it comes late.
  cache.saveTicket(moved, aDetail({ comments: [comment('Before', 0), comment('Late', 9)] }), 3);
  expect(whatsOf(cache)).toEqual(['comment']);
});

it('takes of a first detail the comments since the change that a list showed', async () => {
  const { cache } = await judgedCache(null);
  cache.saveListed([asOf(3, { createdOn: at(1) })]);
  cache.saveTicket(asOf(3, { createdOn: at(1) }), aDetail({ comments: [comment('Please hurry', 2)] }), 2);
  expect(whatsOf(cache)).toEqual(['created', 'comment']);

  const second = await judgedCache(null);
  const ticket = (minute: number) => aTicket(2, { updatedOn: at(minute) });
  const all = second.cache;
  all.setJudge({ own: nothingOwn, isOld: () => true, onRecorded: () => undefined });
  all.saveListed([ticket(5)]); // history that became visible
  all.saveListed([ticket(7)]);
  all.saveTicket(ticket(7), aDetail({ comments: [comment('Old', 4), comment('Since', 6)] }), 2);
  expect(all.record(ticketId(2)).map(({ change }) => change)).toMatchObject([{ what: 'comment', comment: 'Since' }]);
});

it('takes an answer from before for no change, nor the way back from it', async () => {
  const { cache, recorded } = await judgedCache();
  const before = aDetail({ comments: [comment('Before', 0)] });
  const after = aDetail({ description: 'Other', comments: [comment('Before', 0), comment('Done', 2)] });
  cache.saveTicket(asOf(2, { status: 'In Progress' }), after, 2);
  expect(recorded).toHaveLength(1);
  for (let round = 0; round < 2; round++) {
    cache.saveListed([asOf(0)]);
    cache.saveTicket(asOf(0), before, 3);
    const withoutComment = { ...after, comments: before.comments }; // which the server can show late
    cache.saveTicket(asOf(2, { status: 'In Progress' }), withoutComment, 3);
    cache.saveTicket(asOf(2, { status: 'In Progress' }), after, 4);
  }
  expect(recorded).toHaveLength(1);
  expect(whatsOf(cache)).toEqual(['status', 'field', 'comment']);
});

it('tells the index who is unread, and who was answered', async () => {
  const applied = vi.spyOn(TicketIndex.prototype, 'applyUnread');
  const { cache } = await judgedCache();
  const calls = () => applied.mock.calls.splice(0).map(([rows, flag]) => [[...rows].length, flag]);
  const detail = aDetail({ comments: [comment('Before', 0)] });
  cache.saveTicket(asOf(1, { title: 'Other' }), detail, 2);
  expect(calls()).toEqual([[1, 1]]);
  cache.saveTicket(asOf(2, { title: 'Other', status: 'Completed' }), detail, 3);
  cache.saveTicket(asOf(3, { title: 'Again', status: 'Completed' }), detail, 4);
  expect(calls()).toEqual([
    [1, 2],
    [1, 2],
  ]);
  await cache.setRead([id, ticketId(9)], true);
  await cache.setRead([id], true);
  expect(calls()).toEqual([[1, 0]]);
  await cache.setRead([id], false);
  expect([calls(), cache.isUnread(id), cache.record(id).some(({ isNew }) => isNew)]).toEqual([[[1, 1]], true, false]);
  cache.saveTicket(asOf(4, { title: 'New', status: 'Completed' }), detail, 5);
  expect(cache.record(id).filter(({ isNew }) => isNew)).toHaveLength(1);
});

it('records on the worker what the pages of a walk show, in the same transaction', async () => {
  const { cache, recorded } = await judgedCache();
  const walk = { unit: 25, totals: { first: 4, lowest: 4, highest: 4 } };
  cache.progress.beginWalk(walk);
  await cache.progress.savePages(walk, [
    { first: 0, size: 25, tickets: [asOf(1, { status: 'Completed' }), aTicket(2)] },
    { first: 25, size: 25, tickets: [asOf(1, { status: 'Completed', title: 'Other' }), aTicket(3)] },
  ]);
  expect([whatsOf(cache), whatsOf(cache, ticketId(2))]).toEqual([['status', 'field'], ['created']]);
  expect(recorded).toEqual(['WO1 status field', 'WO2 created', 'WO3 created']);
  await cache.stopWorker();
});

it('finds new files in a list that is fetched again', async () => {
  const { cache } = await judgedCache();
  const file = (name: string): Attachment => ({ id: name, fileName: name, createdBy: 'Operator', createdOn: at(1) });
  cache.saveAttachments(id, [file('plan.pdf')], 1);
  expect(cache.isUnread(id)).toBe(false);
  expect(cache.saveAttachments(id, [file('plan.pdf'), file('photo.png')], 2)).toBe(true);
  expect(cache.record(id).map(({ change }) => change)).toEqual([
    { what: 'file', fileName: 'photo.png', by: 'Operator', on: at(1) },
  ]);
  expect(cache.saveAttachments(id, [file('photo.png')], 3)).toBe(true);
  expect(whatsOf(cache)).toEqual(['file']);
});

it('forgets the record of a removed ticket, and what is older than it is kept for', async () => {
  const { cache } = await judgedCache();
  cache.saveListed([asOf(1, { title: 'Other' }), aTicket(2)]);
  cache.progress.confirm(Date.now() + (recordKeptDays - 1) * 86_400_000, Date.now());
  expect(whatsOf(cache)).toEqual(['field']);
  cache.progress.confirm(Date.now() + (recordKeptDays + 1) * 86_400_000, Date.now());
  expect([whatsOf(cache), cache.isUnread(id)]).toEqual([[], true]);
  cache.remove(id);
  cache.saveListed([asOf(1)]);
  expect(whatsOf(cache)).toEqual(['created']);
});

it('does not read what is found while many are marked as read', async () => {
  const { cache } = await judgedCache(null);
  const tickets = Array.from({ length: 400 }, (_, at) => aTicket(at + 1, { status: 'New' }));
  cache.saveListed(tickets);
  cache.progress.confirm(1, 1);
  const marking = cache.setRead(
    tickets.map(({ id }) => id),
    true,
  );
  await setImmediate(); // the first of them are marked, the others are not
  cache.saveListed([aTicket(400, { status: 'In Progress', updatedOn: at(5) })]);
  await marking;
  expect(cache.isUnread(ticketId(400))).toBe(true);
  await cache.setRead([ticketId(400)], true);
  expect(cache.isUnread(ticketId(400))).toBe(false);
});
