/* What is typed into the form of a new ticket, and forms that are filled or become another change. */

import { describe, expect, it, vi } from 'vitest';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { flushDrafts, useDrafts } from '../../renderer/state/drafts.ts';
import { useUndo } from '../../renderer/state/feedback.ts';
import { useForm } from '../../renderer/state/form.ts';
import {
  changeEdit,
  changeNewTicket,
  closeForm,
  detachForm,
  discardForm,
  fillNewTicket,
} from '../../renderer/state/form-actions.ts';
import { openChange, openCopy, openNewTicket } from '../../renderer/state/open-form.ts';
import { openFields, ownForms, someTicket, waitingCreate } from '../support/forms.ts';
import { outboxItem, someUpdate } from '../support/outbox-items.ts';

describe('what is typed into a new ticket', () => {
  it('is a draft from the first key on, and stands there when the form is opened again', async () => {
    const { disk } = ownForms();
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
    const { disk } = ownForms();
    openCopy(someTicket);
    closeForm();
    openNewTicket();
    changeNewTicket({ title: 'D' });
    changeNewTicket({ title: '' });
    await flushDrafts();
    expect(disk.size).toBe(0);
  });
  it('comes back after it was discarded, for as long as that is offered', async () => {
    const { disk } = ownForms();
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
    const { disk } = ownForms();
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
    ownForms();
    openNewTicket();
    changeNewTicket({ title: 'Mine' });
    openCopy(someTicket);
    expect(openFields()).toMatchObject({ title: 'Door' });
    await openChange(waitingCreate);
    changeNewTicket({ title: 'Door, urgent' });
    await flushDrafts();
    expect([...useDrafts.getState().drafts.keys()].toSorted()).toEqual([`change:${waitingCreate.id}`, 'new']);
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
    ownForms();
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
    const { disk } = ownForms();
    fillOver('Mine');
    closeForm();
    useUndo.getState().undo?.();
    await flushDrafts();
    expect([...disk.values()].map((draft) => draft.form === 'new' && draft.fields.title)).toEqual(['Cleaning', 'Mine']);
  });
  it('offers nothing where nothing stood', () => {
    ownForms();
    openNewTicket();
    fillNewTicket(filled, 'Cleaning');
    expect(useUndo.getState().undo).toBeNull();
  });
});

it('what becomes another change is on the disk at every moment', async () => {
  const { disk } = ownForms();
  const onDisk: number[] = [];
  const { remove } = window.desk.drafts;
  vi.spyOn(window.desk.drafts, 'remove').mockImplementation((request) => {
    onDisk.push(disk.size);
    return remove(request);
  });
  for (const change of [waitingCreate, outboxItem(2, someUpdate)]) {
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
