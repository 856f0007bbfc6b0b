import {
  type EditableField,
  type EditableTicket,
  editableFields,
  editableTicketSchema,
  type TicketEdit,
} from '../../electron/contract/fields.ts';

/** What is wrong with fields, at most one sentence each. */
export type FieldErrors<F extends string> = { readonly [K in F]?: string };

/** Whether two texts say the same: a text box turns every line end into `\n`, and that alone is no change. */
function isSameText(one: string, other: string): boolean {
  return one === other || one.replace(/\r\n?/g, '\n') === other.replace(/\r\n?/g, '\n');
}

/** The fields that differ from what the form was opened with. */
export function changedFields(fields: EditableTicket, base: EditableTicket): EditableField[] {
  return editableFields.filter((field) => !isSameText(fields[field], base[field]));
}

/** What an edit sends, and what the server must still hold for it: the fields that changed and no others. */
export function editOf(fields: EditableTicket, base: EditableTicket): { fields: TicketEdit; base: TicketEdit } {
  const changed = changedFields(fields, base);
  return { fields: pick(fields, changed), base: pick(base, changed) };
}

/** What is wrong with the fields that changed. The others are not sent, so they may be what the server would refuse. */
export function editErrors(fields: EditableTicket, base: EditableTicket): FieldErrors<EditableField> {
  const changed = changedFields(fields, base);
  const errors: { [F in EditableField]?: string } = {};
  for (const issue of editableTicketSchema.partial().safeParse(pick(fields, changed)).error?.issues ?? []) {
    const field = editableFields.find((name) => name === issue.path[0]);
    if (field) errors[field] ??= issue.message;
  }
  return errors;
}

/** An edit after the ticket changed on the server: what nobody else touched stays, what only others changed is taken. */
export type Merged = {
  readonly fields: EditableTicket;
  readonly base: EditableTicket;
  /** Changed here and there, to different texts: the user chooses. */
  readonly conflicts: readonly EditableField[];
};

/** Brings what the server holds now into an edit that was begun on `base`. */
export function mergeTheirs(fields: EditableTicket, base: EditableTicket, theirs: EditableTicket): Merged {
  const merged = { ...fields };
  const mergedBase = { ...base };
  const conflicts: EditableField[] = [];
  for (const field of editableFields) {
    if (isSameText(theirs[field], base[field])) continue;
    const isMine = !isSameText(fields[field], base[field]);
    if (isMine && !isSameText(fields[field], theirs[field])) {
      conflicts.push(field);
      continue;
    }
    merged[field] = theirs[field];
    mergedBase[field] = theirs[field];
  }
  return { fields: merged, base: mergedBase, conflicts };
}

function pick(fields: EditableTicket, names: readonly EditableField[]): TicketEdit {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
