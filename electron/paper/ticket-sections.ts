/*
 * A ticket on paper: its heading and facts, what was written in it, what changed, its files, what the user sent, and the private
 * note. Whatever others wrote keeps its own direction.
 */

import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import { recordKeptDays, type TicketChange } from '../contract/news.ts';
import { commentsInOrder } from '../contract/ticket.ts';
import { words } from '../words/words.ts';
import { type Html, html } from './html.ts';
import { logSection } from './log-section.ts';
import type { PaperTimes } from './paper-times.ts';
import { printedFileName } from './printed-file-name.ts';
import type { PrintedTicket } from './ticket-source.ts';

/** How a ticket is printed. `times` writes its moments, and `nowMs` is as of when it is. */
export type Printing = { times: PaperTimes; nowMs: number; withNotes: boolean };

/** Returns what stands at the top of each page of a ticket. */
export function runningHeader({ ticket: { summary } }: PrintedTicket): string {
  return [shownId(summary.id), summary.title].filter(Boolean).join(' · ');
}

/** Returns a ticket's content. */
export function ticketBody(printed: PrintedTicket, printing: Printing): Html {
  const { marks } = printed.ticket;
  return html`
${heading(printed, printing)}
${facts(printed, printing)}
${description(printed)}
${comments(printed, printing)}
${history(printed, printing)}
${files(printed, printing)}
${logSection(printed, printing)}
${
  printing.withNotes &&
  marks.note !== '' &&
  html`<h2>${words().paper.note}</h2><p class="quiet">${words().paper.noteLead}</p><div class="text">${marks.note}</div>`
}`;
}

/** Returns what stands in the place of a ticket that is not on this computer any more. */
export function missingBody(id: TicketId): Html {
  return html`<h1>${id}</h1><p class="callout">${words().paper.notHere}</p>`;
}

/** The id that a ticket is known by; the local one says nothing to anybody. */
const shownId = (id: PrintedTicket['ticket']['summary']['id']): string =>
  isLocalTicketId(id) ? words().paper.newTicket : id;

function heading({ ticket, siteZone }: PrintedTicket, { times, nowMs }: Printing): Html {
  const { summary, detail, detailConfirmedAtMs, isGone } = ticket;
  const text = words().paper;
  const callout = isLocalTicketId(summary.id)
    ? text.notSent
    : isGone
      ? text.gone
      : detail === null
        ? text.notFetched
        : null;
  const asOf = text.asOf({ when: times.inFull(nowMs, siteZone) });
  const fetched = detailConfirmedAtMs !== null && text.fetched({ when: times.inFull(detailConfirmedAtMs, siteZone) });
  return html`
<h1 dir="auto">${summary.title || text.untitled}</h1>
<p class="lead"><strong>${shownId(summary.id)}</strong>${summary.status !== '' && html` <bdi class="badge">${summary.status}</bdi>`}</p>
<p class="quiet lead">${asOf}${fetched && html`<br>${fetched}`}</p>
${callout !== null && html`<p class="callout">${callout}</p>`}`;
}

function facts({ ticket: { summary, detail }, siteZone }: PrintedTicket, { times }: Printing): Html {
  const always = ['site', 'location', 'requestType', 'category', 'createdBy'] as const;
  const sometimes = ['customerReference', 'notificationRecipients', 'ticketType', 'cancelReason'] as const;
  const moments = ['createdOn', 'updatedOn', 'closedOn'] as const;
  const known = [
    ...always.map((name) => ({ name, values: [summary[name]] })),
    ...sometimes.map((name) => ({ name, values: [detail?.[name] ?? ''] })).filter(({ values }) => values[0] !== ''),
  ];
  const dated = moments
    .filter((name) => summary[name] !== '')
    .map((name) => ({ name, values: times.eachOfServer(summary[name], siteZone) }));
  return html`<dl class="facts">${known.map(factOf)}</dl><dl class="facts moments">${dated.map(factOf)}</dl>`;
}

function factOf({
  name,
  values: [first, ...others],
}: {
  name: keyof ReturnType<typeof words>['paper']['facts'];
  values: string[];
}): Html {
  const text = words().paper;
  return html`
<div><dt>${text.facts[name]}</dt><dd dir="auto">${first || text.none}${others.map((value) => html`<span class="when">${value}</span>`)}</dd></div>`;
}

function description({ ticket: { detail } }: PrintedTicket): Html | null {
  if (!detail) return null;
  const text = words().paper;
  return html`<h2>${text.description}</h2>${
    detail.description === ''
      ? html`<p class="quiet">${text.noDescription}</p>`
      : html`<div class="text">${detail.description}</div>`
  }`;
}

function comments({ ticket: { detail }, siteZone }: PrintedTicket, { times }: Printing): Html | null {
  if (!detail) return null;
  const text = words().paper;
  const entries = commentsInOrder(detail.comments).map(
    ({ comment, commentedBy, commentedOn }) => html`
<div class="entry">
<p class="by"><bdi>${commentedBy || text.unknownAuthor}</bdi></p>
<p class="when">${times.ofServer(commentedOn, siteZone)}</p>
<div class="text">${comment}</div>
</div>`,
  );
  return html`<h2>${text.comments({ count: entries.length })}</h2>${
    entries.length === 0 ? html`<p class="quiet">${text.noComments}</p>` : entries
  }`;
}

function history({ record, siteZone }: PrintedTicket, { times }: Printing): Html | null {
  if (record.length === 0) return null;
  const text = words().paper;
  return html`<h2>${text.history}</h2><p class="quiet">${text.historyLead({ days: recordKeptDays })}</p>${record.map(
    ({ foundAtMs, change }) => html`
<div class="entry">
${changeLines(change)}
<p class="when">${
      'on' in change && change.on !== ''
        ? times.ofServer(change.on, siteZone)
        : text.found({ when: times.inFull(foundAtMs, siteZone) })
    }</p>
</div>`,
  )}`;
}

function changeLines(change: TicketChange): Html {
  const text = words().paper;
  switch (change.what) {
    case 'created':
      return html`<p class="by">${text.created}</p>`;
    case 'touched':
      return html`<p class="by">${text.touched}</p>`;
    case 'status':
      return html`<p class="by">${text.status}</p><p>${fromTo(change)}</p>`;
    case 'comment': // its text stands among the comments
      return html`<p class="by">${text.newComment({ author: change.by || text.unknownAuthor })}</p>`;
    case 'file':
      return html`<p class="by">${text.newFile({ fileName: printedFileName(change.fileName), author: change.by || text.unknownAuthor })}</p>`;
    case 'field': {
      const name = { ...text.facts, ...text.fields }[change.field];
      return change.field === 'description'
        ? html`<p class="by">${name}</p><div class="text"><del>${change.from || text.empty}</del></div><div class="text"><ins>${change.to || text.empty}</ins></div>`
        : html`<p class="by">${name}</p><p>${fromTo(change)}</p>`;
    }
  }
}

const fromTo = ({ from, to }: { from: string; to: string }): string =>
  words().paper.becomes({ from: from || words().paper.empty, to: to || words().paper.empty });

function files({ files: listed, thumbnails, siteZone }: PrintedTicket, { times }: Printing): Html | null {
  if (listed.length === 0) return null;
  const text = words().paper;
  return html`<h2>${text.files({ count: listed.length })}</h2><ul>${listed.map(
    ({ fileName, createdBy, createdOn }) => html`
<li><bdi>${printedFileName(fileName)}</bdi><br><span class="when">${[
      createdBy && text.fileBy({ author: createdBy }),
      times.ofServer(createdOn, siteZone),
    ]
      .filter(Boolean)
      .join(' · ')}</span></li>`,
  )}</ul>
${
  thumbnails.length > 0 &&
  html`<div class="pictures">${thumbnails.map(
    ({ fileName, dataUrl }) => html`
<figure><img src="${dataUrl}" alt=""><figcaption><bdi>${printedFileName(fileName)}</bdi></figcaption></figure>`,
  )}</div>`
}`;
}
