/* The foot of each page of a PDF file. Chromium fills in the numbers, wherever its own class names are. */

import { html } from '../paper/html.ts';
import { words } from '../words/words.ts';

/** Returns the template of the foot: `Page 2 of 3`. */
export function pageFooter(): string {
  // The numbers are not known here: two letters that no text holds stand for them.
  const [before = '', between = '', after = ''] = words()
    .paper.page({ page: '\uE000', pages: '\uE001' })
    .split(/[\uE000\uE001]/);
  const number = html`<span class="pageNumber"></span>`;
  const total = html`<span class="totalPages"></span>`;
  return html`<div style="width: 100%; padding: 0 0.7in; font: 8px 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif; color: #5b6270; text-align: right;">${before}${number}${between}${total}${after}</div>`.toString();
}
