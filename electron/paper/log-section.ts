/*
 * What the user did to a ticket from this computer, with the server's answers and correlation ids: what an auditor or the
 * operator's support asks for.
 */

import type { Change, OutboxItem } from '../contract/change.ts';
import { editableFields } from '../contract/fields.ts';
import { words } from '../words/words.ts';
import { type Html, html } from './html.ts';
import type { PaperTimes } from './paper-times.ts';
import { printedFileName } from './printed-file-name.ts';
import type { PrintedTicket } from './ticket-source.ts';

/** Returns the list of the user's own changes; `null` if there are none. */
export function logSection({ changes, siteZone }: PrintedTicket, { times }: { times: PaperTimes }): Html | null {
  if (changes.length === 0) return null;
  const text = words().paper;
  const entry = ({ change, state, createdAtMs, answeredAtMs, answer, problem, correlationId }: OutboxItem) => html`
<div class="entry">
<p class="by">${text.kind[change.kind]}: ${text.state[state]}</p>
<p class="when">${text.written({ when: times.inFull(createdAtMs, siteZone) })}</p>
${answeredAtMs !== null && html`<p class="when">${text.answered({ when: times.inFull(answeredAtMs, siteZone) })}</p>`}
${contentOf(change)}
${answerOf({ answer, problem })}
${correlationId !== null && html`<p class="quiet">${text.correlationId}: <span class="code">${correlationId}</span></p>`}
</div>`;
  return html`<h2>${text.log}</h2><p class="quiet">${text.logLead}</p>${changes.map(entry)}`;
}

function answerOf({ answer, problem }: Pick<OutboxItem, 'answer' | 'problem'>): Html | null {
  const said = answer ?? problem?.serverMessage ?? problem?.message ?? '';
  return said === '' ? null : html`<p class="quiet" dir="auto">${said}</p>`;
}

/** What was written. Of a new ticket it stands above already, except its title. */
function contentOf(change: Change): Html | null {
  switch (change.kind) {
    case 'create':
      return html`<p dir="auto">${change.fields.title}</p>`;
    case 'update': {
      const names = { ...words().paper.facts, ...words().paper.fields };
      const edited = editableFields.filter((name) => change.fields[name] !== undefined);
      return html`${edited.map(
        (name) =>
          html`<div>${names[name]}: <bdi class="text">${change.fields[name] || words().paper.empty}</bdi></div>`,
      )}`;
    }
    case 'cancel':
      return html`<p dir="auto">${change.reason}</p>`;
    case 'comment':
      return html`<div class="text">${change.comment}</div>`;
    case 'attachment':
      return html`<p><bdi>${printedFileName(change.fileName)}</bdi></p>`;
  }
}
