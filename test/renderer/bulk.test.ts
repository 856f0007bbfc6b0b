import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { type BulkPreview, maxTicketsAtOnce } from '../../electron/contract/ticket-actions.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import {
  addressIn,
  beginBulk,
  groupsOf,
  isAble,
  performBulk,
  previewBulk,
  useBulk,
} from '../../renderer/state/bulk.ts';
import { continueDraft } from '../../renderer/state/continue-draft.ts';
import { closeDialog, openDialog, useDialog } from '../../renderer/state/dialogs.ts';
import { draftKeys, saveDraft, useDrafts } from '../../renderer/state/drafts.ts';
import { useProblemBanner, useUndo } from '../../renderer/state/feedback.ts';
import { select, useSelection } from '../../renderer/state/selection.ts';
import { ticketId } from '../support/tickets.ts';

const groupId = '00000000-0000-4000-8000-0000000000aa';
const tickets = (...numbers: number[]) => numbers.map(ticketId);
const comment = { kind: 'comment', comment: 'Please confirm' } as const;
const cancel = { kind: 'cancel', reason: 'Duplicate request' } as const;
const preview: BulkPreview = {
  able: tickets(1, 2),
  unable: [{ id: ticketId(3), title: 'Door', status: 'Completed', obstacle: 'closed' }],
};
const ok = <T>(value: T) => vi.fn().mockResolvedValue({ ok: true, value });

let outbox = {
  previewMany: ok(preview),
  addMany: ok({ groupId, added: 2 }),
  discardGroup: ok({ discarded: 2, kept: 0 }),
};
const drafts = { save: ok(null), remove: ok(null) };

beforeEach(() => {
  outbox = {
    previewMany: ok(preview),
    addMany: ok({ groupId, added: 2 }),
    discardGroup: ok({ discarded: 2, kept: 0 }),
  };
  vi.stubGlobal('window', { desk: { outbox, drafts } });
  vi.stubGlobal('document', { getElementById: () => null });
  resetAccountStores();
  select(tickets(1, 2, 3));
  openDialog({ name: 'bulkComment' });
  beginBulk();
});

describe('an action on many tickets', () => {
  it('is shown first, then done to those that it can be done to, and can be undone', async () => {
    await previewBulk(comment);
    expect(useBulk.getState().preview).toEqual(preview);
    await performBulk(comment, null);
    expect(outbox.addMany).toHaveBeenCalledExactlyOnceWith({ ids: tickets(1, 2), action: comment, draftKey: null });
    expect(useDialog.getState().open).toBeNull();
    expect(useUndo.getState().sentence).toBe('Comment on 2 tickets is in the outbox.');
    useUndo.getState().undo?.();
    expect(outbox.discardGroup).toHaveBeenCalledExactlyOnceWith({ groupId });
  });

  it('leaves the selection for what comes next, unless nothing comes after it', async () => {
    await previewBulk(comment);
    await performBulk(comment, null);
    expect(useSelection.getState().ids.size).toBe(3);
    beginBulk();
    await previewBulk(cancel);
    await performBulk(cancel, null);
    expect(useSelection.getState().ids.size).toBe(0);
  });

  it('stays with its tickets, whatever is selected meanwhile', async () => {
    select(tickets(9));
    await previewBulk(comment);
    expect(outbox.previewMany).toHaveBeenCalledExactlyOnceWith({ ids: tickets(1, 2, 3), action: comment });
  });

  it('is not done without a preview, twice at once, or to more than may be changed at once', async () => {
    await performBulk(comment, null);
    expect(outbox.addMany).not.toHaveBeenCalled();
    await previewBulk(comment);
    await Promise.all([performBulk(comment, null), performBulk(comment, null)]);
    expect(outbox.addMany).toHaveBeenCalledTimes(1);
    const able = Array.from({ length: maxTicketsAtOnce + 1 }, (_, number) => ticketId(number));
    expect(isAble({ able, unable: [] })).toBe(false);
    expect(isAble({ able: able.slice(1), unable: [] })).toBe(true);
    expect(isAble({ able: [], unable: [] })).toBe(false);
  });

  it('is not done by the preview of another one', async () => {
    const add = (address: string) => ({ kind: 'recipient', address }) as const;
    await previewBulk(add('noc@example.com'));
    const isKnown = previewBulk(add('noc@example.com.au'));
    await performBulk(add('noc@example.com.au'), null);
    expect(outbox.addMany).not.toHaveBeenCalled();
    await isKnown;
    await performBulk(add('noc@example.com.au'), null);
    expect(outbox.addMany).toHaveBeenCalledOnce();
  });

  it('says why it failed, and stays open with what was typed', async () => {
    outbox.addMany.mockResolvedValue({ ok: false, problem: problem('disk-full') });
    const key = draftKeys.bulkComment;
    saveDraft(key, { form: 'bulkComment', ticketIds: tickets(1, 2, 3), comment: comment.comment });
    await previewBulk(comment);
    await performBulk(comment, key);
    expect(useBulk.getState()).toMatchObject({ problem: { kind: 'disk-full' } });
    expect(useDialog.getState().open?.name).toBe('bulkComment');
    expect(useDrafts.getState().drafts.has(key)).toBe(true);
  });

  it('is told in the banner when its dialog was left, and leaves the next dialog alone', async () => {
    outbox.addMany.mockResolvedValueOnce({ ok: false, problem: problem('disk-full') });
    await previewBulk(comment);
    const failing = performBulk(comment, null);
    closeDialog();
    await failing;
    expect(useProblemBanner.getState().problem).toMatchObject({ kind: 'disk-full' });
    openDialog({ name: 'bulkComment' });
    beginBulk();
    await previewBulk(comment);
    const performing = performBulk(comment, null);
    openDialog({ name: 'columns' });
    await performing;
    expect(useDialog.getState().open?.name).toBe('columns');
  });

  it('is not done twice by a dialog that was left and opened again meanwhile', async () => {
    const key = draftKeys.bulkComment;
    saveDraft(key, { form: 'bulkComment', ticketIds: tickets(1, 2, 3), comment: comment.comment });
    await previewBulk(comment);
    const performing = performBulk(comment, key);
    closeDialog();
    openDialog({ name: 'bulkComment' });
    beginBulk();
    await previewBulk(comment);
    await Promise.all([performing, performBulk(comment, key)]);
    expect(outbox.addMany).toHaveBeenCalledOnce();
    expect(useDialog.getState().open).toBeNull();
  });

  it('says how much an undo came too late for', async () => {
    outbox.discardGroup.mockResolvedValue({ ok: true, value: { discarded: 1, kept: 1 } });
    await previewBulk(comment);
    await performBulk(comment, null);
    useUndo.getState().undo?.();
    await vi.waitUntil(() => useUndo.getState().undo === null);
    expect(useUndo.getState().sentence).toBe('1 change discarded. 1 change had left already: see the outbox.');
  });

  it('that nothing is selected for can be done to nothing', () => {
    select([]);
    resetAccountStores();
    beginBulk();
    expect(useBulk.getState().preview).toEqual({ able: [], unable: [] });
  });
});

it('a comment on many is a draft with its tickets, and goes with the call that sends it', async () => {
  const key = draftKeys.bulkComment;
  const content = { form: 'bulkComment', ticketIds: tickets(1, 2), comment: 'Please' } as const;
  saveDraft(key, { ...content, ticketIds: [...content.ticketIds] });
  select([]);
  await continueDraft({ key, content: { ...content, ticketIds: [...content.ticketIds] }, savedAtMs: 1 });
  expect(useDialog.getState().open).toEqual({ name: 'bulkComment', draft: key });
  beginBulk();
  expect(useBulk.getState().ids).toEqual(tickets(1, 2));
  await previewBulk(comment);
  await performBulk(comment, key);
  expect(outbox.addMany.mock.calls[0]?.[0]).toMatchObject({ draftKey: key });
  expect(useDrafts.getState().drafts.has(key)).toBe(false);
});

it('what is left out is grouped by its reason, the most frequent first', () => {
  const unable: BulkPreview['unable'] = [1, 2, 3].map((number) => ({
    id: ticketId(number),
    title: '',
    status: '',
    obstacle: number === 2 ? 'gone' : 'closed',
  }));
  expect(groupsOf({ unable }).map(({ obstacle, tickets: group }) => [obstacle, group.length])).toEqual([
    ['closed', 2],
    ['gone', 1],
  ]);
});

it.each([
  ['noc@example.com', 'noc@example.com'],
  [' mailto:noc@example.com ', 'noc@example.com'],
  ['Osei, Amara <amara.osei@example.com>;', 'amara.osei@example.com'],
  ['"Osei, Amara (NOC)" <amara.osei@example.com>', 'amara.osei@example.com'],
  ['\u200bnoc@example.com\u200b', 'noc@example.com'],
  ['noc@example.com; amara.osei@example.com', null],
  ['Amara Osei', null],
  ['', null],
])('the recipient %j is %j', (typed, address) => expect(addressIn(typed)).toBe(address));
