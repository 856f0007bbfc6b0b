import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mergeTheirs } from '../../electron/contract/edit-merge.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { confirmDiscard } from '../../renderer/state/confirmations.ts';
import { flushDrafts } from '../../renderer/state/drafts.ts';
import { useUndo } from '../../renderer/state/feedback.ts';
import { useForm } from '../../renderer/state/form.ts';
import { changeEdit, closeForm, mergeServerChanges } from '../../renderer/state/form-actions.ts';
import { editableOf, openChange, openEdit } from '../../renderer/state/open-form.ts';
import { setOutbox } from '../../renderer/state/outbox.ts';
import { rebaseEdits, rebaseRewrites, writtenOn } from '../../renderer/state/rebase-edits.ts';
import { submitForm } from '../../renderer/state/submit.ts';
import { outboxItem, someTicketId } from '../support/outbox-items.ts';
import { aDetail, aShownTicket, aTicket } from '../support/tickets.ts';

const summary = aTicket(1, { id: someTicketId, title: 'Door', status: 'New' });
const ok = (value: unknown) => Promise.resolve({ ok: true, value });
const [save, sent, replace, add] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
/** The ticket as the main process tells it, with what lies in the outbox. */
let held = aShownTicket(1, { summary });

beforeEach(() => {
  save.mockReset().mockImplementation(() => ok(null));
  replace.mockReset().mockImplementation(() => ok(null));
  add.mockReset().mockImplementation(() => ok(null));
  const tickets = { read: () => ok(held), record: () => ok([]) };
  const outbox = { sent, replace, add, discard: () => ok(null) };
  vi.stubGlobal('window', { desk: { drafts: { save, remove: () => ok(null) }, outbox, tickets } });
  resetAccountStores();
});

describe('an edit on top of another one, which the server keeps in its own way', () => {
  const first = { notificationRecipients: 'ann@example.com' };
  const both = 'ann@example.com, bob@example.com';
  const pending = outboxItem(2, {
    kind: 'update',
    ticketId: someTicketId,
    fields: first,
    base: { notificationRecipients: '' },
  });
  const holding = (notificationRecipients: string) =>
    aShownTicket(1, { summary: summary, detail: aDetail({ notificationRecipients }) });

  /** Writes the second edit while the first waits; that leaves the outbox, and the server has another text by then. */
  async function writeOnTop(leave: () => void, isConfirmed: boolean) {
    held = holding(first.notificationRecipients);
    openEdit(held);
    changeEdit('notificationRecipients', both);
    leave();
    held = holding('Ann Bee');
    sent.mockResolvedValue({ ok: true, value: { items: isConfirmed ? [pending] : [], total: 1 } });
    expect(writtenOn([pending])).toEqual([pending]);
    await rebaseEdits([pending]);
    openEdit(held);
    const theirs = editableOf(held);
    if (theirs) mergeServerChanges(theirs);
    return useForm.getState().open;
  }

  it.each([
    ['in the open form', () => undefined],
    ['in one that was left', closeForm],
  ])('conflicts with nobody: %s', async (_where, leave) => {
    expect(await writeOnTop(leave, true)).toMatchObject({
      fields: { notificationRecipients: both },
      base: { notificationRecipients: 'Ann Bee' },
      taken: [],
    });
    await flushDrafts();
    expect(save.mock.lastCall?.[0].content).toMatchObject({ base: { notificationRecipients: 'Ann Bee' } });
  });
  it('conflicts with what others wrote where that was discarded', async () => {
    expect(await writeOnTop(() => undefined, false)).toMatchObject({ base: first });
  });
  it.each([
    ['in the open form', () => undefined],
    ['in one that was left', closeForm],
  ])(
    'conflicts with nobody where the first one is discarded, and where that is taken back: %s',
    async (_where, leave) => {
      const shown = () => {
        openEdit(held);
        const theirs = editableOf(held);
        if (theirs) mergeServerChanges(theirs);
        const { open } = useForm.getState();
        return open?.form === 'edit' ? mergeTheirs(open.fields, open.base, open.theirs ?? open.base) : null;
      };
      held = holding(first.notificationRecipients);
      openEdit(held);
      changeEdit('notificationRecipients', both);
      leave();
      await confirmDiscard(pending);
      held = holding('');
      expect(shown()).toMatchObject({ fields: { notificationRecipients: both }, conflicts: [] });
      leave();
      useUndo.getState().undo?.();
      held = holding(first.notificationRecipients);
      const resumed = { fields: { notificationRecipients: both }, conflicts: [] };
      await vi.waitFor(() => expect(shown()).toMatchObject(resumed));
      expect(add).toHaveBeenCalledOnce();
    },
  );
  it.each([
    ['in the open form', () => undefined],
    ['in one that was left', closeForm],
  ])('starts from what the first one became where that is rewritten: %s', async (_where, leave) => {
    setOutbox({ items: [pending], groups: [], unreadable: 0 });
    held = holding(first.notificationRecipients);
    openEdit(held);
    changeEdit('notificationRecipients', both);
    leave();
    const others = { notificationRecipients: 'eve@example.com' };
    const { change } = pending;
    if (change.kind !== 'update') throw new Error('the first one is an edit');
    rebaseRewrites([{ ...pending, change: { ...change, fields: others } }]);
    await flushDrafts();
    expect(save.mock.lastCall?.[0].content).toMatchObject({ fields: { notificationRecipients: both }, base: others });
  });
  it('conflicts with nobody where that waits itself and is rewritten', async () => {
    const change = { kind: 'update', ticketId: someTicketId, fields: { notificationRecipients: both } } as const;
    const second = outboxItem(3, { ...change, base: first });
    setOutbox({ items: [pending, second], groups: [], unreadable: 0 });
    await openChange(second);
    rebaseRewrites([outboxItem(3, { ...change, base: { notificationRecipients: 'Ann Bee' } })]);
    changeEdit('title', 'Door!');
    await submitForm();
    expect(replace.mock.calls[0]?.[0].change.base).toMatchObject({ notificationRecipients: 'Ann Bee' });
  });
});
