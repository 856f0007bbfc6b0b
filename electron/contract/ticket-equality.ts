import { isSameRecipients } from './addresses.ts';
import type { EditableField } from './fields.ts';

/**
 * Whether two texts of a ticket say the same: line ends and the white space at both ends do not count. A text box turns
 * every line end into `\n`, and what the server sends is read without the white space around it, so neither is a change.
 */
export function isSameText(one: string, other: string): boolean {
  return one === other || withUnixLineEnds(one).trim() === withUnixLineEnds(other).trim();
}

/** Whether two texts of an editable field say the same; in a list of recipients the separators do not count either. */
export function isSameFieldText(field: EditableField, one: string, other: string): boolean {
  if (field !== 'notificationRecipients') return isSameText(one, other);
  return isSameRecipients(withUnixLineEnds(one), withUnixLineEnds(other));
}

/** Returns a text as a text box holds it. */
export const withUnixLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');
