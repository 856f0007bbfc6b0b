const addressPattern = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;

/** Whether a text is one email address, as far as the server looks at it. */
export const isAddress = (text: string): boolean => addressPattern.test(text);

/** The addresses in a text as people paste them: with commas, semicolons, spaces, line ends or names in front of `<…>`. */
export function splitAddresses(text: string): string[] {
  return text
    .split(/[\s,;<>"]+/)
    .filter((part) => part !== '')
    .filter((part, _index, all) => part.includes('@') || !all.some((other) => other.includes('@')));
}

/** Addresses as the API takes them in `notificationRecipients`. */
export const joinAddresses = (addresses: readonly string[]): string => addresses.join(', ');

/** The recipients in a field's text, each once; also those that are no address, so that they can be seen and mended. */
export function recipientsIn(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
