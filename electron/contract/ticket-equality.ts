/*
 * When two texts of a ticket, or two names of files, are the same. There are three answers. `isSameText`: nobody edited it.
 * `isAlikeText` and `isSameFileName`: the server keeps a text in its own way, and a reader sees no difference. `likeness`:
 * how probable it is that one was made of the other.
 */

import { isSameRecipients, joinAddresses, recipientsIn } from './addresses.ts';
import type { EditableField } from './fields.ts';
import { foldText } from './search-text.ts';

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

/**
 * Whether two texts read the same, however the server keeps them: composed or decomposed letters, the kind and number of
 * blanks and line ends, and characters that nobody sees do not count.
 */
export function isAlikeText(one: string, other: string): boolean {
  return one === other || readableText(one) === readableText(other);
}

/** As `isAlikeText`; in a list of recipients neither the separators nor capitals count. */
export function isAlikeFieldText(field: EditableField, one: string, other: string): boolean {
  if (field !== 'notificationRecipients') return isAlikeText(one, other);
  const listOf = (text: string) => recipientsIn(joinAddresses(splitAddresses(readableText(text).toLowerCase())));
  return joinAddresses(listOf(one)) === joinAddresses(listOf(other));
}

/** Splits a list of recipients as a server may keep it: between commas, semicolons and blanks, also as `Name <address>`. */
function splitAddresses(text: string): string[] {
  return text
    .split(/[\s,;<>"]/)
    .filter((part, _index, all) => part.includes('@') || !all.some((other) => other.includes('@')));
}

/** A lone UTF-16 surrogate is no character, and many servers end a text at a NUL: both are sent back as U+FFFD, if at all. */
const unstorable = /[\0\p{Surrogate}]/gu;

/** Characters without a width, the byte order mark among them although it counts as white space. */
const invisible = /\ufeff|(?!\s)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Returns a text as a reader sees it on one line. Texts are alike if this is equal. */
export function readableText(text: string): string {
  return text.replace(unstorable, '\ufffd').replace(invisible, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Whether two names are those of one file: what servers put in the place of blanks and of reserved characters counts as a blank. */
export function isSameFileName(one: string, other: string): boolean {
  return one === other || fileNameKey(one) === fileNameKey(other);
}

function fileNameKey(name: string): string {
  return readableText(withoutPercents(name).replace(/[_+<>:"/\\|?*]/g, ' '));
}

/** Replaces `%20` and the like by what they stand for, and leaves other percent signs alone. */
function withoutPercents(name: string): string {
  return name.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** From this `likeness` on, one text may have been made of the other. */
export const leastLikeness = 0.6;

/**
 * Returns how alike two texts look, from 0 to 1. Case, accents, transliteration, punctuation and what a server puts in the
 * place of letters that it does not know hardly count; a text that contains the other, because it was cut or
 * got a number or a signature, is alike.
 */
export function likeness(one: string, other: string): number {
  if (isAlikeText(one, other)) return 1;
  const [mine, theirs] = [lettersOf(one), lettersOf(other)];
  if (mine === theirs && mine !== '') return 1;
  const isContained = contains(mine, theirs) || contains(theirs, mine);
  const isReplaced = isForeign(one) !== isForeign(other) && asciiOf(one) === asciiOf(other);
  return Math.max(isContained || isReplaced ? 0.8 : 0, sharedPairs(mine, theirs));
}

/** A short text occurs in many by chance, so that it must stand at an end. */
function contains(text: string, part: string): boolean {
  if (part.length < 4) return part.length > 1 && (text.startsWith(part) || text.endsWith(part));
  return text.includes(part);
}

/** Returns the letters and digits of a text, `Grün` and `Gruen` alike as `grun`. */
function lettersOf(text: string): string {
  return foldText(readableText(text))
    .replace(/([aou])e/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const isForeign = (text: string): boolean => /[^\0-\x7f\ufffd]/.test(text);

/** Returns the ASCII characters of a text, without blanks and those that stand for a letter that is not known. */
const asciiOf = (text: string): string => text.replace(/[^!-~]|[?_]/g, '').toLowerCase();

/** Returns the share of the pairs of neighbouring characters that two texts have in common (Dice's coefficient). */
function sharedPairs(one: string, other: string): number {
  const total = one.length + other.length - 2;
  if (one.length < 2 || other.length < 2) return 0;
  const left = new Map<string, number>();
  for (let at = 1; at < one.length; at++) {
    const pair = one.slice(at - 1, at + 1);
    left.set(pair, (left.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 1; at < other.length; at++) {
    const pair = other.slice(at - 1, at + 1);
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 1;
  }
  return (2 * shared) / total;
}
