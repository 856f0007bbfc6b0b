import { type EditableField, type EditableTicket, editableFields, type HeldFields, type TicketEdit } from './fields.ts';
import { isSameFieldText } from './ticket-equality.ts';

/*
 * The three-way merge of an edit: `base` is what the ticket held when the form was opened, `mine` what the user made of it,
 * `theirs` what the server holds now. The form shows conflicts by these functions, and the outbox refuses an edit by the
 * same ones, so that the two never disagree.
 */

/** Returns the fields in which two versions of a ticket differ. */
export function changedFields(mine: EditableTicket, base: EditableTicket): EditableField[] {
  return editableFields.filter((field) => !isSameFieldText(field, mine[field], base[field]));
}

/** Returns what an edit sends, which is the fields that changed and no others, and what the server must still hold for it. */
export function editOf(mine: EditableTicket, base: EditableTicket): { fields: TicketEdit; base: TicketEdit } {
  const changed = changedFields(mine, base);
  return { fields: pickFields(mine, changed), base: pickFields(base, changed) };
}

/**
 * Returns the fields in which an edit would overwrite what somebody else wrote: there the server holds neither what the edit
 * started from nor what it wants. A field whose start is unknown conflicts with nothing.
 */
export function conflictingFields(edit: TicketEdit, base: HeldFields, theirs: HeldFields): EditableField[] {
  return editableFields.filter((field) => {
    const [wanted, before, now] = [edit[field], base[field], theirs[field]];
    if (wanted === undefined || before === undefined || now === undefined) return false;
    return !isSameFieldText(field, now, wanted) && !isSameFieldText(field, now, before);
  });
}

/** Whether the server holds everything that an edit wants. */
export function holdsEdit(edit: TicketEdit, theirs: HeldFields): boolean {
  return editableFields.every((field) => {
    const [wanted, now] = [edit[field], theirs[field]];
    return wanted === undefined || (now !== undefined && isSameFieldText(field, now, wanted));
  });
}

export type MergedEdit = {
  readonly fields: EditableTicket;
  readonly base: EditableTicket;
  /** Fields that were changed here and on the server, to different texts: the user chooses. */
  readonly conflicts: readonly EditableField[];
};

/**
 * Brings what the server holds now into an edit. Fields that were changed only on the server take its text; fields that the
 * user changed keep every character of theirs.
 */
export function mergeTheirs(mine: EditableTicket, base: EditableTicket, theirs: EditableTicket): MergedEdit {
  const edit = editOf(mine, base);
  const conflicts = conflictingFields(edit.fields, edit.base, theirs);
  const changedThere = changedFields(theirs, base).filter((field) => !conflicts.includes(field));
  const changedOnlyThere = changedThere.filter((field) => edit.fields[field] === undefined);
  return {
    fields: { ...mine, ...pickFields(theirs, changedOnlyThere) },
    base: { ...base, ...pickFields(theirs, changedThere) },
    conflicts,
  };
}

/** Returns the named fields of a ticket. */
export function pickFields(fields: EditableTicket, names: readonly EditableField[]): Partial<EditableTicket> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
