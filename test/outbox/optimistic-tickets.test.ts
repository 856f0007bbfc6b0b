import { expect, it } from 'vitest';
import { defaultSort, noFilters, type TicketQuery } from '../../electron/contract/query.ts';
import { formatServerTime } from '../../electron/contract/server-time.ts';
import { create, openTicket, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const query = (more: Partial<TicketQuery> = {}): TicketQuery => ({
  ...{ view: 'all', filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 10 },
  ...more,
});

/** An outbox whose requests all fail, and a cache with five tickets. */
async function ownBlocked() {
  const service = await ownService({ ticketCount: 20 });
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  for (const number of [1, 2, 3, 4, 5]) test.cache.saveTicket(aTicket(number, { status: 'New' }), aDetail(), 1);
  return { service, ...test, view: test.outbox.tickets };
}

it('shows tickets that wait in front of the list, newest first, in every slice', async () => {
  const { service, outbox, view } = await ownBlocked();
  const first = outbox.add(create(service, { title: 'First new one' }), null).ticketId;
  const second = outbox.add(create(service, { title: 'Second new one' }), null).ticketId;
  const slices = [0, 1, 2, 3, 6].map((offset) => view.page(query({ offset, limit: 2 })));
  expect(slices.map(({ rows }) => rows.map((row) => row.id))).toEqual([
    [second, first],
    [first, 'WO5'],
    ['WO5', 'WO4'],
    ['WO4', 'WO3'],
    ['WO1'],
  ]);
  expect(slices.map(({ matching }) => matching)).toEqual([7, 7, 7, 7, 7]);
});

it('finds tickets that wait by filters and by words, as the others', async () => {
  const { service, outbox, view } = await ownBlocked();
  outbox.add(create(service, { title: 'Kältemaschine', description: 'Leaks badly', location: 'Room 01' }), null);
  const matching = (more: Partial<TicketQuery>) => view.page(query(more)).matching;
  expect(matching({ search: 'kalte leaks' })).toBe(1);
  expect(matching({ search: 'room 77' })).toBe(0);
  expect(matching({ filters: { ...noFilters, status: ['New'] } })).toBe(6);
  expect(matching({ filters: { ...noFilters, requestType: ['Amenities'] } })).toBe(1);
  expect(matching({ filters: { ...noFilters, createdBy: ['Jane Doe'] } })).toBe(5);
});

it('finds tickets by what waits to be written in them, until that is refused', async () => {
  const { service, outbox, view, ...test } = await ownBlocked();
  const matching = (search: string) => view.page(query({ search })).matching;
  const facets = () => view.facets(query({ search: 'compressor' })).status.map(({ count }) => count);
  expect([matching('compressor'), facets()]).toEqual([0, []]);
  const fields = { title: 'Kältemaschine', description: 'The compressor leaks', customerReference: 'PO 7' };
  outbox.add({ kind: 'update', ticketId: ticketId(3), fields, base: {} }, null);
  outbox.add({ kind: 'comment', ticketId: ticketId(4), comment: 'Is the compressor ordered?' }, null);
  expect(['kalte', 'compressor', 'kalte ordered', 'po 7 compressor', 'title 3'].map(matching)).toEqual([1, 2, 0, 1, 1]);
  expect(facets()).toEqual([2]);
  expect(view.finds({ view: 'all', filters: noFilters, search: 'ordered' }, ticketId(4))).toBe(true);

  service.set({ faults: [] }); // the server does not know these tickets
  outbox.wake();
  for (const item of outbox.list().items) await reached({ outbox, ...test }, item.id, { state: 'refused' });
  expect(matching('compressor')).toBe(0);
});

it('counts tickets that wait, in all and by the values of the filters', async () => {
  const { service, outbox, view } = await ownBlocked();
  expect(view.page(query())).toMatchObject({ total: 5, unsent: 0 });
  outbox.add(create(service, { title: 'Kältemaschine' }), null);
  const { view: base, filters, search } = query({ search: 'nothing like this' });
  expect(view.page(query({ search }))).toMatchObject({ matching: 0, total: 6, unsent: 1 });
  const counts = (more: Partial<TicketQuery> = {}) =>
    Object.fromEntries(
      Object.entries(view.facets({ view: base, filters, search: '', ...more })).map(([field, values]) => [
        field,
        values.map(({ value, count }) => `${value} ${count}`),
      ]),
    );
  expect(counts()).toMatchObject({ status: ['New 6'], createdBy: ['Jane Doe 5', ' 1'] });
  expect(counts({ search: 'kalte' })).toMatchObject({ status: ['New 1'], createdBy: [' 1'] });
  // Each field leaves out its own filter, and no other.
  const byJane = { filters: { ...noFilters, createdBy: ['Jane Doe'] } };
  expect(counts(byJane)).toMatchObject({ status: ['New 5'], createdBy: ['Jane Doe 5', ' 1'] });
});

it('reads a ticket that waits, with the changes that depend on it', async () => {
  const { service, outbox, view } = await ownBlocked();
  const { ticketId: id } = outbox.add(create(service, { title: 'New one', customerReference: 'R1' }), null);
  outbox.add({ kind: 'update', ticketId: id, fields: { description: 'Better' }, base: {} }, null);
  expect(view.ticket(id)).toEqual({
    summary: expect.objectContaining({
      ...{ id, title: 'New one', status: 'New', createdBy: '' },
      createdOn: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    }),
    detail: expect.objectContaining({ description: 'Better', customerReference: 'R1', comments: [] }),
    detailConfirmedAtMs: null,
    isGone: false,
  });
});

it('applies pending edits and cancellations to rows and detail, but not refused ones', async () => {
  const { service, outbox, view, ...test } = await ownBlocked();
  const id = ticketId(3);
  const fields = { title: 'Edited', description: 'Too', customerReference: 'PO 7' };
  outbox.add({ kind: 'update', ticketId: id, fields, base: {} }, null);
  outbox.add({ kind: 'cancel', ticketId: id, reason: 'Duplicate request' }, null);
  const row = () => view.page(query()).rows.find((candidate) => candidate.id === id);
  expect(row()).toMatchObject({ title: 'Edited', status: 'Cancelled', customerReference: 'PO 7', statusSince: '' });
  expect(view.ticket(id)?.detail?.description).toBe('Too');
  expect(view.page(query()).rows.filter(({ title }) => title === 'Edited')).toHaveLength(1);

  service.set({ faults: [] }); // the server does not know this ticket
  outbox.wake();
  for (const item of outbox.list().items) await reached({ outbox, ...test }, item.id, { state: 'refused' });
  expect(row()).toMatchObject({ title: 'Title 3', status: 'New', customerReference: '' });
});

it('shows a confirmed comment until the ticket itself does, and not twice', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id, ...ticket } = openTicket(service);
  test.cache.saveTicket({ ...ticket, id }, { ...ticket, comments: [] }, Date.now());
  await reached(test, test.outbox.add({ kind: 'comment', ticketId: id, comment: 'Said' }, null).id, { state: 'sent' });
  const shown = () => test.outbox.tickets.ticket(id)?.detail?.comments ?? [];
  expect(shown().map(({ comment }) => comment)).toEqual(['Said']);
  test.cache.saveTicket({ ...ticket, id }, { ...ticket, comments: openTicket(service).comments }, Date.now());
  expect(shown()).toEqual(openTicket(service).comments);
  test.cache.saveTicket({ ...ticket, id }, { ...ticket, comments: [] }, Date.now() + 3_600_000);
  expect(shown()).toEqual([]); // the operator removed it
});

it('takes a comment that the server words or dates in its own way for the one that was sent, each once', async () => {
  const service = await ownService();
  const test = await ownOutbox(service);
  const { id, ...ticket } = openTicket(service);
  const before = { comment: 'Said\ntwice', commentedBy: 'Jane Doe', commentedOn: '2020-01-01 00:00:00' };
  const shown = () => test.outbox.tickets.ticket(id)?.detail?.comments ?? [];
  const hold = (comments: readonly (typeof before)[]) =>
    test.cache.saveTicket({ ...ticket, id }, { ...ticket, comments: [...comments] }, Date.now());
  hold([before]);
  for (const comment of ['Said\r\ntwice ', 'Said\r\ntwice']) {
    await reached(test, test.outbox.add({ kind: 'comment', ticketId: id, comment }, null).id, { state: 'sent' });
  }
  const later = formatServerTime(Date.now() + 3_000);
  const first = { ...before, commentedOn: later };
  hold([before]);
  expect(shown()).toHaveLength(3);
  hold([before, first]);
  expect(shown()).toHaveLength(3);
  hold([before, first, first]);
  expect(shown()).toEqual([before, first, first]);
});
