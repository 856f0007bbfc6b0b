/* What the server stored in its own way is found again; what is only alike is offered to the user, and nobody else's is taken. */

import { describe, expect, it } from 'vitest';
import { calls } from '../../electron/contract/calls.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import type { DemoTicket } from '../../electron/demo/portfolio/portfolio.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import type { RetryPolicy } from '../../electron/outbox/backoff.ts';
import { clientOf } from '../support/client.ts';
import {
  create,
  eventually,
  itemIn,
  kindOf,
  openTicket,
  ownOutbox,
  reached,
  type TestOutbox,
} from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

const now = () => formatServerTime(Date.now());

/** An outbox whose server does something to what it stored, and whose answer is lost then, each time that `alterNext` asked for it. */
async function ownAltering(retryPolicy: Partial<RetryPolicy> = {}) {
  const service = await ownService();
  let alter: (() => void) | null = null;
  const altering: typeof fetch = async (input, init) => {
    const method = input instanceof Request ? input.method : init?.method;
    const response = await fetch(input, init);
    if (method === 'GET' || !alter) return response;
    alter();
    alter = null;
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
  };
  const test = await ownOutbox(service, { api: await clientOf(service, { fetch: altering }), retryPolicy });
  const alterNext = (next: () => void) => {
    alter = next;
  };
  return { service, test, alterNext };
}

type Ticket = ReturnType<typeof openTicket>;

const commentsOf = (service: DemoService, { id }: Ticket) =>
  service.tickets().find((ticket) => ticket.id === id)?.comments ?? [];

async function attach({ outbox }: TestOutbox, { id: ticketId }: Ticket, name: string) {
  await outbox.attachBytes(ticketId, name, Buffer.from('content'));
  const id = outbox.list().items.at(-1)?.id;
  if (!id) throw new Error('nothing was attached');
  return id;
}

const say = ({ outbox }: TestOutbox, { id: ticketId }: Ticket, comment: string) =>
  outbox.add({ kind: 'comment', ticketId, comment }, null).id;

describe('a file whose answer was lost', () => {
  const typed = 'Gru\u0308n plan.pdf';
  const rename = (service: DemoService, { id }: Ticket, filename: string) =>
    Object.assign(service.attachments(id).at(-1) ?? {}, { filename });

  it('is found under the name that the server gave it', async () => {
    const { service, test, alterNext } = await ownAltering();
    const names = [
      'Gr\u00fcn plan.pdf',
      'Grün_plan.pdf',
      'Grün+plan.pdf',
      'Gr%C3%BCn%20plan.pdf',
      'Grün\u00a0 plan\u200b.pdf',
    ];
    for (const [place, stored] of names.entries()) {
      const ticket = openTicket(service, place);
      alterNext(() => rename(service, ticket, stored));
      await reached(test, await attach(test, ticket, typed), { state: 'sent' });
      const { attachments } = test.outbox.tickets.attachments(ticket.id, { attachments: [], fetchedAtMs: null });
      expect(attachments).toMatchObject([{ fileName: stored }]);
    }
  });

  it('is not taken for one of a name alike, but that is named, and confirms it if the user says so', async () => {
    const { service, test, alterNext } = await ownAltering();
    const names = [
      'Grün plan.PDF',
      'Gruen plan.pdf',
      'Grün plan (1).pdf',
      'Gr?n plan.pdf',
      'Grün pla.pdf',
      '1f3_Grün plan.pdf',
    ];
    for (const [place, stored] of names.entries()) {
      const ticket = openTicket(service, place);
      alterNext(() => rename(service, ticket, stored));
      const id = await attach(test, ticket, typed);
      const { lookalikes, problem } = await reached(test, id, { needsDecision: true });
      expect(lookalikes).toMatchObject([{ label: stored, appearedOn: expect.stringMatching(/^\d{4}-/) }]);
      expect(problem?.message).toBe('No answer came, and the server has nothing that equals it.');
      const before = service.attachments(ticket.id).length;
      await test.outbox.claim(id, lookalikes[0]?.ref ?? '');
      expect(itemIn(test, id)).toMatchObject({
        state: 'sent',
        answer: `Recognised by you as “${stored}”.`,
        lookalikes: [],
      });
      expect(service.attachments(ticket.id)).toHaveLength(before);
    }
  });

  it('is offered nothing that was there before, nor what another change made, nor anything unlike it', async () => {
    const { service, test, alterNext } = await ownAltering();
    const ticket = openTicket(service);
    for (const name of ['Grün plan (1).pdf', 'Grün plan (2).pdf']) {
      await reached(test, await attach(test, ticket, name), { state: 'sent' });
    }
    alterNext(() => rename(service, ticket, 'invoice 2026.xlsx'));
    const id = await attach(test, ticket, typed);
    expect((await reached(test, id, { needsDecision: true })).lookalikes).toEqual([]);
  });
});

describe('a comment whose answer was lost', () => {
  const typed = 'Bitte die Tu\u0308r 3 öffnen.\n\nDanke, bis morgen';
  const reword = (service: DemoService, ticket: Ticket, comment: string) =>
    Object.assign(commentsOf(service, ticket).at(-1) ?? {}, { comment });

  it('is found in the words that the server stored', async () => {
    const { service, test, alterNext } = await ownAltering();
    const texts = [
      'Bitte die Tür 3 öffnen.\r\n\r\nDanke, bis morgen',
      'Bitte die Tür 3 öffnen. Danke,\u00a0bis morgen',
      'Bitte die\u200b Tür 3 öffnen.\n\n\nDanke,  bis morgen\n',
    ];
    for (const [place, stored] of texts.entries()) {
      const ticket = openTicket(service, place);
      alterNext(() => reword(service, ticket, stored));
      await reached(test, say(test, ticket, typed), { state: 'sent' });
    }
  });

  it('is not taken for one alike, but that is offered', async () => {
    const { service, test, alterNext } = await ownAltering();
    const texts = [
      [typed, 'Bitte die Tür 3 öff'],
      [typed, 'Bitte die Tuer 3 oeffnen.\n\nDanke, bis morgen'],
      [typed, 'Bitte die Tür 3 öffnen.\n\nDanke, bis morgen\n-- sent by the portal'],
      [typed, 'BITTE DIE T?R 3 ?FFNEN. DANKE, BIS MORGEN'],
      ['Отчёт за май', '????? ?? ???'],
      ['👍', '??'],
    ] as const;
    for (const [place, [sent, stored]] of texts.entries()) {
      const ticket = openTicket(service, place);
      alterNext(() => reword(service, ticket, stored));
      const id = say(test, ticket, sent);
      const { lookalikes } = await reached(test, id, { needsDecision: true });
      const said = commentsOf(service, ticket).at(-1);
      expect(lookalikes).toMatchObject([{ ref: said?.commentedOn, appearedOn: said?.commentedOn }]);
      await test.outbox.claim(id, said?.commentedOn ?? '');
      expect(itemIn(test, id)).toMatchObject({
        state: 'sent',
        answer: expect.stringContaining('Recognised by you as “'),
      });
      expect(commentsOf(service, ticket).filter(({ comment }) => comment === stored)).toHaveLength(1);
    }
  });

  it('can be recognised where the server shows no times', async () => {
    const { service, test, alterNext } = await ownAltering();
    const ticket = openTicket(service);
    alterNext(() => Object.assign(commentsOf(service, ticket).at(-1) ?? {}, { commentedOn: '' }));
    const id = say(test, ticket, typed);
    const [lookalike] = (await reached(test, id, { needsDecision: true })).lookalikes;
    const { ref } = calls.outbox.claim.request.parse({ id, ref: lookalike?.ref }); // as the bridge does
    await test.outbox.claim(id, ref);
    expect(itemIn(test, id)?.state).toBe('sent');
  });

  it('is not taken for another author’s of the same words that came later, once its own author is known', async () => {
    const service = await ownService();
    const test = await ownOutbox(service, { retryPolicy: { searchDelaysMs: [60, 0] } });
    const ticket = openTicket(service);
    await reached(test, say(test, ticket, 'Please go on.'), { state: 'sent' });
    service.set({ faults: [{ kind: 'drop-before', match: { path: '/v1/comments' }, times: 1 }] });
    const id = say(test, ticket, 'Please go on.');
    await reached(test, id, { state: 'unconfirmed' });
    commentsOf(service, ticket).push({ comment: 'Please go on.', commentedBy: 'A colleague', commentedOn: now() });
    const { lookalikes } = await reached(test, id, { needsDecision: true });
    expect(lookalikes).toHaveLength(1);
  });
});

describe('a new ticket whose answer was lost', () => {
  const alter = (service: DemoService, fields: Partial<DemoTicket>) =>
    Object.assign(service.tickets()[0] ?? {}, fields);

  it('is found as the server stored it', async () => {
    const { service, test, alterNext } = await ownAltering();
    const stored = [
      { title: 'Tür 1 klemmt' },
      { title: 'Tür 2  klemmt ', description: 'Seit\r\ngestern,\u00a0immer' },
      { description: 'Seit gestern,  immer', customerReference: 'PO\u00a01' },
    ];
    for (const [index, fields] of stored.entries()) {
      const typed = {
        title: `Tu\u0308r ${index + 1} klemmt`,
        description: 'Seit\ngestern, immer',
        customerReference: 'PO 1',
      };
      alterNext(() => alter(service, fields));
      const { id } = test.outbox.add(create(service, typed), null);
      await reached(test, id, { state: 'sent' });
      expect(itemIn(test, id)?.ticketId).toBe(service.tickets()[0]?.id);
    }
  });

  it('is not taken for one that is alike in some of it, but that is offered first', async () => {
    const { service, test, alterNext } = await ownAltering();
    const stored = [
      { title: 'Tuer klemmt' },
      { description: 'Seit gest' },
      { category: 'Elevator' },
      { title: 'Something else' },
    ];
    for (const [index, fields] of stored.entries()) {
      alterNext(() => alter(service, fields));
      const typed = {
        site: service.tickets()[0]?.site ?? '',
        title: 'Tür klemmt',
        description: `Seit gestern ${index}`,
      };
      const { id } = test.outbox.add(create(service, typed), null);
      const { lookalikes } = await reached(test, id, { needsDecision: true });
      const made = service.tickets()[0];
      expect(lookalikes).toContainEqual({
        ref: made?.id,
        label: `${made?.id} ${made?.title}`,
        appearedOn: made?.createdOn,
      });
      await test.outbox.claim(id, made?.id ?? '');
    }
    expect(test.outbox.list().items).toEqual([]);
  });

  it('becomes the ticket that the user recognises, and what depends on it goes there', async () => {
    const { service, test, alterNext } = await ownAltering();
    alterNext(() => alter(service, { title: 'Tuer klemmt' }));
    const { id, ticketId } = test.outbox.add(create(service, { title: 'Tür klemmt' }), null);
    const { id: comment } = test.outbox.add({ kind: 'comment', ticketId, comment: 'And this' }, null);
    await test.outbox.attachBytes(ticketId, 'a.txt', Buffer.from('a'));
    await reached(test, id, { needsDecision: true });
    expect(await kindOf(test.outbox.claim(id, 'WO1'))).toBe('invalid-input');
    const made = service.tickets()[0]?.id ?? '';
    await test.outbox.claim(id, made);
    expect(itemIn(test, id)).toMatchObject({
      state: 'sent',
      ticketId: made,
      answer: `Recognised by you as ${made}.`,
    });
    expect(test.outbox.tickets.ticket(ticketId)).toMatchObject({
      summary: { id: made },
      detail: { description: 'A description' },
    });
    expect(test.changed).toEqual(expect.arrayContaining([ticketId, made]));
    await reached(test, comment, { state: 'sent' });
    await eventually(() => expect(service.attachments(made)).toHaveLength(1));
    expect(service.tickets()[0]?.comments).toMatchObject([{ comment: 'And this' }]);
    expect(await kindOf(test.outbox.claim(id, made))).toBe('change-sent');
  });

  it('is offered the newest of its site, most alike first, without those that other changes made or that were known', async () => {
    const service = await ownService();
    const test = await ownOutbox(service);
    const { site = '' } = openTicket(service);
    const other = service.tickets().find((ticket) => ticket.site !== site)?.site ?? '';
    const known = service.addTicket({ site, title: 'Known before', createdOn: now(), updatedOn: now() });
    const row = service.tickets()[0];
    if (row) test.cache.saveListed([{ ...row, id: openTicket(service).id }]);
    const own = test.outbox.add(create(service, { site, title: 'Made by another change' }), null);
    await reached(test, own.id, { state: 'sent' });
    service.set({ faults: [{ kind: 'drop-before', match: { method: 'POST', path: '/v1/customer' }, times: 1 }] });
    const { id } = test.outbox.add(create(service, { site, title: 'Door does not close' }), null);
    await eventually(() => expect(itemIn(test, id)?.state).toBe('unconfirmed'));
    const add = (title: string, at: string) =>
      service.addTicket({ site: at, title, createdOn: now(), updatedOn: now() });
    const unlike = [
      add('Chiller alarm', site),
      add('Badge', site),
      add('Parking', site),
      add('Power', site),
      add('Fan', site),
    ];
    const alike = add('Door not closing', site);
    add('Something elsewhere', other);
    const { lookalikes } = await reached(test, id, { needsDecision: true });
    expect(lookalikes).toHaveLength(5);
    expect(lookalikes[0]?.ref).toBe(alike);
    expect(lookalikes.slice(1).every(({ ref }) => unlike.includes(ref))).toBe(true);
    expect(lookalikes.map(({ ref }) => ref)).not.toContain(known);
  });
});

it('is not discarded unseen: what may be it is shown first, and a second discard removes the change', async () => {
  const { service, test, alterNext } = await ownAltering({ searchDelaysMs: [60_000] });
  const ticket = openTicket(service);
  alterNext(() => Object.assign(service.attachments(ticket.id).at(-1) ?? {}, { filename: 'photo-1.jpg' }));
  const id = await attach(test, ticket, 'Photo 1.jpeg');
  await reached(test, id, { state: 'unconfirmed' });
  const discarded = test.outbox.discard(id);
  await expect(discarded).rejects.toMatchObject({ problem: { kind: 'not-confirmed', kept: expect.anything() } });
  expect(itemIn(test, id)).toMatchObject({ needsDecision: true, lookalikes: [{ label: 'photo-1.jpg' }] });
  await test.outbox.discard(id);
  expect(itemIn(test, id)).toBeUndefined();
});

it('gives what one change is said to have made to no other one', async () => {
  const { service, test, alterNext } = await ownAltering();
  const ticket = openTicket(service);
  alterNext(() => Object.assign(service.attachments(ticket.id).at(-1) ?? {}, { filename: 'photo-1.jpg' }));
  const first = await attach(test, ticket, 'Photo 1.jpeg');
  const [lookalike] = (await reached(test, first, { needsDecision: true })).lookalikes;
  await test.outbox.claim(first, lookalike?.ref ?? '');
  service.set({ faults: [{ kind: 'drop-before', match: { path: '/v1/attachments?' }, times: 1 }] });
  const second = await attach(test, ticket, 'Photo 1.jpeg');
  expect((await reached(test, second, { needsDecision: true })).lookalikes).toEqual([]);
  expect(await kindOf(test.outbox.claim(second, lookalike?.ref ?? ''))).toBe('invalid-input');
});

it('no longer asks the user to compare when the only lookalike is said to be another change’s', async () => {
  const { service, test, alterNext } = await ownAltering({ searchDelaysMs: [200, 0] });
  service.set({ faults: [{ kind: 'drop-before', match: { method: 'POST', path: '/v1/customer' }, times: 1 }] });
  const lost = test.outbox.add(create(service, { title: 'Door 1 sticks' }), null);
  await reached(test, lost.id, { state: 'unconfirmed' });
  alterNext(() => Object.assign(service.tickets()[0] ?? {}, { title: 'Door sticks' }));
  const made = test.outbox.add(create(service, { title: 'Door 2 sticks' }), null);
  expect((await reached(test, lost.id, { needsDecision: true })).problem?.message).toContain('nothing that equals it');
  await reached(test, made.id, { needsDecision: true });
  await test.outbox.claim(made.id, service.tickets()[0]?.id ?? '');
  expect(itemIn(test, lost.id)).toMatchObject({ needsDecision: true, lookalikes: [] });
  expect(itemIn(test, lost.id)?.problem?.message).toContain('nothing like it');
});
