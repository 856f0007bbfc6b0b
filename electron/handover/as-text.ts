/* A hand-over as plain text, for mail and chat. */

import type { Handover, HandoverEntry } from '../contract/handover.ts';
import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import { inSentence } from '../contract/isolate.ts';
import { storable } from '../personal/save-typed.ts';

/** Returns the same hand-over with the user's sentence, as it can be kept and copied, and without the private notes that are not to be seen. */
export function withWords(handover: Handover, sentence: string, notesOf: ReadonlySet<TicketId>): Handover {
  return {
    ...handover,
    sentence: storable(sentence).trim(),
    sections: handover.sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => (notesOf.has(entry.ticketId) ? entry : { ...entry, note: '' })),
    })),
  };
}

/** The number by which the operator knows a ticket; `''` for one that the operator does not have yet. */
export const numberOf = ({ ticketId }: HandoverEntry): string => (isLocalTicketId(ticketId) ? '' : ticketId);

/** Returns the whole of it. */
export function asText({ title, sentence, facts, warning, sections, noteLabel }: Handover): string {
  const blocks = [
    title,
    sentence,
    facts.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    warning,
    ...sections.map(({ heading, none, entries, more }) =>
      [heading, none, ...entries.map((entry) => entryText(entry, noteLabel)), more].filter(Boolean).join('\n'),
    ),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function entryText(entry: HandoverEntry, noteLabel: string): string {
  const { title, facts, lines, note } = entry;
  const head = [inOneLine(numberOf(entry)), inSentence(inOneLine(title))].filter(Boolean).join(' ');
  const about = facts.map((fact) => inSentence(inOneLine(fact))).join(', ');
  const all = [
    about === '' ? `- ${head}` : `- ${head} (${about})`,
    ...lines.map(({ time, text }) => inOneLine(time === '' ? text : `${time}  ${text}`)),
    ...(note === '' ? [] : [`${noteLabel}: ${note.trim().replace(/\r?\n/g, '\n    ')}`]),
  ];
  return all.join('\n  ');
}

/** A text of somebody else's, which must not go on where the line of another ticket may stand. */
const inOneLine = (text: string): string => text.replace(/\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g, ' ');
