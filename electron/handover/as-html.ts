/*
 * A hand-over as formatted text: on the clipboard, where the classes mean nothing and plain elements have to do, and as a document
 * on paper.
 */

import type { Handover, HandoverEntry, HandoverSection } from '../contract/handover.ts';
import { type Html, html } from '../paper/html.ts';
import { renderPaper } from '../paper/paper-document.ts';
import { wordsLocale } from '../words/words.ts';
import { numberOf } from './as-text.ts';

/** Returns its content. Others wrote the texts: the template escapes them. */
export function asHtml({ title, sentence, facts, warning, sections, noteLabel }: Handover): string {
  return html`<h1>${title}</h1>
${sentence !== '' && html`<p class="callout" dir="auto">${withBreaks(sentence)}</p>`}
<p>${facts.map(({ name, value }) => html`<b>${name}:</b> <bdi>${value}</bdi><br>`)}</p>
${warning !== '' && html`<p><b>${warning}</b></p>`}
${sections.map((section) => sectionHtml(section, noteLabel))}`.toString();
}

/** Returns it as a document for `PaperWindow`. */
export function asPaper(handover: Handover): string {
  const { title, facts } = handover;
  const header = [title, ...facts.slice(0, 2).map(({ name, value }) => `${name}: ${value}`)].join(' · ');
  return renderPaper({ title, language: wordsLocale().language, header, bodyHtml: asHtml(handover) });
}

const sectionHtml = (
  { heading, none, entries, more }: HandoverSection,
  noteLabel: string,
): Html => html`<h2>${heading}</h2>
${none !== '' && html`<p>${none}</p>`}
${entries.length > 0 && html`<ul>${entries.map((entry) => entryHtml(entry, noteLabel))}</ul>`}
${more !== '' && html`<p>${more}</p>`}`;

function entryHtml(entry: HandoverEntry, noteLabel: string): Html {
  const { title, facts, lines, note } = entry;
  return html`<li>${numberOf(entry)} <b><bdi>${title}</bdi></b>
<span class="quiet">${facts.map((fact) => html` · <bdi>${fact}</bdi>`)}</span>
${lines.map(({ time, text }) => html`<br>${time !== '' && html`<span class="when">${time}</span> – `}<bdi>${text}</bdi>`)}
${note !== '' && html`<br><i>${noteLabel}:</i> <bdi>${withBreaks(note)}</bdi>`}</li>`;
}

const withBreaks = (text: string): Html[] =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
