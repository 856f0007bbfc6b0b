/* The form of an edit, beside what others change meanwhile. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { flushDrafts, useDrafts } from '../../renderer/state/drafts.ts';
import { useForm } from '../../renderer/state/form.ts';
import {
  changeEdit,
  closeForm,
  detachForm,
  mergeServerChanges,
  resolveConflict,
  startOver,
} from '../../renderer/state/form-actions.ts';
import { editableOf, openChange, openEdit } from '../../renderer/state/open-form.ts';
import { submitForm } from '../../renderer/state/submit.ts';
import { openTicket, useTicket } from '../../renderer/state/ticket.ts';
import { openFields, ownForms, someTicket, waitingCreate } from '../support/forms.ts';
import { localId, outboxItem, someTicketId, someUpdate } from '../support/outbox-items.ts';

describe('an edit', () => {
  /** What the ticket holds when its form is opened. */
  const begun = { title: 'Door', description: 'Ajar.', customerReference: '', notificationRecipients: '' };

  it('that ends in white space leaves no draft once it is sent, though the form merged the ticket as it is then', async () => {
    const { hold, outbox } = ownForms();
    await openTicket(someTicketId);
    openEdit(someTicket);
    const stop = useTicket.subscribe(({ ticket: shown }) => {
      const theirs = shown && editableOf(shown);
      if (theirs) mergeServerChanges(theirs);
    });
    onTestFinished(stop);
    changeEdit('title', 'Door 2 ');
    outbox.add.mockImplementation(() => {
      hold({ ...someTicket, summary: { ...someTicket.summary, title: 'Door 2' } });
      return Promise.resolve({ ok: true, value: { id: waitingCreate.id, ticketId: someTicketId } });
    });
    await submitForm();
    await flushDrafts();
    expect(useDrafts.getState().drafts.size).toBe(0);
  });
  it('whose change was sent meanwhile becomes another one, beside one that was begun', async () => {
    const { disk } = ownForms();
    openEdit(someTicket);
    changeEdit('title', 'Begun');
    await openChange(outboxItem(2, someUpdate));
    changeEdit('title', 'Mine');
    detachForm();
    await flushDrafts();
    expect(openFields()).toMatchObject({ title: 'Mine' });
    expect([...disk.values()].map((draft) => draft.form === 'edit' && draft.fields.title)).toEqual(['Begun', 'Mine']);
  });
  it('that was made before its ticket had an id shows what the ticket holds', async () => {
    ownForms();
    const fields = { notificationRecipients: 'jane@example.com' };
    const change = { kind: 'update', ticketId: localId(1), fields, base: { notificationRecipients: '' } } as const;
    await openChange(outboxItem(2, change, { ticketId: someTicketId }));
    expect(openFields()).toEqual({ ...editableOf(someTicket), ...fields });
    expect(useForm.getState().open).toMatchObject({ ticketId: someTicketId });
  });
  it('sends what changed, based on what it was opened with', async () => {
    const { outbox } = ownForms();
    openEdit(someTicket);
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
    const { hold, outbox } = ownForms();
    await openTicket(someTicketId);
    openEdit(someTicket);
    changeEdit('title', 'Door!');
    hold({ ...someTicket, summary: { ...someTicket.summary, title: 'Door!' } });
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
    const { outbox } = ownForms();
    openEdit(someTicket);
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
      const { disk, outbox } = ownForms();
      openEdit(someTicket);
      changeEdit('title', 'Door!');
      closeForm();
      openEdit(someTicket);
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
    ownForms();
    const update = outboxItem(2, someUpdate);
    await openChange(update);
    useTicket.reset();
    const opening = openChange(update);
    changeEdit('title', 'Door!!');
    await opening;
    expect(openFields()).toMatchObject({ title: 'Door!!' });
  });
  it('of the outbox that is started over asks again which version is to be kept', async () => {
    const { outbox } = ownForms();
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
