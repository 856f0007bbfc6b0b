import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Change } from '../../electron/contract/change.ts';
import { changeIdSchema, localTicketId } from '../../electron/contract/ids.ts';
import type { TicketChange } from '../../electron/contract/news.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import { ChangeTable } from '../../electron/outbox/change-table.ts';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { SentOwnChanges } from '../../electron/outbox/own-changes.ts';
import { ownFolder } from '../support/folder.ts';
import { outboxKey } from '../support/outbox.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const id = ticketId(1);
const sentAtMs = Date.parse('2026-03-01T10:00:00Z');
/** This computer's clock is ahead by so much. */
const skewMs = 7 * 3_600_000;
const minuteMs = 60_000;

/** A ticket as the server shows it, so many minutes after the user's change was sent. */
const shown = (minute: number) => aTicket(1, { updatedOn: formatServerTime(sentAtMs + minute * minuteMs) });
const commented = (comment: string, minute: number, commentedBy = 'Somebody') => ({
  ...{ comment, commentedBy },
  commentedOn: formatServerTime(sentAtMs + minute * minuteMs),
});

async function ownTable() {
  const { file } = await openOutboxFile(join(await ownFolder(), 'account'), outboxKey);
  onTestFinished(() => file.close());
  const table = new ChangeTable(file);
  let number = 0;
  const add = (change: Change, howFar: 'waiting' | 'sending' | 'sent', serverRef: string | null = null) => {
    number += 1;
    const changeId = changeIdSchema.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
    const of = change.kind === 'create' ? localTicketId(changeId) : change.ticketId;
    table.insert({ id: changeId, ticketId: of, groupId: null, ticketTitle: '', change, createdAtMs: 1 });
    if (howFar === 'waiting') return;
    table.markSending(changeId, sentAtMs + skewMs, skewMs, []);
    if (howFar === 'sending') return;
    const echo = { text: 'comment' in change ? change.comment : '', author: 'Me', madeOn: serverRef ?? '' };
    table.markSent(changeId, sentAtMs + skewMs + 1_000, { serverRef, answer: '', echo });
    if (change.kind === 'create') table.moveToTicket(of, id);
  };
  return { add, own: new SentOwnChanges(table) };
}

const cancel: Change = { kind: 'cancel', ticketId: id, reason: 'Duplicate request' };
const update: Change = { kind: 'update', ticketId: id, fields: { title: 'Mine' }, base: { title: 'Before' } };
const cancelled: TicketChange = { what: 'status', from: 'New', to: 'Cancelled' };
const reopened: TicketChange = { what: 'status', from: 'Cancelled', to: 'New' };
const retitled: TicketChange = { what: 'field', field: 'title', from: 'Before', to: 'Mine' };
const putBack: TicketChange = { what: 'field', field: 'title', from: 'Mine', to: 'Before' };
const touched: TicketChange = { what: 'touched' };

it.each<[string, Change, 'waiting' | 'sending' | 'sent', TicketChange, number, boolean]>([
  ['an edit of which the server made something else', update, 'sending', { ...retitled, to: 'Portal User 7' }, 0, true],
  ['the same once it is confirmed', update, 'sent', { ...retitled, to: 'Portal User 7' }, 0, false],
  ['a cancellation that comes back', cancel, 'sent', cancelled, 0, true],
  ['the same together with something later', cancel, 'sent', cancelled, 9, true],
  ['another one, much later', cancel, 'sent', cancelled, 30, false],
  ['one that is on its way, however late', cancel, 'sending', cancelled, 600, true],
  ['one that has not left', cancel, 'waiting', cancelled, 0, false],
  ['a list from before the cancellation', cancel, 'sent', reopened, -1, true],
  ['a ticket that the operator opened again', cancel, 'sent', reopened, 1, false],
  ['a title that comes back', update, 'sent', retitled, 0, true],
  ['a list from before the edit', update, 'sent', putBack, -1, true],
  ['a title that somebody put back', update, 'sent', putBack, 1, false],
  ['another title', update, 'sent', { ...retitled, to: 'Mine, too' }, 0, false],
  ['the title as the server keeps it, before its answer', update, 'sending', { ...retitled, to: 'Min' }, 0, true],
  ['another field', update, 'sent', { ...retitled, field: 'description' }, 0, false],
  ['a status', update, 'sent', cancelled, 0, false],
  ['nothing but the time of the change', update, 'sent', touched, 1, true],
  ['nothing but a later time', update, 'sent', touched, 5, false],
])('tells whose it is: %s', async (_case, change, howFar, found, minute, isOwn) => {
  const { add, own } = await ownTable();
  add(change, howFar);
  expect(own.othersChanges(shown(minute), [found])).toEqual(isOwn ? [] : [found]);
  expect(own.othersChanges({ ...shown(minute), id: ticketId(2) }, [found])).toEqual([found]);
});

it('takes each of the user’s comments out once, and leaves those of the same words', async () => {
  const { add, own } = await ownTable();
  const mine = commented('Done', 0, 'Me');
  const theirs = [commented('Done', -60), commented('Done', 3), commented('Other', 4)];
  add({ kind: 'comment', ticketId: id, comment: 'Done' }, 'sent', mine.commentedOn);
  add({ kind: 'comment', ticketId: id, comment: 'Waiting' }, 'waiting');
  expect(own.othersComments(id, [...theirs.slice(0, 1), mine, ...theirs.slice(1)])).toEqual(theirs);
  expect(own.othersComments(id, [commented('Waiting', 1)])).toHaveLength(1);
  add({ kind: 'comment', ticketId: id, comment: 'Late' }, 'sending');
  expect(own.othersComments(id, [mine, commented('Late', 600), commented('Late', 601)])).toHaveLength(1);
});

it('knows the user’s files by their id, and by their name while the answer is not there', async () => {
  const { add, own } = await ownTable();
  const file = (fileId: string, fileName: string) => ({ id: fileId, fileName, createdBy: 'Me', createdOn: '' });
  add({ kind: 'attachment', ticketId: id, fileName: 'plan.pdf', sizeBytes: 1 }, 'sent', 'a1');
  add({ kind: 'attachment', ticketId: id, fileName: 'my photo.png', sizeBytes: 1 }, 'sending');
  const files = [file('a1', 'plan_1.pdf'), file('a2', 'my_photo.png'), file('a3', 'plan.pdf')];
  expect(own.othersFiles(id, files).map((each) => each.id)).toEqual(['a3']);
});

it('knows the user’s new ticket by its id, and by its request while the answer is not there', async () => {
  const { add, own } = await ownTable();
  const fields = {
    ...{ title: 'A cage door', site: 'PHX015', location: '', requestType: 'Amenities', category: 'Parking' },
    ...{ description: 'Squeaks', customerReference: '', notificationRecipients: '' },
  };
  const ticket = aTicket(1, { title: 'A cage door', requestType: 'Amenities' });
  expect(own.isOwnTicket(ticket)).toBe(false);
  add({ kind: 'create', fields }, 'sending');
  expect([own.isOwnTicket(ticket), own.isOwnTicket({ ...ticket, site: 'FRA014' })]).toEqual([true, false]);
  add({ kind: 'create', fields: { ...fields, title: 'Something else' } }, 'sent', id);
  expect(own.isOwnTicket(aTicket(1))).toBe(true);
});
