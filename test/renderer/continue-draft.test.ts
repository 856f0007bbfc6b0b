import { beforeEach, expect, it, vi } from 'vitest';
import type { DraftContent } from '../../electron/contract/draft.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import { draftKeyOf } from '../../electron/contract/repeats.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { editComment, endCommentEdit, useCommentEdit } from '../../renderer/state/comment.ts';
import { useCancelDialog } from '../../renderer/state/confirmations.ts';
import { continueDraft } from '../../renderer/state/continue-draft.ts';
import { useDialog } from '../../renderer/state/dialogs.ts';
import { draftKeys, flushDrafts, restoreDraft, saveDraft, useDrafts } from '../../renderer/state/drafts.ts';
import { useForm } from '../../renderer/state/form.ts';
import { changeNewTicket, startOver } from '../../renderer/state/form-actions.ts';
import { setOutbox } from '../../renderer/state/outbox.ts';
import { loadRepeats, openPrepared } from '../../renderer/state/repeats.ts';
import { openTicket, useTicket } from '../../renderer/state/ticket.ts';
import { localId, outboxItem, someComment, someCreate, someTicketId, someUpdate } from '../support/outbox-items.ts';
import { aDetail, aShownTicket, aTicket } from '../support/tickets.ts';

const aDoor = (status: string): ShownTicket =>
  aShownTicket(0, {
    summary: aTicket(0, { id: someTicketId, title: 'Door', status }),
    detail: aDetail({ description: 'Ajar.' }),
  });
let held = aDoor('New');

beforeEach(() => {
  held = aDoor('New');
  const done = () => Promise.resolve({ ok: true, value: null });
  const record = () => Promise.resolve({ ok: true, value: [] });
  const repeats = () => Promise.resolve({ ok: true, value: { rhythms: [], waiting: [] } });
  const tickets = { read: () => Promise.resolve({ ok: true, value: held }), record };
  vi.stubGlobal('window', {
    desk: { drafts: { save: done, remove: done, list: record }, repeats: { list: repeats }, tickets },
  });
  vi.stubGlobal('document', { getElementById: () => null });
  resetAccountStores();
});

/** Goes on with what was left under a name. */
async function goOn(key: string, content: DraftContent): Promise<void> {
  saveDraft(key, content);
  await flushDrafts();
  const draft = useDrafts.getState().drafts.get(key);
  if (draft) await continueDraft(draft);
}

const typedNew = { ...emptyNewTicket, title: 'Typed' };
const base = { title: 'Door', description: 'Ajar.', customerReference: '', notificationRecipients: '' };
const titleInForm = () => useForm.getState().open?.fields.title;

it('a prepared request: what was prepared is what starting over and typed-back text lead to, and it is not skipped', async () => {
  const remove = vi.spyOn(window.desk.drafts, 'remove');
  const key = draftKeyOf('00000000-0000-4000-8000-000000000001');
  const fields = { ...emptyNewTicket, title: 'Check of cage 4' };
  await goOn(key, { form: 'new', fields, changeId: null });
  expect(useForm.getState().open).toMatchObject({ key, restoredAtMs: null }); // nobody has typed in it yet
  changeNewTicket({ title: 'Typed' });
  changeNewTicket({ title: 'Check of cage 4' });
  await flushDrafts();
  changeNewTicket({ title: 'Typed' });
  startOver();
  expect(titleInForm()).toBe('Check of cage 4');
  await flushDrafts();
  expect(useDrafts.getState().drafts.get(key)?.content).toMatchObject({ fields });
  expect(remove).not.toHaveBeenCalled();
});

it('a prepared request that another day has joined is filled in anew in its open form, unless it was written in', async () => {
  const id = '00000000-0000-4000-8000-000000000001';
  const prepare = (title: string, savedAtMs: number) => {
    const content = { form: 'new' as const, fields: { ...emptyNewTicket, title }, changeId: null };
    const value = [{ key: draftKeyOf(id), content, savedAtMs }];
    vi.spyOn(window.desk.drafts, 'list').mockResolvedValue({ ok: true, value });
    return loadRepeats();
  };
  await prepare('Check on 27 Nov', 1);
  await openPrepared({
    id,
    templateId: id,
    templateName: 'Check',
    day: '2026-11-27',
    days: 1,
    preparedAtMs: 1,
    state: 'waiting',
    endedAtMs: null,
  });
  expect(titleInForm()).toBe('Check on 27 Nov');
  await prepare('Check on 28 Nov', 2);
  expect(titleInForm()).toBe('Check on 28 Nov');
  changeNewTicket({ title: 'Typed' });
  await prepare('Check on 29 Nov', Date.now() + 1_000);
  expect(titleInForm()).toBe('Typed');
  startOver();
  expect(titleInForm()).toBe('Check on 28 Nov');
});

it('the form of a change that waits: starting over leads back to the change', async () => {
  const create = outboxItem(1, someCreate);
  const update = outboxItem(2, someUpdate);
  setOutbox({ items: [create, update], groups: [], unreadable: 0 });
  await goOn(draftKeys.change(create.id), { form: 'new', fields: typedNew, changeId: create.id });
  expect(titleInForm()).toBe('Typed');
  startOver();
  expect(titleInForm()).toBe('Door');
  const fields = { ...base, title: 'Typed' };
  const content = { form: 'edit' as const, ticketId: someTicketId, fields, base, changeId: update.id };
  await goOn(draftKeys.change(update.id), content);
  expect(titleInForm()).toBe('Typed');
  startOver();
  expect(titleInForm()).toBe('Door!');
});

it('a comment that waits knows what it was', async () => {
  const item = outboxItem(1, someComment());
  setOutbox({ items: [item], groups: [], unreadable: 0 });
  const content = { form: 'comment' as const, ticketId: someTicketId, comment: 'Typed', changeId: item.id };
  await goOn(draftKeys.change(item.id), content);
  expect(useCommentEdit.getState().edit).toMatchObject({ changeId: item.id, original: 'Any news?' });
});

it('a copy: starting over leads back to the ticket that was copied', async () => {
  await goOn(draftKeys.copy(someTicketId), { form: 'new', fields: typedNew, changeId: null });
  expect(titleInForm()).toBe('Typed');
  startOver();
  expect(useForm.getState().open?.fields).toMatchObject({ title: 'Door', site: 'PHX015', description: 'Ajar.' });
});

it('the form of a change that has left meanwhile still holds what was typed', async () => {
  const { id } = outboxItem(1, someCreate);
  await goOn(draftKeys.change(id), { form: 'new', fields: typedNew, changeId: id });
  expect(useForm.getState().open).toMatchObject({ fields: typedNew, changeId: id });
});

it.each([
  ['New', 'Door'],
  ['Completed', undefined],
])('a cancellation asks again while the ticket can be cancelled: %s', async (status, asked) => {
  held = aDoor(status);
  const content = { form: 'cancel' as const, ticketId: someTicketId, reason: 'Duplicate request' as const };
  await goOn(draftKeys.cancel(someTicketId), content);
  expect(useTicket.getState().openId).toBe(someTicketId);
  expect(useCancelDialog.getState().ticket?.title).toBe(asked);
});

it('a draft that comes back covers nothing that was typed since', () => {
  const key = draftKeys.comment(someTicketId);
  const comment = (text: string) => ({
    form: 'comment' as const,
    ticketId: someTicketId,
    comment: text,
    changeId: null,
  });
  saveDraft(key, comment('Newer.'));
  restoreDraft({ key, content: comment('Older.'), savedAtMs: 0 });
  saveDraft(draftKeys.newTicket, { form: 'new', fields: typedNew, changeId: null });
  const older = { ...emptyNewTicket, title: 'Older' };
  restoreDraft({ key: draftKeys.newTicket, content: { form: 'new', fields: older, changeId: null }, savedAtMs: 0 });
  const { drafts } = useDrafts.getState();
  expect([...drafts.values()].map(({ content }) => content)).toMatchObject([
    { comment: 'Newer.\n\nOlder.' },
    { fields: typedNew },
    { fields: older },
  ]);
});

it('a comment that is rewritten follows its ticket to the id that it gets', async () => {
  const comment = outboxItem(3, someComment(localId(1)), { ticketId: localId(1) });
  editComment(comment);
  await openTicket(localId(1));
  expect(useCommentEdit.getState().edit?.ticketId).toBe(someTicketId);

  endCommentEdit();
  const content = { form: 'comment' as const, ticketId: localId(1), comment: 'Typed', changeId: comment.id };
  await goOn(draftKeys.change(comment.id), content);
  expect(useCommentEdit.getState().edit).toMatchObject({ ticketId: someTicketId, changeId: comment.id });
});

it.each([
  ['commentTexts', draftKeys.commentText, { form: 'commentText', name: 'Thanks', text: 'Thank you' }],
  ['bulkComment', draftKeys.bulkComment, { form: 'bulkComment', ticketIds: [someTicketId], comment: 'Thank you' }],
] satisfies [string, string, DraftContent][])(
  'of two drafts of one dialog, %s, it continues the one that was chosen',
  async (name, key, content) => {
    saveDraft(key, content);
    restoreDraft({ key, content, savedAtMs: 0 });
    for (const draft of useDrafts.getState().drafts.values()) {
      await continueDraft(draft);
      expect(useDialog.getState().open).toEqual({ name, draft: draft.key });
    }
    expect(useDrafts.getState().drafts.size).toBe(2);
  },
);
