/* A hand-over as plain text and as formatted text, for mail and chat. */

import type { Handover, HandoverEntry } from '../contract/handover.ts';
import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import { inSentence } from '../contract/isolate.ts';

/** Returns the same hand-over with the user's sentence, and without the private notes that are not to be seen. */
export function withWords(handover: Handover, sentence: string, notesOf: ReadonlySet<TicketId>): Handover {
  return {
    ...handover,
    sentence: sentence.trim(),
    sections: handover.sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => (notesOf.has(entry.ticketId) ? entry : { ...entry, note: '' })),
    })),
  };
}

/** The number by which the operator knows a ticket; `''` for one that the operator does not have yet. */
export const numberOf = ({ ticketId }: HandoverEntry): string => (isLocalTicketId(ticketId) ? '' : ticketId);

/** Returns plain text, with line ends that every program takes. */
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
  const head = [numberOf(entry), inSentence(title)].filter(Boolean).join(' ');
  const all = [
    `- ${head} (${facts.map(inSentence).join(', ')})`,
    ...lines.map(({ time, text }) => (time === '' ? text : `${time}  ${text}`)),
    ...(note === '' ? [] : [`${noteLabel}: ${note.trim().replace(/\r?\n/g, '\n    ')}`]),
  ];
  return all.join('\n  ');
}

/** Returns formatted text for a mail: plain elements without any style sheet, script or address. */
export function asHtml({ title, sentence, facts, warning, sections, noteLabel }: Handover): string {
  const rows = facts.map(({ name, value }) => `<b>${escaped(name)}:</b> ${escaped(value)}`);
  const parts = [
    `<h2>${escaped(title)}</h2>`,
    sentence === '' ? '' : `<p dir="auto">${withBreaks(sentence)}</p>`,
    `<p>${rows.join('<br>')}</p>`,
    warning === '' ? '' : `<p><b>${escaped(warning)}</b></p>`,
    ...sections.map(({ heading, none, entries, more }) => {
      const list =
        entries.length === 0 ? '' : `<ul>${entries.map((entry) => entryHtml(entry, noteLabel)).join('')}</ul>`;
      const rest = [none, more].filter(Boolean).map((text) => `<p>${escaped(text)}</p>`);
      return `<h3>${escaped(heading)}</h3>${list}${rest.join('')}`;
    }),
  ];
  return parts.join('');
}

function entryHtml(entry: HandoverEntry, noteLabel: string): string {
  const { title, facts, lines, note } = entry;
  const head = [numberOf(entry), `<b><bdi>${escaped(title)}</bdi></b>`].filter(Boolean).join(' ');
  const all = [
    [head, ...facts.map((fact) => `<bdi>${escaped(fact)}</bdi>`)].join(' · '),
    ...lines.map(({ time, text }) => escaped(time === '' ? text : `${time} – ${text}`)),
    ...(note === '' ? [] : [`<i>${escaped(noteLabel)}:</i> <bdi>${withBreaks(note.trim())}</bdi>`]),
  ];
  return `<li>${all.join('<br>')}</li>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Others wrote the texts: none of them may become an element, and none may hold a character that HTML does not know. */
const escaped = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const withBreaks = (text: string): string => escaped(text).replace(/\r?\n/g, '<br>');
