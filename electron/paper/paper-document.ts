/*
 * A document as it goes to the printer or into a PDF file: the page around its content, with the one style sheet of all paper.
 */

import { raw } from 'hono/html';
import { html } from './html.ts';
import { paperStyle } from './paper-style.ts';

/** A document of one part. */
export type PaperDocument = {
  title: string;
  /** A language tag, such as `en`: it also decides which shapes Chinese characters have. */
  language: string;
  /** Stands at the top of each page. */
  header: string;
  /** Escaped by its maker, best with `html`. There are no scripts and no styles in it but the classes of `paperStyle`. */
  bodyHtml: string;
};

/** A part of a document that begins a new page and has its own words at the top of each. */
export type PaperPart = Pick<PaperDocument, 'header' | 'bodyHtml'>;

/** Returns a document of one part as a whole page. */
export function renderPaper({ title, language, header, bodyHtml }: PaperDocument): string {
  return renderParts({ title, language, parts: [{ header, bodyHtml }] });
}

/** Returns a document of several parts as a whole page. */
export function renderParts(document: { title: string; language: string; parts: readonly PaperPart[] }): string {
  const { title, language, parts } = document;
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${title}</title><style>${raw(paperStyle)}</style></head>
<body>${parts.map(partOf)}</body>
</html>`.toString();
}

/** The head of a table is the one thing that browsers repeat on each page and that can differ between parts. */
const partOf = ({ header, bodyHtml }: PaperPart) => html`
<table class="part" role="presentation">
<thead><tr><td class="running" dir="auto">${header}</td></tr></thead>
<tbody><tr><td class="content">${raw(bodyHtml)}</td></tr></tbody>
</table>`;
