import { homedir } from 'node:os';

const rules: readonly [RegExp, string][] = [
  [/\beyJ[\w-]+(?:\.[\w-]*)*/g, '(token)'],
  [/\b(Bearer|client_secret=|client_id=)\s*[^\s&"']+/gi, '$1 (hidden)'],
  [/\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '$1…'],
  [/\b[0-9a-f]{32,}\b/gi, '(hidden)'],
  [/\bWO\d+(\d{3})\b/g, 'WO…$1'],
  [/\b001[0-9A-Za-z]{8,11}([0-9A-Za-z]{4})\b/g, '001…$1'],
];

/**
 * A text for the log or for somebody's help desk: ids of tickets, accounts and requests are recognisable to those who have
 * them before their eyes and useless to others; tokens and keys go, and so does the user's name in paths.
 */
export function shortenIds(text: string, home: string = homedir()): string {
  const homeless = home.length > 1 ? text.replaceAll(home, '~') : text;
  return rules.reduce((shorter, [pattern, replacement]) => shorter.replace(pattern, replacement), homeless);
}
