import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { DraftContent } from '../../electron/contract/draft.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { problem } from '../../electron/contract/problem.ts';
import { cancelReasons } from '../../electron/contract/specification.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import {
  addToCommentDraft,
  draftKeys,
  flushDrafts,
  isSubmitted,
  restoreDraft,
  useDrafts,
} from '../../renderer/state/drafts.ts';
import { useProblemBanner, useUndo } from '../../renderer/state/feedback.ts';
import { useForm } from '../../renderer/state/form.ts';
import {
  changeEdit,
  changeNewTicket,
  closeForm,
  detachForm,
  discardForm,
  fillNewTicket,
  mergeServerChanges,
  resolveConflict,
  startOver,
} from '../../renderer/state/form-actions.ts';
import { editableOf, openChange, openCopy, openEdit, openNewTicket } from '../../renderer/state/open-form.ts';
import { hasLeftOutbox, submitChange, submitForm } from '../../renderer/state/submit.ts';
import { openTicket, readTicket, useTicket } from '../../renderer/state/ticket.ts';
import { localId, outboxItem, someCreate, someTicketId, someUpdate } from '../support/outbox-items.ts';
import { aDetail, aShownTicket, aTicket } from '../support/tickets.ts';

const ticket = aShownTicket(1, {
  summary: aTicket(1, { id: someTicketId, title: 'Door', status: 'New' }),
  detail: aDetail(),
});
const item = outboxItem(1, someCreate);

/** The drafts on the disk, and what the outbox was asked. */
const disk = new Map<string, DraftContent>();
const outbox = { add: vi.fn(), replace: vi.fn() };
/** The ticket as the main process tells it, with what lies in the outbox. */
let held = ticket;
const read = vi.fn();
const record = () => Promise.resolve({ ok: true, value: [] });

beforeEach(() => {
  disk.clear();
  outbox.add.mockReset().mockResolvedValue({ ok: true, value: { id: item.id, ticketId: localId(1) } });
  outbox.replace.mockReset().mockResolvedValue({ ok: true, value: null });
  const drafts = {
    save: ({ key, content }: { key: string; content: DraftContent }) => {
      disk.set(key, content);
      return Promise.resolve({ ok: true, value: null });
    },
    remove: ({ key }: { key: string }) => {
      disk.delete(key);
      return Promise.resolve({ ok: true, value: null });
    },
  };
  held = ticket;
  read.mockReset().mockImplementation(() => Promise.resolve({ ok: true, value: held }));
  vi.stubGlobal('window', { desk: { drafts, outbox, tickets: { read, record } } });
  resetAccountStores();
});

const openFields = () => useForm.getState().open?.fields;

describe('what is typed into a new ticket', () => {
  it('is a draft from the first key on, and stands there when the form is opened again', async () => {
    openNewTicket();
    changeNewTicket({ title: 'Door' });
    closeForm();
    await flushDrafts();
    expect(disk.get('new')).toMatchObject({ form: 'new', fields: { title: 'Door' } });
    openNewTicket();
    expect(openFields()).toMatchObject({ title: 'Door' });
    expect(useForm.getState().open?.restoredAtMs).not.toBeNull();
  });
  it('is no draft when it was taken back, or when nothing was typed', async () => {
    openCopy(ticket);
    closeForm();
    openNewTicket();
    changeNewTicket({ title: 'D' });
    changeNewTicket({ title: '' });
    await flushDrafts();
    expect(disk.size).toBe(0);
  });
  it('comes back after it was discarded, for as long as that is offered', async () => {
    openNewTicket();
    changeNewTicket({ title: 'Door' });
    discardForm();
    await flushDrafts();
    expect(disk.size).toBe(0);
    useUndo.getState().undo?.();
    await flushDrafts();
    expect(openFields()).toMatchObject({ title: 'Door' });
    expect(disk.has('new')).toBe(true);
  });
  it('comes back beside what was typed into the next new ticket meanwhile', async () => {
    openNewTicket();
    changeNewTicket({ title: 'Door' });
    discardForm();
    openNewTicket();
    changeNewTicket({ title: 'Window' });
    useUndo.getState().undo?.();
    await flushDrafts();
    expect(openFields()).toMatchObject({ title: 'Door' });
    expect([...disk.values()].map((draft) => draft.form === 'new' && draft.fields.title)).toEqual(['Window', 'Door']);
  });
  it('does not meet the form of a copy or of a change in the outbox', async () => {
    openNewTicket();
    changeNewTicket({ title: 'Mine' });
    openCopy(ticket);
    expect(openFields()).toMatchObject({ title: 'Door' });
    await openChange(item);
    changeNewTicket({ title: 'Door, urgent' });
    await flushDrafts();
    expect([...useDrafts.getState().drafts.keys()].toSorted()).toEqual([`change:${item.id}`, 'new']);
  });
});

describe('a form that is filled from a template', () => {
  const filled = { ...emptyNewTicket, title: 'Cleaning', description: 'As always.' };
  const fillOver = (title: string) => {
    openNewTicket();
    changeNewTicket({ title, customerReference: 'PO-1' });
    fillNewTicket(filled, 'Cleaning');
    expect(openFields()).toEqual(filled);
  };

  it('offers to restore what stood there, which spares the fields that were written in since', () => {
    fillOver('Mine');
    changeNewTicket({ description: 'As always, and the yard.' });
    useUndo.getState().undo?.();
    expect(openFields()).toMatchObject({
      title: 'Mine',
      customerReference: 'PO-1',
      description: 'As always, and the yard.',
    });
  });
  it('gives back what stood there as a draft beside it when it was closed since', async () => {
    fillOver('Mine');
    closeForm();
    useUndo.getState().undo?.();
    await flushDrafts();
    expect([...disk.values()].map((draft) => draft.form === 'new' && draft.fields.title)).toEqual(['Cleaning', 'Mine']);
  });
  it('offers nothing where nothing stood', () => {
    openNewTicket();
    fillNewTicket(filled, 'Cleaning');
    expect(useUndo.getState().undo).toBeNull();
  });
});

describe('sending a form', () => {
  it('hands the change and its draft to the outbox, and closes', async () => {
    openNewTicket();
    changeNewTicket({ title: ' Door ', site: 'AMS017' });
    await submitForm();
    const [{ change, draftKey }] = outbox.add.mock.calls[0] ?? [{}];
    expect(change).toMatchObject({ kind: 'create', fields: { title: 'Door', site: 'AMS017' } });
    expect(draftKey).toBe('new');
    expect(useForm.getState().open).toBeNull();
    expect(useDrafts.getState().drafts.size).toBe(0);
  });
  it('keeps form and draft when the outbox does not take it', async () => {
    outbox.add.mockResolvedValue({ ok: false, problem: problem('disk-full') });
    openNewTicket();
    changeNewTicket({ title: 'Door' });
    await submitForm();
    expect(useForm.getState().problem?.kind).toBe('disk-full');
    expect(openFields()).toMatchObject({ title: 'Door' });
    expect(disk.has('new')).toBe(true);
  });
  it('puts an edited change in the place of the one in the outbox', async () => {
    await openChange(item);
    changeNewTicket({ title: 'Door, urgent' });
    await submitForm();
    expect(outbox.add).not.toHaveBeenCalled();
    expect(outbox.replace.mock.calls[0]?.[0]).toMatchObject({ id: item.id, draftKey: `change:${item.id}` });
    expect(read).toHaveBeenLastCalledWith({ id: localId(1) });
  });
  it.each([
    ['sent', problem('change-sent')],
    ['discarded', problem('change-discarded')],
  ])('makes another change of it where that one was %s meanwhile, only when the user says so', async (_, refusal) => {
    outbox.replace.mockResolvedValue({ ok: false, problem: refusal });
    await openChange(item);
    changeNewTicket({ title: 'Door, urgent' });
    await submitForm();
    expect(outbox.add).not.toHaveBeenCalled();
    expect(useForm.getState().problem).toSatisfy(hasLeftOutbox);
    detachForm();
    await submitForm();
    expect(outbox.add.mock.calls[0]?.[0]).toMatchObject({
      change: { kind: 'create', fields: { title: 'Door, urgent' } },
    });
  });
});

it('what becomes another change is on the disk at every moment', async () => {
  const onDisk: number[] = [];
  const { remove } = window.desk.drafts;
  vi.spyOn(window.desk.drafts, 'remove').mockImplementation((request) => {
    onDisk.push(disk.size);
    return remove(request);
  });
  for (const change of [item, outboxItem(2, someUpdate)]) {
    await openChange(change);
    changeNewTicket({ title: 'Mine' });
    changeEdit('title', 'Mine');
    await flushDrafts();
    detachForm();
    await flushDrafts();
  }
  expect(onDisk).toEqual([2, 3]); // with the one before it
  expect(disk.size).toBe(2);
});

it.each([
  ['is not written again', { ok: true, value: { id: item.id, ticketId: localId(1) } }, null],
  [
    'goes along if the outbox does not take it',
    { ok: false, problem: problem('disk-full') },
    'Since.\n\nUse the yard.',
  ],
])('a comment whose ticket gets its id while it is handed over %s', async (_what, answer, left) => {
  const local = localId(1);
  held = aShownTicket(1, { summary: aTicket(1, { id: local }) });
  await openTicket(local);
  addToCommentDraft(local, 'Use the yard.');
  outbox.add.mockImplementation(async () => {
    held = ticket; // the server has confirmed it, and the page reads it
    await readTicket();
    if (left !== null) addToCommentDraft(someTicketId, 'Since.');
    return answer;
  });
  const change = { kind: 'comment', ticketId: local, comment: 'Use the yard.' } as const;
  await submitChange(change, draftKeys.comment(local), null, () => true);
  await flushDrafts();
  const contents = [...useDrafts.getState().drafts.values()].map(({ content }) => content);
  expect(contents).toEqual(left === null ? [] : [expect.objectContaining({ ticketId: someTicketId, comment: left })]);
});

describe('a form that is left while it is handed over, and opened again', () => {
  /** Hands the open form over, and opens it again before the outbox has answered. */
  async function openAgainMeanwhile(open: () => void, answer: unknown): Promise<void> {
    let end = () => {};
    const answered = new Promise<unknown>((resolve) => {
      end = () => resolve(answer);
    });
    for (const call of [outbox.add, outbox.replace]) call.mockReturnValue(answered);
    const submitting = submitForm();
    await vi.waitUntil(() => outbox.add.mock.calls.length + outbox.replace.mock.calls.length > 0);
    closeForm();
    open();
    changeNewTicket({ title: 'Door, urgent' });
    changeEdit('title', 'Door, urgent');
    const again = submitForm();
    end();
    await Promise.all([submitting, again]);
  }

  it.each([
    ['a new ticket', () => openNewTicket()],
    ['one in the outbox', () => void openChange(item)],
    ['an edit', () => openEdit(ticket)],
  ])('takes no more text, which would be thrown away with it, and is sent once: %s', async (_what, open) => {
    open();
    changeNewTicket({ title: 'Window' });
    changeEdit('title', 'Window');
    await openAgainMeanwhile(
      () => {
        open();
        expect(openFields()).toMatchObject({ title: 'Window' });
        expect(isSubmitted(useForm.getState().open?.key ?? '')).toBe(true);
      },
      { ok: true, value: null },
    );
    expect(outbox.add.mock.calls.length + outbox.replace.mock.calls.length).toBe(1);
    expect(useForm.getState().open).toBeNull();
    expect(useDrafts.getState().drafts.size).toBe(0);
  });
  it('says why the outbox did not take it, and can be filled in again', async () => {
    openNewTicket();
    changeNewTicket({ title: 'Window' });
    await openAgainMeanwhile(openNewTicket, { ok: false, problem: problem('disk-full') });
    expect(useForm.getState().problem).toMatchObject({ kind: 'disk-full' });
    expect(openFields()).toMatchObject({ title: 'Window' });
    changeNewTicket({ title: 'Window, urgent' });
    expect(openFields()).toMatchObject({ title: 'Window, urgent' });
  });
});

it('a comment is handed over once, wherever its box is opened again meanwhile', async () => {
  addToCommentDraft(someTicketId, 'Use the yard.');
  const change = { kind: 'comment', ticketId: someTicketId, comment: 'Use the yard.' } as const;
  const submit = () => submitChange(change, draftKeys.comment(someTicketId), null, () => true);
  const [first, second] = await Promise.all([submit(), submit()]);
  expect(outbox.add).toHaveBeenCalledOnce();
  expect([first?.problem, second]).toEqual([null, null]);
});

it('a comment that was discarded comes back beside one that is handed over just then', async () => {
  addToCommentDraft(someTicketId, 'Use the yard.');
  const key = draftKeys.comment(someTicketId);
  const change = { kind: 'comment', ticketId: someTicketId, comment: 'Use the yard.' } as const;
  const submitting = submitChange(change, key, null, () => true);
  const content = { form: 'comment', ticketId: someTicketId, comment: 'Discarded.', changeId: null } as const;
  restoreDraft({ key, content, savedAtMs: 1 });
  await submitting;
  await vi.waitUntil(() => useDrafts.getState().drafts.size > 0);
  expect(useDrafts.getState().drafts.get(key)?.content).toMatchObject({ comment: 'Discarded.' });
});

it('what the disk refuses is said where the user is: in the form, or in the banner when that was left', async () => {
  const full = problem('disk-full');
  outbox.add.mockResolvedValue({ ok: false, problem: full });
  const change = { kind: 'cancel', ticketId: someTicketId, reason: cancelReasons[0] } as const;
  const submit = (isFormShown: boolean) =>
    submitChange(change, draftKeys.cancel(someTicketId), null, () => isFormShown);
  expect(await submit(true)).toEqual({ problem: full });
  expect(useProblemBanner.getState().problem).toBeNull();
  await submit(false);
  expect(useProblemBanner.getState().problem).toEqual(full);
});

describe('an edit', () => {
  /** What the ticket holds when its form is opened. */
  const begun = { title: 'Door', description: 'Ajar.', customerReference: '', notificationRecipients: '' };

  it('that ends in white space leaves no draft once it is sent, though the form merged the ticket as it is then', async () => {
    await openTicket(someTicketId);
    openEdit(ticket);
    const stop = useTicket.subscribe(({ ticket: shown }) => {
      const theirs = shown && editableOf(shown);
      if (theirs) mergeServerChanges(theirs);
    });
    onTestFinished(stop);
    changeEdit('title', 'Door 2 ');
    outbox.add.mockImplementation(() => {
      held = { ...ticket, summary: { ...ticket.summary, title: 'Door 2' } };
      return Promise.resolve({ ok: true, value: { id: item.id, ticketId: someTicketId } });
    });
    await submitForm();
    await flushDrafts();
    expect(useDrafts.getState().drafts.size).toBe(0);
  });
  it('whose change was sent meanwhile becomes another one, beside one that was begun', async () => {
    openEdit(ticket);
    changeEdit('title', 'Begun');
    await openChange(outboxItem(2, someUpdate));
    changeEdit('title', 'Mine');
    detachForm();
    await flushDrafts();
    expect(openFields()).toMatchObject({ title: 'Mine' });
    expect([...disk.values()].map((draft) => draft.form === 'edit' && draft.fields.title)).toEqual(['Begun', 'Mine']);
  });
  it('that was made before its ticket had an id shows what the ticket holds', async () => {
    const fields = { notificationRecipients: 'jane@example.com' };
    const change = { kind: 'update', ticketId: localId(1), fields, base: { notificationRecipients: '' } } as const;
    await openChange(outboxItem(2, change, { ticketId: someTicketId }));
    expect(openFields()).toEqual({ ...editableOf(ticket), ...fields });
    expect(useForm.getState().open).toMatchObject({ ticketId: someTicketId });
  });
  it('sends what changed, based on what it was opened with', async () => {
    openEdit(ticket);
    changeEdit('title', 'Door!');
    await submitForm();
    expect(outbox.add.mock.calls[0]?.[0].change).toEqual({
      kind: 'update',
      ticketId: someTicketId,
      fields: { title: 'Door!' },
      base: { title: 'Door' },
    });
  });
  it('starts from the edit before it, however soon it comes', async () => {
    await openTicket(someTicketId);
    openEdit(ticket);
    changeEdit('title', 'Door!');
    held = { ...ticket, summary: { ...ticket.summary, title: 'Door!' } };
    await submitForm();
    const { ticket: shown } = useTicket.getState();
    if (!shown) throw new Error('the pane is empty');
    openEdit(shown);
    changeEdit('title', 'Door!!');
    await submitForm();
    expect(outbox.add.mock.calls[1]?.[0].change).toMatchObject({
      fields: { title: 'Door!!' },
      base: { title: 'Door!' },
    });
  });
  it.each([
    ['mine', 'Door!', { title: 'Door!' }],
    ['theirs', 'Gate', undefined],
  ] as const)('takes the user’s choice, %s, where others changed the same field', async (whose, title, sent) => {
    openEdit(ticket);
    changeEdit('title', 'Door!');
    mergeServerChanges({ title: 'Gate', description: 'Wide open.', customerReference: '', notificationRecipients: '' });
    expect(openFields()).toMatchObject({ title: 'Door!', description: 'Wide open.' });
    resolveConflict('title', whose);
    expect(openFields()).toMatchObject({ title });
    changeEdit('customerReference', 'PO-1');
    await submitForm();
    const { fields, base } = outbox.add.mock.calls[0]?.[0].change ?? {};
    expect(fields).toEqual({ customerReference: 'PO-1', ...sent });
    expect(base).toEqual({ customerReference: '', ...(sent && { title: 'Gate' }) });
  });

  it.each(['mine', 'theirs', null] as const)(
    'that is started over holds what the ticket holds now, whichever version was chosen before: %s',
    async (whose) => {
      openEdit(ticket);
      changeEdit('title', 'Door!');
      closeForm();
      openEdit(ticket);
      mergeServerChanges({ ...begun, title: 'Gate' });
      if (whose) resolveConflict('title', whose);
      startOver();
      expect(openFields()).toMatchObject({ title: 'Gate' });
      await flushDrafts();
      expect(disk.size).toBe(0);
      changeEdit('customerReference', 'PO-1');
      await submitForm();
      expect(outbox.add.mock.calls[0]?.[0].change.fields).toEqual({ customerReference: 'PO-1' });
    },
  );
  it('of the outbox that is opened once more goes on with what was typed until its ticket was read', async () => {
    const update = outboxItem(2, someUpdate);
    await openChange(update);
    useTicket.reset();
    const opening = openChange(update);
    changeEdit('title', 'Door!!');
    await opening;
    expect(openFields()).toMatchObject({ title: 'Door!!' });
  });
  it('of the outbox that is started over asks again which version is to be kept', async () => {
    const update = outboxItem(2, someUpdate);
    await openChange(update);
    mergeServerChanges({ ...begun, title: 'Gate' });
    resolveConflict('title', 'theirs');
    changeEdit('customerReference', 'PO-1');
    closeForm();
    await openChange(update);
    startOver();
    expect(openFields()).toMatchObject({ title: 'Door!', customerReference: '' });
    await submitForm();
    expect(outbox.replace.mock.calls[0]?.[0].change).toMatchObject(someUpdate);
  });
});
