/* What was confirmed stays on the screen, with the author that the server named, until its own lists show it. */

import { expect, it } from 'vitest';
import type { AttachmentList } from '../../electron/contract/attachment.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { missingFiles } from '../../electron/outbox/confirmed-additions.ts';
import { clientOf } from '../support/client.ts';
import { eventually, itemIn, openTicket, ownOutbox, reached, type TestOutbox } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';
import { aStoredChange } from '../support/stored-change.ts';
import { ticketId } from '../support/tickets.ts';

const neverFetched: AttachmentList = { attachments: [], fetchedAtMs: null };

const commentsIn = ({ outbox }: TestOutbox, id: TicketId) => outbox.tickets.ticket(id)?.detail?.comments ?? [];

/** What the server shows of a ticket at first, without what was added to it a moment ago. */
async function laggingOutbox(service: DemoService) {
  const test = await ownOutbox(service);
  const { id, ...ticket } = openTicket(service);
  test.cache.saveTicket({ ...ticket, id }, { ...ticket, comments: [] }, Date.now());
  return { test, id, ticket };
}

it('shows a confirmed comment with its author at once, and once only when the server’s read has it', async () => {
  const service = await ownService({ commentDelayMs: 60_000 });
  const { test, id, ticket } = await laggingOutbox(service);
  const { id: change } = test.outbox.add({ kind: 'comment', ticketId: id, comment: 'Said ' }, null);
  await reached(test, change, { state: 'sent' });
  const [echo] = openTicket(service).comments;
  expect(commentsIn(test, id)).toEqual([{ ...echo, comment: 'Said' }]);
  expect(echo?.commentedBy).not.toBe('');
  const read = await (await clientOf(service)).readTicket(id); // lags
  test.cache.saveTicket(read.summary, read.detail, Date.now());
  expect(commentsIn(test, id)).toEqual([{ ...echo, comment: 'Said' }]);
  service.set({ commentDelayMs: 0 });
  const later = await (await clientOf(service)).readTicket(id);
  test.cache.saveTicket({ ...ticket, id }, later.detail, Date.now());
  expect(commentsIn(test, id)).toEqual([{ ...echo, comment: 'Said' }]);
});

it('shows a comment of a ticket whose detail was never fetched', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id } = openTicket(service);
  test.cache.saveListed([{ ...openTicket(service), id }]);
  const { id: change } = test.outbox.add({ kind: 'comment', ticketId: id, comment: 'Said' }, null);
  await reached(test, change, { state: 'sent' });
  expect(commentsIn(test, id)).toEqual(openTicket(service).comments);
});

it('shows and tells what the server made of a comment', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, {
    api: await clientOf(service, {
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (!(input instanceof Request) || !input.url.endsWith('/v1/comments')) return response;
        const said = (await response.json()) as { comment: string };
        const comment = said.comment.replace(/[^ -~]/gu, '?').slice(0, 12);
        for (const each of openTicket(service).comments) if (each.comment === said.comment) each.comment = comment;
        return Response.json({ ...said, comment });
      },
    }),
  });
  const { id, ...ticket } = openTicket(service);
  test.cache.saveTicket({ ...ticket, id }, { ...ticket, comments: [] }, Date.now());
  const answers = [
    ['Naïve ☃', 'Added. The server changed the text: it is now “Na?ve ?”.'],
    ['A comment that is cut', 'Added. The server changed the text: it ends after 12 of 21 characters.'],
    ['As it was ', 'Added.'],
  ] as const;
  for (const [comment, answer] of answers) {
    const { id: change } = test.outbox.add({ kind: 'comment', ticketId: id, comment }, null);
    expect((await reached(test, change, { state: 'sent' })).answer).toBe(answer);
  }
  expect(commentsIn(test, id).map(({ comment }) => comment)).toEqual(['Na?ve ?', 'A comment th', 'As it was']);
  const read = await (await clientOf(service)).readTicket(id);
  test.cache.saveTicket(read.summary, read.detail, Date.now());
  expect(commentsIn(test, id)).toHaveLength(3);
});

it('shows a confirmed file until the list has it, and never neither', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id } = openTicket(service);
  const before = service
    .attachments(id)
    .map(({ id: file, filename, createdBy, createdOn }) => ({ id: file, fileName: filename, createdBy, createdOn }));
  const fetched = { attachments: before, fetchedAtMs: Date.now() };
  const files = () =>
    test.outbox.tickets.attachments(id, fetched).attachments.filter(({ fileName }) => fileName === 'a.txt');
  await test.outbox.attachBytes(id, 'a.txt', Buffer.from('a'));
  const change = test.outbox.list().items[0]?.id;
  if (!change) throw new Error('nothing was attached');
  await eventually(() => {
    const pending = test.outbox.list().items.length;
    expect(pending + files().length).toBe(1); // at every moment that the window may ask
    expect(pending).toBe(0);
  });
  const made = service.attachments(id).at(-1);
  expect(files()).toEqual([
    { id: made?.id, fileName: 'a.txt', createdBy: made?.createdBy, createdOn: made?.createdOn },
  ]);
  const listed = await (await clientOf(service)).listAttachments(id);
  const now = { attachments: listed, fetchedAtMs: Date.now() };
  expect(test.outbox.tickets.attachments(id, now)).toEqual(now);
  const muchLater = { ...fetched, fetchedAtMs: Date.now() + 3_600_000 };
  expect(test.outbox.tickets.attachments(id, muchLater)).toEqual(muchLater); // the operator removed it
  expect(test.outbox.tickets.attachments(id, neverFetched).attachments).toHaveLength(1);
});

it('of two files of one name and second, the list shows each or it is still missing', () => {
  const sent = (seq: number, ref: string) =>
    aStoredChange(seq, 1, 'sent', {
      change: { kind: 'attachment', ticketId: ticketId(1), fileName: 'image.png', sizeBytes: 1 },
      echo: { text: 'image.png', author: 'Jane', madeOn: '2026-01-01T10:00:00.000Z' },
      ...{ serverRef: ref, answeredAtMs: 0 },
    });
  const file = (id: string) => ({
    ...{ id, fileName: 'image.png', createdBy: 'Jane', createdOn: '2026-01-01T10:00:00.000Z' },
  });
  const both = [sent(1, 'a'), sent(2, 'b')];
  expect(missingFiles([file('a')], both, 0)).toEqual([file('b')]);
  expect(missingFiles([file('b')], both, 0)).toEqual([file('a')]);
  expect(missingFiles([file('other id')], both, 0)).toEqual([file('b')]);
  expect(missingFiles([file('other id'), file('b')], both, 0)).toEqual([]);
});

it('tells what else the server changed', async () => {
  const service = await ownService();
  const test = await ownOutbox(service, {
    api: await clientOf(service, {
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (!(input instanceof Request) || input.method !== 'PUT') return response;
        return Response.json({ ...((await response.json()) as object), title: 'Door &amp; window' });
      },
    }),
  });
  const { id: ticketId, title } = openTicket(service);
  const edit = { kind: 'update', ticketId, fields: { title: 'Door & window' }, base: { title } } as const;
  const { id } = test.outbox.add(edit, null);
  await reached(test, id, { state: 'sent' });
  expect(itemIn(test, id)?.answer).toBe('Changed. The server changed the title: it is now “Door &amp; window”.');
});
