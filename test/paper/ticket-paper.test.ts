import { expect, it } from 'vitest';
import type { TicketId } from '../../electron/contract/ids.ts';
import { TicketPaper } from '../../electron/paper/ticket-paper.ts';
import type { PrintedTicket } from '../../electron/paper/ticket-source.ts';
import { inZone } from '../support/in-zone.ts';
import { localId, outboxItem, someTicketId } from '../support/outbox-items.ts';
import { aPrintedTicket } from '../support/paper.ts';
import { kindOf } from '../support/session.ts';
import { aDetail, aShownTicket, ticketId } from '../support/tickets.ts';

/** Paper of tickets whose files with a picture have those of `thumbnails`, by their name. */
const paperOf = (...tickets: PrintedTicket[]) => {
  const find = (id: TicketId) => tickets.find(({ ticket }) => ticket.summary.id === id) ?? null;
  const readPictures = (id: TicketId) => {
    const { files = [], thumbnails = [] } = find(id) ?? {};
    const urlOf = (name: string) => thumbnails.find(({ fileName }) => fileName === name)?.dataUrl;
    return Promise.resolve(
      new Map(
        files
          .flatMap(({ id: file, fileName }) => [[file, urlOf(fileName)] as const])
          .filter((each): each is readonly [string, string] => each[1] !== undefined),
      ),
    );
  };
  return new TicketPaper(() => find, readPictures);
};

const nowMs = Date.UTC(2026, 0, 4, 12);

/** Returns the document of these tickets. */
const documentOf = (tickets: PrintedTicket[], withNotes = false) =>
  paperOf(...tickets).document({ ids: tickets.map(({ ticket }) => ticket.summary.id), withNotes }, nowMs);

it('escapes everything that others wrote', async () => {
  const bad = `<script>alert(1)</script>"'&`;
  const html = await documentOf([
    aPrintedTicket(1, {
      summary: { title: bad, status: bad, site: bad, createdBy: bad, createdOn: bad },
      detail: {
        description: bad,
        customerReference: bad,
        comments: [{ comment: bad, commentedBy: bad, commentedOn: bad }],
      },
      record: [
        { foundAtMs: 0, isNew: false, change: { what: 'status', from: bad, to: bad } },
        { foundAtMs: 0, isNew: false, change: { what: 'field', field: 'description', from: bad, to: bad } },
        { foundAtMs: 0, isNew: false, change: { what: 'file', fileName: bad, by: bad, on: bad } },
      ],
      files: [{ id: '1', fileName: bad, createdBy: bad, createdOn: bad }],
      thumbnails: [{ fileName: bad, dataUrl: `data:image/png;base64,"><script>` }],
      changes: [
        outboxItem(1, { kind: 'comment', ticketId: someTicketId, comment: bad }, { answer: bad, correlationId: bad }),
      ],
    }),
  ]);
  expect(html).not.toContain('<script');
  expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;/g)?.length).toBeGreaterThan(20);
});

it('has comments oldest first with both times, and the time on site where that is another', async () => {
  const comment = (text: string, commentedOn: string) => ({ comment: text, commentedBy: 'Ann', commentedOn });
  const ticket = aPrintedTicket(1, {
    detail: { comments: [comment('later', '2026-01-02 10:00:00'), comment('earlier', '2026-01-01 10:00:00')] },
    siteZone: 'Asia/Tokyo',
  });
  const html = await documentOf([ticket]);
  expect(html.indexOf('earlier')).toBeLessThan(html.indexOf('later'));
  expect(html).toContain('2026-01-02 10:00:00 UTC');
  expect(html).toContain('on site 2 Jan 2026, 19:00 GMT+9');
});

it.each([
  [
    'Asia/Kolkata',
    'Asia/Tokyo',
    '2 Jan 2026, 15:30 GMT+5:30 · 2026-01-02 10:00:00 UTC · on site 2 Jan 2026, 19:00 GMT+9',
  ],
  ['Asia/Kolkata', 'Asia/Colombo', '2 Jan 2026, 15:30 GMT+5:30 · 2026-01-02 10:00:00 UTC'],
  ['Asia/Kolkata', null, '2 Jan 2026, 15:30 GMT+5:30 · 2026-01-02 10:00:00 UTC'],
  ['UTC', 'Asia/Tokyo', '2026-01-02 10:00:00 UTC · on site 2 Jan 2026, 19:00 GMT+9'],
  ['UTC', 'UTC', '2026-01-02 10:00:00 UTC'],
  ['Europe/London', 'Atlantic/Reykjavik', '2026-01-02 10:00:00 UTC'],
])('says a time once where clocks show the same: in %s, of a site in %s', async (zone, siteZone, times) => {
  inZone(zone);
  const comments = [{ comment: 'Done', commentedBy: 'Ann', commentedOn: '2026-01-02 10:00:00' }];
  expect(await documentOf([aPrintedTicket(1, { detail: { comments }, siteZone })])).toContain(
    `<p class="when">${times}</p>`,
  );
});

it('keeps the server’s order where the time of a comment is not known', async () => {
  const comment = (text: string, commentedOn: string) => ({ comment: text, commentedBy: '', commentedOn });
  const html = await documentOf([
    aPrintedTicket(1, { detail: { comments: [comment('first', '2026-01-02 10:00:00'), comment('second', 'soon')] } }),
  ]);
  expect(html.indexOf('first')).toBeLessThan(html.indexOf('second'));
  expect(html).toContain('Unknown author');
});

it('prints the private note only when it is wanted', async () => {
  const ticket = aShownTicket(1, {
    detail: aDetail(),
    marks: { isStarred: false, snoozedUntilMs: null, note: 'Mine' },
  });
  const printed = { ...aPrintedTicket(1), ticket };
  expect(await documentOf([printed])).not.toContain('Mine');
  expect(await documentOf([printed], true)).toContain('Mine');
});

it('prints what was sent with the answer and the correlation id, and says what is not confirmed', async () => {
  const comment = { kind: 'comment' as const, ticketId: someTicketId, comment: 'Please hurry' };
  const html = await documentOf([
    aPrintedTicket(1, {
      changes: [
        outboxItem(1, comment, { state: 'sent', answer: 'Comment added.', answeredAtMs: nowMs, correlationId: 'c-17' }),
        outboxItem(2, { kind: 'cancel', ticketId: someTicketId, reason: 'Duplicate request' }),
      ],
    }),
  ]);
  expect(html).toContain('Comment: Confirmed by the server');
  expect(html).toContain('c-17');
  expect(html).toContain('Cancellation: Not sent yet');
});

it('begins a part for each ticket, in the order asked for, and says in its place which is not here any more', async () => {
  const tickets = [aPrintedTicket(1), aPrintedTicket(2)];
  const ids = [ticketId(2), ticketId(3), ticketId(1)];
  const html = await paperOf(...tickets).document({ ids, withNotes: false }, nowMs);
  const headers = [...html.matchAll(/class="running"><div dir="auto">([^<]*)</g)].map(([, header]) => header);
  expect(headers).toEqual(['WO2 · Title 2', 'WO3', 'WO1 · Title 1']);
  expect(html).toContain('This ticket is no longer on this computer.');
  expect(html).toContain('<title>3 tickets</title>');
  expect(await kindOf(paperOf().document({ ids, withNotes: false }, nowMs))).toBe('not-found');
});

it('prints a ticket once that is asked for by the id it had before the server gave it one, and by that one', async () => {
  const sent = aPrintedTicket(1);
  const paper = new TicketPaper(
    () => () => sent,
    () => Promise.resolve(new Map()),
  );
  const request = { ids: [localId(1), ticketId(1)], withNotes: false };
  const html = await paper.document(request, nowMs);
  expect(html.match(/class="running"/g)).toHaveLength(1);
  expect(html).toContain('<title>WO1 · Title 1</title>');
});

it('asks where to save before it makes anything, and makes nothing when the user cancels', async () => {
  const made: string[] = [];
  const press = {
    print: () => Promise.reject(new Error('nothing is to be printed')),
    savePdf: (_html: string, path: string) => Promise.resolve(void made.push(path)),
  };
  const paper = paperOf(aPrintedTicket(1, { summary: { title: 'a/b: c' } }));
  const request = { ids: [ticketId(1)], withNotes: false };
  const asked: string[] = [];
  const answer = (path: string | null) => (name: string) => {
    asked.push(name);
    return Promise.resolve(path);
  };
  expect(await paper.savePdf(request, press, answer(null))).toBeNull();
  expect(made).toEqual([]);
  expect(await paper.savePdf(request, press, answer('/somewhere/mine.pdf'))).toBe('mine.pdf');
  expect(made).toEqual(['/somewhere/mine.pdf']);
  expect(asked[0]).toBe('WO1 · a_b_ c.pdf');
});

it('says what is missing: a ticket that is only here, one that is gone, one that was never fetched', async () => {
  const bare = (more: Partial<PrintedTicket['ticket']>) => ({
    ...aPrintedTicket(1),
    ticket: aShownTicket(1, { detail: null, ...more }),
  });
  expect(await documentOf([bare({})])).toContain('were never fetched to this computer');
  expect(await documentOf([bare({ isGone: true })])).toContain('The operator no longer has this ticket');
});
