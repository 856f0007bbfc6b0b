import { isAddress, joinAddresses, recipientsIn, splitAddresses } from '../../electron/contract/addresses.ts';

/** Whether two texts of a field name the same, whatever stands between the addresses. */
export function isSameRecipients(one: string, other: string): boolean {
  return joinAddresses(recipientsIn(one)) === joinAddresses(recipientsIn(other));
}

/** The text of a field: its recipients and what is being typed after them. */
export function recipientsText(recipients: readonly string[], typed: string): string {
  return joinAddresses(typed.trim() === '' ? recipients : [...recipients, typed]);
}

/**
 * Adds what was typed or pasted, as single addresses, each once. Of `Name <address>` the address is taken; a part
 * without any address stays as it is, since dropping it would drop what the user typed.
 */
export function addRecipients(recipients: readonly string[], typed: string): string[] {
  const withoutNames = typed.replace(/"[^"]*"\s*(?=<)/g, ''); // a quoted name may hold a comma
  const parts = withoutNames.split(/[,;\r\n\t]+/).map((part) => part.trim());
  const added = parts.flatMap((part) => (part.includes('@') ? splitAddresses(part) : [part])).filter(Boolean);
  const all = new Map<string, string>();
  for (const address of [...recipients, ...added]) {
    if (!all.has(address.toLowerCase())) all.set(address.toLowerCase(), address);
  }
  return [...all.values()];
}

/** Whether a typed text holds the end of an address, so that it can become entries. */
export function endsAddress(typed: string): boolean {
  return /[,;\n\t]/.test(typed) || (/\s$/.test(typed) && isAddress(typed.trim()));
}
