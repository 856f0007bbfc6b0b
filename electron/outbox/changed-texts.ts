/* What the server made of a text that it confirmed, in the words of the log: it may have cut, cleaned or renamed it. */

import type { WholeTicket } from '../api/client.ts';
import { inOneLine } from '../contract/cut.ts';
import { type EditableField, editableFields } from '../contract/fields.ts';
import { isAlikeFieldText, isAlikeText } from '../contract/ticket-equality.ts';
import { words } from '../words/words.ts';

/** Returns sentences, one after the other. */
export const withSentences = (first: string, others: readonly string[]): string =>
  others.reduce((text, sentence) => words().outbox.sentences({ first: text, second: sentence }), first);

/** Returns a sentence about a comment that the server stored with other words, and none where a reader sees no others. */
export function changedComment(sent: string, stored: string): string[] {
  if (isAlikeText(sent, stored)) return [];
  const { cutComment, otherComment } = words().answers;
  const cut = cutOf(sent, stored);
  return [cut ? cutComment(cut) : otherComment({ text: quoteOf(stored) })];
}

/** Returns a sentence about a file that got another name, and none if it kept its own. */
export function changedFileName(sent: string, stored: string): string[] {
  return isAlikeText(sent, stored) ? [] : [words().answers.otherName({ name: stored })];
}

/**
 * Returns a sentence for each field that the server stored with other words.
 * @param stored the ticket in the server's answer; what is empty there may only be left out
 */
export function changedTexts(sent: { [F in EditableField]?: string | undefined }, stored: WholeTicket): string[] {
  const all = { title: stored.summary.title, ...stored.detail };
  return editableFields
    .filter((field) => all[field] !== '' && sent[field] !== undefined)
    .filter((field) => !isAlikeFieldText(field, sent[field] ?? '', all[field]))
    .map((field) => changedField(field, sent[field] ?? '', all[field]));
}

function changedField(field: EditableField, sent: string, stored: string): string {
  const { cutField, otherField } = words().answers;
  const cut = cutOf(sent, stored);
  return cut ? cutField({ field, ...cut }) : otherField({ field, text: quoteOf(stored) });
}

/** Returns how many characters were kept of how many, where the end was cut off. */
function cutOf(sent: string, stored: string): { kept: number; sent: number } | null {
  const kept = stored.trimEnd();
  return kept !== '' && sent.trim().startsWith(kept) ? { kept: kept.length, sent: sent.trim().length } : null;
}

const longestQuote = 200;

const quoteOf = (stored: string): string => inOneLine(stored, longestQuote);
