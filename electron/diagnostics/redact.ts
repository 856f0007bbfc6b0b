import { homedir } from 'node:os';

/**
 * Makes a text safe for the log and for a help desk. Ids of tickets, accounts and requests are shortened, so that people
 * who know them recognise them and others cannot use them; tokens, keys and the user's name in paths are removed.
 */
export function redact(text: string, home: string = homedir()): string {
  // A stack names scripts by their addresses, in which a path of Windows looks different.
  const forms = home.length > 1 ? [home, encodeURI(home.replaceAll('\\', '/'))] : [];
  const withoutHome = forms.reduce((left, form) => left.replaceAll(form, '~'), text);
  return rules.reduce((redacted, [pattern, replacement]) => redacted.replace(pattern, replacement), withoutHome);
}

const rules: readonly [RegExp, string][] = [
  [/\beyJ[\w-]+(?:\.[\w-]*)*/g, '(token)'],
  [/\b(Bearer|client_secret=|client_id=)\s*[^\s&"']+/gi, '$1 (hidden)'],
  [/\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '$1…'],
  [/\b[0-9a-f]{32,}\b/gi, '(hidden)'],
  [/\bWO\d+(\d{3})\b/g, 'WO…$1'],
  [/\b001[0-9A-Za-z]{8,11}([0-9A-Za-z]{4})\b/g, '001…$1'],
];
