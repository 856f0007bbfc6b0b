/*
 * The style sheet of all paper. The hidden window lets in this text and no other style, so a document cannot bring its own.
 *
 * Classes for the makers of documents: `lead` (a grey line below a heading), `facts` (a description list in two columns, with `moments` in three), `text`
 * (text that others wrote: its lines and its direction are kept, and no word is too long for it), `entry` (one of several, with a
 * line before it; `by` is its first line, `when` a time in it), `badge` (a status), `quiet` (grey and smaller), `callout` (a note
 * that must be seen), `grid` (a table with lines), `pictures` (a row of small pictures with captions).
 */

/** The style sheet, as it stands in each document. */
export const paperStyle = `
:root { color-scheme: light; --ink: #1a1d23; --grey: #5b6270; --line: #d5d9e0; --accent: #2456c8; --tint: #f3f5f9; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.45 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif; color: var(--ink); }
body { margin: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.part { width: 100%; table-layout: fixed; border-collapse: collapse; }
.part + .part { break-before: page; }
.part > thead { display: table-header-group; break-inside: avoid; }
.part > thead td.running, .part > tbody td.content { padding: 0; vertical-align: top; }
.running > div {
  margin-bottom: 12pt; padding-bottom: 4pt; border-bottom: .75pt solid var(--line); color: var(--grey); font-size: 8.5pt;
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis;
}
h1, h2, h3 { line-height: 1.25; break-after: avoid; overflow-wrap: anywhere; font-weight: 650; }
h1 { margin: 0 0 5pt; font-size: 17pt; }
h2 { margin: 16pt 0 6pt; font-size: 12pt; }
h3 { margin: 10pt 0 4pt; font-size: 10.5pt; }
p { margin: 0 0 6pt; orphans: 3; widows: 3; overflow-wrap: anywhere; }
ul, ol { margin: 0 0 6pt; padding-inline-start: 16pt; }
li { overflow-wrap: anywhere; }
.lead { margin: 3pt 0 0; color: var(--grey); }
.lead strong { color: var(--ink); }
.quiet { color: var(--grey); font-size: 9pt; }
h2 + .quiet { break-after: avoid; }
.facts { display: grid; grid-template-columns: 1fr 1fr; gap: 7pt 20pt; margin: 12pt 0 0; }
.facts.moments { grid-template-columns: 1fr 1fr 1fr; }
.facts > div { min-width: 0; break-inside: avoid; }
.facts dt { color: var(--grey); font-size: 8.5pt; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.facts .when { display: block; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; tab-size: 4; }
.entry { margin: 0 0 9pt; padding-inline-start: 9pt; border-inline-start: 2pt solid var(--line); }
.entry > p { margin: 0; }
.entry > .text { margin-top: 2pt; }
.by { font-weight: 600; break-after: avoid; }
.when { color: var(--grey); font-size: 9pt; font-weight: 400; break-after: avoid; font-variant-numeric: tabular-nums; }
.badge {
  display: inline-block; margin-inline-start: 4pt; vertical-align: 1pt; padding: 0 7pt; border: .75pt solid currentColor; border-radius: 9pt; color: var(--accent);
  font-size: 9pt; font-weight: 600;
}
.callout { margin: 10pt 0 8pt; padding: 6pt 9pt; background: var(--tint); border-inline-start: 2pt solid var(--accent); break-inside: avoid; }
.grid { width: 100%; border-collapse: collapse; font-size: 9pt; }
.grid th, .grid td { padding: 4pt 6pt; border-bottom: .75pt solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
.grid tr { break-inside: avoid; }
.grid thead th { color: var(--grey); font-weight: 600; }
bdi.text { unicode-bidi: isolate; }
.code { font-family: Consolas, Menlo, 'DejaVu Sans Mono', monospace; font-size: 8.5pt; overflow-wrap: anywhere; }
del { color: var(--grey); }
ins { text-decoration: underline; text-underline-offset: 2pt; }
.pictures { display: flex; flex-wrap: wrap; gap: 8pt; margin: 6pt 0 0; }
.pictures figure { margin: 0; width: 90pt; break-inside: avoid; }
.pictures img { display: block; max-width: 90pt; max-height: 90pt; border: .75pt solid var(--line); }
.pictures figcaption { font-size: 8pt; color: var(--grey); overflow-wrap: anywhere; }
`;
