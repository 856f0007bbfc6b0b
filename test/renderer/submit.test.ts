/* Forms and comments that are handed over to the outbox. */

import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { cancelReasons } from '../../electron/contract/specification.ts';
import {
  addToCommentDraft,
  draftKeys,
  flushDrafts,
  isSubmitted,
  restoreDraft,
  useDrafts,
} from '../../renderer/state/drafts.ts';
import { useProblemBanner } from '../../renderer/state/feedback.ts';
import { useForm } from '../../renderer/state/form.ts';
import { changeEdit, changeNewTicket, closeForm, detachForm } from '../../renderer/state/form-actions.ts';
import { openChange, openEdit, openNewTicket } from '../../renderer/state/open-form.ts';
import { hasLeftOutbox, submitChange, submitForm } from '../../renderer/state/submit.ts';
import { openTicket, readTicket } from '../../renderer/state/ticket.ts';
import { type OwnForms, openFields, ownForms, someTicket, waitingCreate } from '../support/forms.ts';
import { localId, someTicketId } from '../support/outbox-items.ts';
import { aShownTicket, aTicket } from '../support/tickets.ts';

describe('sending a form', () => {
  it('hands the change and its draft to the outbox, and closes', async () => {
    const { outbox } = ownForms();
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
    const { disk, outbox } = ownForms();
    outbox.add.mockResolvedValue({ ok: false, problem: problem('disk-full') });
    openNewTicket();
    changeNewTicket({ title: 'Door' });
    await submitForm();
    expect(useForm.getState().problem?.kind).toBe('disk-full');
    expect(openFields()).toMatchObject({ title: 'Door' });
    expect(disk.has('new')).toBe(true);
  });
  it('puts an edited change in the place of the one in the outbox', async () => {
    const { outbox, read } = ownForms();
    await openChange(waitingCreate);
    changeNewTicket({ title: 'Door, urgent' });
    await submitForm();
    expect(outbox.add).not.toHaveBeenCalled();
    expect(outbox.replace.mock.calls[0]?.[0]).toMatchObject({
      id: waitingCreate.id,
      draftKey: `change:${waitingCreate.id}`,
    });
    expect(read).toHaveBeenLastCalledWith({ id: localId(1) });
  });
  it.each([
    ['sent', problem('change-sent')],
    ['discarded', problem('change-discarded')],
  ])('makes another change of it where that one was %s meanwhile, only when the user says so', async (_, refusal) => {
    const { outbox } = ownForms();
    outbox.replace.mockResolvedValue({ ok: false, problem: refusal });
    await openChange(waitingCreate);
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

it.each([
  ['is not written again', { ok: true, value: { id: waitingCreate.id, ticketId: localId(1) } }, null],
  [
    'goes along if the outbox does not take it',
    { ok: false, problem: problem('disk-full') },
    'Since.\n\nUse the yard.',
  ],
])('a comment whose ticket gets its id while it is handed over %s', async (_what, answer, left) => {
  const { hold, outbox } = ownForms();
  const local = localId(1);
  hold(aShownTicket(1, { summary: aTicket(1, { id: local }) }));
  await openTicket(local);
  addToCommentDraft(local, 'Use the yard.');
  outbox.add.mockImplementation(async () => {
    hold(someTicket); // the server has confirmed it, and the page reads it
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
  async function openAgainMeanwhile({ outbox }: OwnForms, open: () => void, answer: unknown): Promise<void> {
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
    ['one in the outbox', () => void openChange(waitingCreate)],
    ['an edit', () => openEdit(someTicket)],
  ])('takes no more text, which would be thrown away with it, and is sent once: %s', async (_what, open) => {
    const forms = ownForms();
    const { outbox } = forms;
    open();
    changeNewTicket({ title: 'Window' });
    changeEdit('title', 'Window');
    await openAgainMeanwhile(
      forms,
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
    const forms = ownForms();
    openNewTicket();
    changeNewTicket({ title: 'Window' });
    await openAgainMeanwhile(forms, openNewTicket, { ok: false, problem: problem('disk-full') });
    expect(useForm.getState().problem).toMatchObject({ kind: 'disk-full' });
    expect(openFields()).toMatchObject({ title: 'Window' });
    changeNewTicket({ title: 'Window, urgent' });
    expect(openFields()).toMatchObject({ title: 'Window, urgent' });
  });
});

it('a comment is handed over once, wherever its box is opened again meanwhile', async () => {
  const { outbox } = ownForms();
  addToCommentDraft(someTicketId, 'Use the yard.');
  const change = { kind: 'comment', ticketId: someTicketId, comment: 'Use the yard.' } as const;
  const submit = () => submitChange(change, draftKeys.comment(someTicketId), null, () => true);
  const [first, second] = await Promise.all([submit(), submit()]);
  expect(outbox.add).toHaveBeenCalledOnce();
  expect([first?.problem, second]).toEqual([null, null]);
});

it('a comment that was discarded comes back beside one that is handed over just then', async () => {
  ownForms();
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
  const { outbox } = ownForms();
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
