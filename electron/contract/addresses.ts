/*
 * Email addresses: what counts as one, and how a list of recipients is read and written.
 */

const addressPattern = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;

/** Whether a text is one email address, checked as loosely as the server does. */
export const isAddress = (text: string): boolean => addressPattern.test(text);

/** Splits a pasted list: addresses between commas, semicolons, spaces or line breaks, also as `Name <address>`. */
export function splitAddresses(text: string): string[] {
  return text
    .split(/[\s,;<>"]+/)
    .filter((part) => part !== '')
    .filter((part, _index, all) => part.includes('@') || !all.some((other) => other.includes('@')));
}

/** Joins addresses in the form that the API expects in `notificationRecipients`. */
export const joinAddresses = (addresses: readonly string[]): string => addresses.join(', ');

/** Returns the recipients in a field's text without duplicates. Invalid ones stay in, so that the user can correct them. */
export function recipientsIn(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Whether two texts of a field name the same recipients in the same order, whatever separates them. */
export function isSameRecipients(one: string, other: string): boolean {
  return joinAddresses(recipientsIn(one)) === joinAddresses(recipientsIn(other));
}
