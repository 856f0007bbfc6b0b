/* What the server made of a text that it confirmed, in the words of the log: it may have cut, cleaned or renamed it. */

import type { WholeTicket } from '../api/client.ts';
import { type EditableField, editableFields } from '../contract/fields.ts';
import { isAlikeFieldText, isAlikeText } from '../contract/ticket-equality.ts';

/** Returns a sentence about a comment that the server stored with other words, and `''` where a reader sees none. */
export function changedComment(sent: string, stored: string): string {
  return isAlikeText(sent, stored) ? '' : ` The server changed the text: ${describeChange(sent, stored)}.`;
}

/** Returns a sentence about a file that got another name, and `''` if it kept its own. */
export function changedFileName(sent: string, stored: string): string {
  return isAlikeText(sent, stored) ? '' : ` The server named it “${stored}”.`;
}

const fieldNames: Record<EditableField, string> = {
  title: 'title',
  description: 'description',
  customerReference: 'customer reference',
  notificationRecipients: 'list of recipients',
};

/**
 * Returns a sentence for each field that the server stored with other words.
 * @param stored the ticket in the server's answer; what is empty there may only be left out
 */
export function changedTexts(sent: { [F in EditableField]?: string | undefined }, stored: WholeTicket): string {
  const all = { title: stored.summary.title, ...stored.detail };
  return editableFields
    .filter((field) => all[field] !== '' && sent[field] !== undefined)
    .filter((field) => !isAlikeFieldText(field, sent[field] ?? '', all[field]))
    .map((field) => ` The server changed the ${fieldNames[field]}: ${describeChange(sent[field] ?? '', all[field])}.`)
    .join('');
}

const longestQuote = 200;

function describeChange(sent: string, stored: string): string {
  const kept = stored.trimEnd();
  if (kept !== '' && sent.trim().startsWith(kept)) {
    return `it ends after ${kept.length.toLocaleString('en')} of ${sent.trim().length.toLocaleString('en')} characters`;
  }
  const quote = stored.length <= longestQuote ? stored : `${stored.slice(0, longestQuote)}…`;
  return `it is now “${quote.replace(/\s+/g, ' ')}”`;
}
