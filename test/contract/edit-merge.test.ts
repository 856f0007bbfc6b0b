import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baseAfter,
  changedFields,
  conflictingFields,
  editAfter,
  editOf,
  holdsEdit,
  holdsSentEdit,
  isMadeOn,
  mergeTheirs,
  toldTexts,
} from '../../electron/contract/edit-merge.ts';
import {
  type EditableTicket,
  editableFields,
  type HeldFields,
  ticketEditSchema,
} from '../../electron/contract/fields.ts';

const base: EditableTicket = {
  title: 'Door',
  description: 'It does not close.\r\nPlease look.',
  customerReference: '',
  notificationRecipients: 'fsl_test Testing',
};

const anyEdit = fc.record<EditableTicket>({
  title: fc.constantFrom('a', 'b', 'c'),
  description: fc.constantFrom('a', 'b', 'c'),
  customerReference: fc.constantFrom('', 'a', 'b'),
  notificationRecipients: fc.constantFrom('', 'a@b.example'),
});

describe('what an edit sends', () => {
  it('is only what changed, with what stood there before', () => {
    expect(editOf({ ...base, title: 'Door of cage 2' }, base)).toEqual({
      fields: { title: 'Door of cage 2' },
      base: { title: 'Door' },
    });
  });
  it('is nothing where only line ends differ, as a text box makes them', () => {
    expect(changedFields({ ...base, description: 'It does not close.\nPlease look.' }, base)).toEqual([]);
  });
  it('is what changed inside a text, white space included, and nothing where only its ends or the separators differ', () => {
    expect(changedFields({ ...base, description: 'It does  not close.\nPlease look.' }, base)).toEqual(['description']);
    expect(changedFields({ ...base, title: ' Door ' }, base)).toEqual([]);
    const before = { ...base, notificationRecipients: 'a@b.example,c@d.example' };
    expect(changedFields({ ...before, notificationRecipients: 'a@b.example, c@d.example' }, before)).toEqual([]);
  });
  it('has no white space around a title, as a new one has not, and all of it in a description', () => {
    const typed = { ...base, title: ' Door 2 ', customerReference: 'R ', description: ' New text ' };
    expect(editOf(typed, base).fields).toEqual({ title: 'Door 2', customerReference: 'R', description: ' New text ' });
  });
  it('leads from the base to the fields, whatever was typed', () => {
    fc.assert(
      fc.property(anyEdit, anyEdit, (fields, before) => {
        const edit = editOf(fields, before);
        expect({ ...before, ...edit.fields }).toEqual(fields);
        expect({ ...fields, ...edit.base }).toEqual(before);
        expect(ticketEditSchema.safeParse(edit.fields).success).toBe(changedFields(fields, before).length > 0);
      }),
    );
  });
});

describe('a change on the server while the form is open', () => {
  const mine = { ...base, title: 'My door' };
  it('is taken where it is in another field', () => {
    const theirs = { ...base, customerReference: 'PO-1' };
    expect(mergeTheirs(mine, base, theirs)).toEqual({
      fields: { ...mine, customerReference: 'PO-1' },
      base: { ...base, customerReference: 'PO-1' },
      conflicts: [],
    });
  });
  it('is left to the user where both changed the same field', () => {
    const merged = mergeTheirs(mine, base, { ...base, title: 'Their door' });
    expect(merged.conflicts).toEqual(['title']);
    expect(merged.fields.title).toBe('My door');
  });
  it('is no conflict where both say the same', () => {
    const merged = mergeTheirs(mine, base, { ...base, title: 'My door' });
    expect(merged.conflicts).toEqual([]);
    expect(changedFields(merged.fields, merged.base)).toEqual([]);
  });
  it('loses nothing that the user typed, and overwrites nothing unasked', () => {
    fc.assert(
      fc.property(anyEdit, anyEdit, anyEdit, (fields, before, theirs) => {
        const merged = mergeTheirs(fields, before, theirs);
        for (const field of editableFields) {
          if (fields[field] !== before[field]) expect(merged.fields[field]).toBe(fields[field]);
          const overwrites = merged.fields[field] !== theirs[field] && theirs[field] !== before[field];
          expect(merged.conflicts.includes(field)).toBe(overwrites);
        }
        expect(mergeTheirs(merged.fields, merged.base, theirs)).toEqual(merged);
      }),
    );
  });
  it('keeps every character of a text that says the same here and there', () => {
    const typed = { ...base, description: 'It closes now.\nThanks ' };
    const merged = mergeTheirs(typed, base, { ...base, description: 'It closes now.\r\nThanks' });
    expect(merged.fields).toEqual(typed);
    expect(merged.conflicts).toEqual([]);
    expect(changedFields(merged.fields, merged.base)).toEqual([]);
  });
});

describe('an edit that is about to be sent', () => {
  it('conflicts where the server holds neither its start nor its end, and nowhere else', () => {
    const conflicts = (now: string, before?: string) =>
      conflictingFields({ title: 'Mine' }, before === undefined ? {} : { title: before }, { title: now });
    expect(conflicts('Theirs', 'Before')).toEqual(['title']);
    expect([conflicts('Before', 'Before'), conflicts(' Mine', 'Before'), conflicts('Theirs')]).toEqual([[], [], []]);
    expect(conflictingFields({ title: 'Mine' }, { title: 'Before' }, {})).toEqual([]);
  });
  it('conflicts with nobody where the server only keeps its start in its own way', () => {
    expect(conflictingFields({ title: 'Mine' }, { title: 'Gru\u0308n  A' }, { title: 'Gr\u00fcn A' })).toEqual([]);
  });
  it('that was sent conflicts with nobody where the server keeps what it wants in its own way', () => {
    const [edit, before, now] = [{ title: 'Gru\u0308n' }, { title: 'Before' }, { title: 'Gr\u00fcn' }];
    expect(conflictingFields(edit, before, now, true)).toEqual([]);
    expect(holdsSentEdit(edit, before, now)).toBe(true);
    expect(holdsSentEdit(edit, before, before)).toBe(false);
  });
  it('that was not sent conflicts with what reads the same, which somebody else wrote', () => {
    expect(conflictingFields({ title: 'Gru\u0308n' }, { title: 'Before' }, { title: 'Gr\u00fcn' })).toEqual(['title']);
  });
  it('conflicts in no field that it does not want', () => {
    const [before, now] = [
      { title: 'Before', description: 'Old' },
      { title: 'Before', description: 'New' },
    ];
    expect(conflictingFields({ title: 'Mine' }, before, now)).toEqual([]);
  });
  it('that was sent is held where its start is unknown, or is what it wants', () => {
    expect(holdsSentEdit({ title: 'Gru\u0308n' }, {}, { title: 'Gr\u00fcn' })).toBe(true);
    expect(holdsSentEdit({ title: 'Door' }, { title: 'Door' }, { title: 'Door' })).toBe(true);
  });
  it('of a blank only is not held by what stood there before', () => {
    expect(holdsSentEdit({ title: 'Door  A' }, { title: 'Door A' }, { title: 'Door A' })).toBe(false);
    expect(holdsSentEdit({ title: 'Door  A' }, { title: 'Door A' }, { title: 'Door  A' })).toBe(true);
  });
  it('is held by the server when every field is', () => {
    const edit = { title: 'Mine', description: 'Mine, too' };
    expect(holdsEdit(edit, { title: 'Mine', description: 'Mine, too\r\n' })).toBe(true);
    expect(holdsEdit(edit, { title: 'Mine', description: 'Theirs' })).toBe(false);
    expect(holdsEdit(edit, { title: 'Mine' })).toBe(false);
  });
  it('is made on top of another where it starts from what that one wrote', () => {
    const first = { fields: { title: 'First', description: '' }, base: { title: 'Old', description: 'Ajar' } };
    const later = (start: HeldFields) => isMadeOn({ fields: { title: 'Second' }, base: start }, first);
    expect(later({ title: 'First', customerReference: '' })).toBe(true);
    expect(later({ title: 'Old', description: '' })).toBe(true);
    expect(later({ title: 'Old', customerReference: '' })).toBe(false);
    expect(later({})).toBe(false);
  });
  it('goes on from what the server made of the texts that it was made on top of, and from no others', () => {
    const sent = { fields: { title: 'Door', notificationRecipients: 'a@b.example' }, base: { title: 'Old' } };
    const rebased = (start: HeldFields, { title = '', ...detail }: HeldFields) =>
      baseAfter(start, sent, toldTexts({ title }, detail));
    const onTop = { title: 'Door', notificationRecipients: 'a@b.example' };
    expect(rebased(onTop, { title: 'Do', notificationRecipients: 'Ann Bee' })).toEqual({
      ...{ title: 'Do', notificationRecipients: 'Ann Bee' },
    });
    expect(rebased(onTop, { title: 'Old', notificationRecipients: '' })).toEqual(onTop);
    expect(rebased({ title: 'Gate', description: 'Ajar' }, { title: 'Do', description: 'Open' })).toEqual({
      ...{ title: 'Gate', description: 'Ajar' },
    });
  });
  it('that is still written takes what the server made of a text before it where nothing was typed over that', () => {
    const sent = { fields: { title: 'Door', notificationRecipients: 'a@b.example' }, base: { title: 'Old' } };
    const onTop = { ...base, title: 'Door', notificationRecipients: 'a@b.example' };
    const typed = { fields: { ...onTop, notificationRecipients: 'a@b.example, c@d.example' }, base: onTop };
    const held = { ...base, title: 'Do', notificationRecipients: 'Ann Bee' };
    expect(editAfter(typed, sent, held)).toEqual({ fields: { ...typed.fields, title: 'Do' }, base: held });
  });
});
