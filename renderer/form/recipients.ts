import { isAddress, joinAddresses, splitAddresses } from '../../electron/contract/fields.ts';

/** The recipients in a field's text, one an entry; also those that are no address, so that they can be seen and mended. */
export function recipientsIn(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The text of a field: its recipients and what is being typed after them. */
export function recipientsText(recipients: readonly string[], typed: string): string {
  return joinAddresses(typed.trim() === '' ? recipients : [...recipients, typed]);
}

/** Adds what was typed or pasted, split into single addresses, each once. */
export function addRecipients(recipients: readonly string[], typed: string): string[] {
  const added = typed.includes('@') ? splitAddresses(typed) : recipientsIn(typed);
  const all = new Map([...recipients, ...added].map((address) => [address.toLowerCase(), address]));
  return [...all.values()];
}

/** Whether a typed text holds the end of an address, so that it can become entries. */
export function endsAddress(typed: string): boolean {
  return /[,;\n\t]/.test(typed) || (/\s$/.test(typed) && isAddress(typed.trim()));
}
