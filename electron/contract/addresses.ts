/*
 * Email addresses: what counts as one, how a list of recipients is written, and how the lists are read that people paste.
 */

/** Whether a text is one email address, checked as loosely as the server does. */
export function isAddress(text: string): boolean {
  const [, domain] = /^[^\s@,]+@([^\s@,]+)$/.exec(text) ?? [];
  return domain?.slice(1, -1).includes('.') ?? false; // a pattern for the dot takes minutes for a long row of dots
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

/**
 * Returns the recipients that a pasted or typed text means, each once and in its order: the addresses, without the names that
 * Outlook, Teams and others write beside them (`Osei, Amara <a@b.c>; …`). A piece without an address stays as it is, so that
 * it can be named and corrected.
 */
export function readRecipients(text: string): string[] {
  const recipients = entriesOf(visibleText(text)).flatMap(recipientsOfEntry);
  return withoutDuplicates(recipients);
}

/** Returns recipients without those that differ from an earlier one in capitals only. */
export function withoutDuplicates(recipients: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const recipient of recipients) {
    if (!byKey.has(recipient.toLowerCase())) byKey.set(recipient.toLowerCase(), recipient);
  }
  return [...byKey.values()];
}

/** What else stands for a character of a list: full-width forms, and the ideographic comma. */
const otherForms: Record<string, string> = {
  '＠': '@',
  '；': ';',
  '，': ',',
  '、': ',',
  '＜': '<',
  '＞': '>',
  '．': '.',
};

/** Characters that nobody sees, which Teams and web pages put around names and addresses. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

function visibleText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[＠；，、＜＞．]/g, (character) => otherForms[character] ?? character)
    .replace(/[“”„‟«»]/g, '"');
}

/**
 * A piece of an entry: a name in quotes, an address in angle brackets, or a word, for which a remark like `(NOC; AMS)` counts
 * too. A quote that holds a bracket was opened somewhere else, and is no name.
 */
const piecePattern =
  /"(?<quoted>[^"<>\r\n]*)"|<(?<angled>[^<>\r\n]*)>|(?<separator>[,;\r\n])|(?<word>\([^()@<>\r\n]*\)|[^\s",;<>]+)|["<>]/g;

type Piece = { kind: 'quoted' | 'angled' | 'word'; text: string };
type Entry = readonly Piece[];

/** Splits a list at its separators. A comma inside a name, as in `Osei, Amara <a@b.c>`, separates nothing. */
function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  /** What stands before the last comma, while it may turn out to be the beginning of a name. */
  let names: Piece[][] = [];
  let pieces: Piece[] = [];

  function endPart(isLastOfLine: boolean) {
    const hasAddress = pieces.some(mayHoldAddress);
    if (hasAddress && beginsWithName(pieces)) names = [];
    if (hasAddress || isLastOfLine) entries.push(...names.splice(0), pieces);
    else if (pieces.length > 0) names.push(pieces);
    pieces = [];
  }

  // The comma at the end of a line separates, not the line end: a long name is broken there.
  for (const { groups = {} } of text.replace(/,\s*[\r\n]+/g, ', ').matchAll(piecePattern)) {
    const { separator, quoted, angled, word } = groups;
    if (separator !== undefined) endPart(separator !== ',');
    else if (quoted !== undefined) pieces.push({ kind: 'quoted', text: quoted });
    else if (angled !== undefined) pieces.push({ kind: 'angled', text: angled });
    else if (word !== undefined) pieces.push({ kind: 'word', text: word });
  }
  endPart(true);
  return entries.filter((entry) => entry.length > 0);
}

/** Whether something stands on both sides of an `@`, so that the text is an address or was meant as one. */
const mayHoldAddress = ({ text }: Piece): boolean => /[^\s@]@[^\s@]/.test(text);

/** Whether words that are no address come first. A name in quotes is whole: nothing before it belongs to it. */
function beginsWithName([first]: Entry): boolean {
  return first !== undefined && first.kind === 'word' && !mayHoldAddress(first);
}

/** Returns the addresses of an entry; without any, its text, unless that is the name of a group (`Team:`). */
function recipientsOfEntry(entry: Entry): string[] {
  const found: string[] = [];
  for (const [index, piece] of entry.entries()) {
    if (!mayHoldAddress(piece)) continue;
    // An address in the place of a name, as in `a@b.c <a@b.c>`: the one in the brackets is meant.
    const before = entry[index - 1];
    if (piece.kind === 'angled' && before && before.kind !== 'angled' && mayHoldAddress(before)) found.pop();
    found.push(...piece.text.split(/\s+/).filter((word) => mayHoldAddress({ kind: 'word', text: word })));
  }
  if (found.length > 0) return found.flatMap(addressesOf);
  const text = entry.map((piece) => piece.text.trim()).join(' ');
  return /[\p{L}\p{N}]/u.test(text) && !text.endsWith(':') ? [text] : [];
}

/** Returns the address in a word, or several between brackets, without what is around it: `mailto:`, quotes, dots. */
function addressesOf(word: string): string[] {
  return word
    .split(/[()[\]{}|]+/)
    .filter((part) => part.includes('@'))
    .map((part) => {
      const lastAt = part.lastIndexOf('@');
      const question = part.indexOf('?', part.indexOf('@'));
      const from = part.lastIndexOf(':', lastAt) + 1;
      return withoutMarks(part.slice(from, question > from ? question : undefined));
    })
    .filter((part) => part.includes('@'));
}

/** Removes the marks around an address. Not with a pattern, which would try a long row of dots from each of them. */
function withoutMarks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && "'’‘`*.".includes(text.charAt(from))) from++;
  while (to > from && "'’‘`*.:!?".includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
