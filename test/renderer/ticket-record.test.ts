import { describe, expect, it } from 'vitest';
import type { AttentionReason } from '../../electron/contract/attention.ts';
import { noMarks } from '../../electron/contract/marks.ts';
import type { TicketChange, TicketRecord } from '../../electron/contract/news.ts';
import {
  isNewComment,
  isNewFile,
  keepWhileOpen,
  nothingKept,
  shownReasons,
} from '../../renderer/state/ticket-record.ts';
import { reasonWords } from '../../renderer/ticket/attention.tsx';
import { aShownTicket } from '../support/tickets.ts';

const nowMs = Date.UTC(2026, 0, 15, 10);
const on = '2026-01-14 10:00:00';
const status: TicketChange = { what: 'status', from: 'New', to: 'In Progress' };
const comment: TicketChange = { what: 'comment', comment: 'Done.', by: 'Ann', on };
const file: TicketChange = { what: 'file', fileName: 'a.jpg', by: 'Ann', on };
const entry = (change: TicketChange, isNew: boolean, foundAtMs = 1): TicketRecord[number] => ({
  foundAtMs,
  isNew,
  change,
});
const newOf = (record: TicketRecord) => record.filter(({ isNew }) => isNew).map(({ change }) => change);

describe('what was new when a ticket was opened', () => {
  const ticket = aShownTicket(1, { isUnread: true });
  const opened = keepWhileOpen(nothingKept, ticket, [entry(status, false), entry(comment, true, 2)], nowMs);

  it('stays marked once the ticket is read, together with what comes while it is open', () => {
    const record = [entry(status, false), entry(comment, false, 2), entry(file, true, 3)];
    const later = keepWhileOpen(opened, aShownTicket(1), record, nowMs);
    expect(newOf(later.record)).toEqual([comment, file]);
    const read = record.map((each) => ({ ...each, isNew: false }));
    expect(newOf(keepWhileOpen(later, ticket, read, nowMs).record)).toEqual([comment, file]);
  });

  it('is no longer marked when it is opened again', () => {
    expect(newOf(keepWhileOpen(nothingKept, ticket, [entry(comment, false, 2)], nowMs).record)).toEqual([]);
  });

  it('is marked in the lists of comments and files', () => {
    const record = [entry(comment, true), entry(file, true)];
    const same = { comment: 'Done.', commentedBy: 'Ann', commentedOn: on };
    expect(isNewComment(record, same)).toBe(true);
    expect(isNewComment(record, { ...same, commentedOn: '2026-01-13 10:00:00' })).toBe(false);
    expect(isNewComment([entry(comment, false)], same)).toBe(false);
    const attachment = { id: '1', fileName: 'a.jpg', createdBy: 'Ann', createdOn: on };
    expect(isNewFile(record, attachment)).toBe(true);
    expect(isNewFile(record, { ...attachment, fileName: 'b.jpg' })).toBe(false);
  });
});

describe('why a ticket needs the user', () => {
  const withReasons = (attention: AttentionReason[], snoozedUntilMs: number | null = null) =>
    aShownTicket(1, { attention, marks: { ...noMarks, snoozedUntilMs } });
  const opened = keepWhileOpen(nothingKept, withReasons(['reminder', 'answered', 'quiet'], nowMs - 1), [], nowMs);

  it('stays to be read where reading took it away, and ends with its cause where it did not', () => {
    const read = keepWhileOpen(opened, withReasons([]), [], nowMs);
    expect(read).toMatchObject({ attention: ['reminder', 'answered'], snoozedUntilMs: nowMs - 1 });
  });

  it('is no reminder any more once the ticket is snoozed again', () => {
    const snoozed = withReasons([], nowMs + 1);
    const again = keepWhileOpen(opened, snoozed, [], nowMs);
    expect(shownReasons(again, snoozed, nowMs)).toEqual(['answered']);
  });

  it.each<[AttentionReason, string]>([
    ['refused', 'Refused change'],
    ['unconfirmed', 'Unconfirmed change: decide what becomes of it'],
    ['answered', 'Answered since you last looked'],
    ['quiet', 'Quiet for 9 days'],
  ])('%s: %s', (reason, sentence) => {
    const facts = { snoozedUntilMs: null, updatedOn: '2026-01-06 09:00:00' };
    expect(reasonWords(reason, facts, new Date(nowMs))).toBe(sentence);
  });

  it('says when a reminder was due', () => {
    const now = new Date(2026, 0, 15, 19);
    const at = (day: number, hour: number) =>
      reasonWords('reminder', { snoozedUntilMs: new Date(2026, 0, day, hour).getTime(), updatedOn: '' }, now);
    expect(at(15, 8)).toBe('Reminder: snoozed until this morning');
    expect(at(15, 14)).toBe('Reminder: snoozed until this afternoon');
    expect(at(15, 18)).toBe('Reminder: snoozed until this evening');
    expect(at(14, 8)).toBe('Reminder: snoozed until yesterday 08:00');
    expect(reasonWords('quiet', { snoozedUntilMs: null, updatedOn: 'soon' }, now)).toMatch(/^Quiet for longer/);
  });
});
