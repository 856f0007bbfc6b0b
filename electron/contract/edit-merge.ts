/*
 * The three-way merge of an edit: `base` is what the ticket held when the form was opened, `mine` what the user made of it,
 * `theirs` what the server holds now. The form shows conflicts by these functions, and the outbox refuses an edit by the
 * same ones, so that the two never disagree.
 */

import {
  type EditableField,
  type EditableTicket,
  editableFields,
  fieldsToSend,
  type HeldFields,
  type TicketEdit,
} from './fields.ts';
import { isAlikeFieldText, isSameFieldText } from './ticket-equality.ts';

/** Returns the fields in which two versions of a ticket differ. */
export function changedFields(mine: EditableTicket, base: EditableTicket): EditableField[] {
  return editableFields.filter((field) => !isSameFieldText(field, mine[field], base[field]));
}

/** Returns what an edit sends, which is the fields that changed and no others, and what the server must still hold for it. */
export function editOf(mine: EditableTicket, base: EditableTicket): { fields: TicketEdit; base: TicketEdit } {
  const changed = changedFields(mine, base);
  return { fields: fieldsToSend(pickFields(mine, changed)), base: pickFields(base, changed) };
}

/**
 * Returns the fields in which an edit would overwrite what somebody else wrote: there the server holds neither what the edit
 * started from, as the server keeps it, nor what it wants. A field whose start is unknown conflicts with nothing.
 * @param wasSent the edit may have been made already: what the server made of it is not somebody else's
 */
export function conflictingFields(
  edit: TicketEdit,
  base: HeldFields,
  theirs: HeldFields,
  wasSent = false,
): EditableField[] {
  const isWanted = wasSent ? isAlikeFieldText : isSameFieldText;
  return editableFields.filter((field) => {
    const [wanted, before, now] = [edit[field], base[field], theirs[field]];
    if (wanted === undefined || before === undefined || now === undefined) return false;
    return !isWanted(field, now, wanted) && !isAlikeFieldText(field, now, before);
  });
}

/**
 * Returns what an edit starts from once something else stands where it was made on top of a change: the server may keep that one's
 * texts in its own way, such as names in the place of addresses, or they were discarded.
 * @param held what stands there since
 */
export function baseAfter<Base extends HeldFields>(base: Base, sent: SentEdit, held: HeldFields): Base {
  const kept = editableFields.flatMap((field) => {
    const [before, wanted, now, start] = [base[field], sent.fields[field], held[field], sent.base[field]];
    if (before === undefined || wanted === undefined || now === undefined) return [];
    if (!isSameFieldText(field, before, wanted)) return [];
    const isOfBefore = start !== undefined && isSameFieldText(field, now, start); // the answer is older than the change
    return isOfBefore ? [] : [[field, now]];
  });
  return { ...base, ...Object.fromEntries(kept) };
}

/** Returns what stands where a change was that was not sent: what it started from, and what it became where it was rewritten. */
export const heldInstead = (gone: SentEdit, instead: SentEdit | null): HeldFields => ({
  ...gone.base,
  ...instead?.base,
  ...instead?.fields,
});

/** Whether an edit starts in one of its fields from what another wrote there. */
export const isMadeOn = (edit: SentEdit, other: SentEdit): boolean =>
  editableFields.some((field) => {
    const [before, wanted] = [edit.base[field], other.fields[field]];
    return before !== undefined && wanted !== undefined && isSameFieldText(field, before, wanted);
  });

/** Returns the texts of a ticket that an answer of the server tells: one that is empty may only be left out of it. */
export function toldTexts(summary: Pick<EditableTicket, 'title'>, detail: HeldFields | null): HeldFields {
  const all: HeldFields = { title: summary.title, ...detail };
  return Object.fromEntries(editableFields.flatMap((field) => (all[field] ? [[field, all[field]]] : [])));
}

/** What a change wrote, and over what. */
export type SentEdit = { readonly fields: HeldFields; readonly base: HeldFields };

/**
 * As `baseAfter`, for an edit that is still written: a text that was not touched follows what it starts from. Returns the same
 * edit where nothing changes.
 */
export function editAfter<Edit extends { readonly fields: EditableTicket; readonly base: EditableTicket }>(
  edit: Edit,
  sent: SentEdit,
  held: HeldFields,
): Edit {
  const { fields } = edit;
  const base = baseAfter(edit.base, sent, held);
  const moved = changedFields(base, edit.base);
  if (moved.length === 0) return edit;
  const touched = changedFields(fields, edit.base);
  const untouched = moved.filter((field) => !touched.includes(field));
  return { ...edit, fields: { ...fields, ...pickFields(base, untouched) }, base };
}

/** Whether the server holds everything that an edit wants. */
export function holdsEdit(edit: TicketEdit, theirs: HeldFields): boolean {
  return holds(edit, theirs, (field, wanted, now) => isSameFieldText(field, now, wanted));
}

/**
 * Whether the server holds everything that an edit wants after it was sent: as it was sent, or as the server keeps it. A
 * text that still is what it was before shows nothing: the edit may be of a blank only.
 */
export function holdsSentEdit(edit: TicketEdit, base: HeldFields, theirs: HeldFields): boolean {
  return holds(edit, theirs, (field, wanted, now) => {
    const before = base[field];
    if (isSameFieldText(field, now, wanted)) return true;
    return isAlikeFieldText(field, now, wanted) && !(before !== undefined && isSameFieldText(field, now, before));
  });
}

function holds(
  edit: TicketEdit,
  theirs: HeldFields,
  isHeld: (field: EditableField, wanted: string, now: string) => boolean,
): boolean {
  return editableFields.every((field) => {
    const [wanted, now] = [edit[field], theirs[field]];
    return wanted === undefined || (now !== undefined && isHeld(field, wanted, now));
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
function pickFields(fields: EditableTicket, names: readonly EditableField[]): Partial<EditableTicket> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
