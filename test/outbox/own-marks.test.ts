/* The user's own marks on the tickets of the list: on those that exist only here, and as the cache is told of the others. */

import { expect, it, vi } from 'vitest';
import { type BaseView, baseViews, defaultSort, noFilters, type TicketQuery } from '../../electron/contract/query.ts';
import { defaultLayout } from '../../electron/contract/views.ts';
import { emptyOverlay, type Overlay } from '../../electron/store/overlay.ts';
import { create, diskOf, eventually, itemIn, openTicket, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const query = (more: Partial<TicketQuery> = {}): TicketQuery => ({
  ...{ view: 'all', filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 10 },
  ...more,
});

const dayMs = 24 * 60 * 60_000;

/** An outbox that cannot send, and an empty cache. */
async function ownBlocked(nowMs?: () => number) {
  const service = await ownService({ ticketCount: 20 });
  const test = await ownOutbox(service, nowMs ? { nowMs } : {});
  service.set({ faults: [{ kind: 'gateway-401' }] });
  const { tickets } = test.outbox;
  const viewsOf = (): BaseView[] => baseViews.filter((view) => tickets.page(query({ view })).matching > 0);
  return { service, ...test, tickets, viewsOf };
}

it('shows a ticket that waits in the views that it belongs to', async () => {
  let nowMs = Date.UTC(2026, 10, 26, 8);
  const { service, outbox, personal, tickets, viewsOf } = await ownBlocked(() => nowMs);
  const { ticketId: id } = outbox.add(create(service, { title: 'New one', customerReference: 'R1' }), null);
  expect(viewsOf()).toEqual(['open', 'all']);
  await personal.star([id], true);
  await personal.note(id, 'Ask Jane');
  expect(viewsOf()).toEqual(['open', 'starred', 'all']);
  await personal.snooze([id], nowMs + dayMs);
  expect(viewsOf()).toEqual(['starred', 'snoozed', 'all']);
  nowMs += dayMs;
  expect(viewsOf()).toEqual(['attention', 'open', 'starred', 'all']);
  const marks = { isStarred: true, snoozedUntilMs: nowMs, note: 'Ask Jane' };
  expect(tickets.page(query()).rows).toMatchObject([
    { id, attention: ['reminder'], customerReference: 'R1', isUnread: false, ...marks },
  ]);
  expect(tickets.shown(id)).toMatchObject({ attention: ['reminder'], isUnread: false, marks });
  personal.endReminders([id]);
  expect(viewsOf()).toEqual(['open', 'starred', 'all']);
  nowMs += 30 * dayMs;
  expect(tickets.shown(id)?.attention).toEqual(['quiet']);
  outbox.add({ kind: 'cancel', ticketId: id, reason: 'Duplicate request' }, null);
  expect(viewsOf()).toEqual(['starred', 'all']); // it was cancelled a month ago, as far as its times tell
});

it('finds a ticket that waits by its notes and by spans of days', async () => {
  const nowMs = new Date('2026-11-26T12:00:00').getTime();
  const { service, outbox, personal, tickets } = await ownBlocked(() => nowMs);
  const site = service.tickets()[0]?.site ?? '';
  const { ticketId: id } = outbox.add(create(service), null);
  const matching = (more: Partial<TicketQuery>) => tickets.page(query(more)).matching;
  expect(matching({ search: 'jane' })).toBe(0);
  await personal.note(id, 'Ask JÄNE');
  personal.saveSiteNote({ site, note: 'Parking needs a code', zone: '' });
  expect([matching({ search: 'jane' }), matching({ search: 'jane code' }), matching({ search: 'gate' })]).toEqual([
    ...[1, 1, 0],
  ]);
  const created = (createdOn: NonNullable<TicketQuery['filters']['createdOn']>) =>
    matching({ filters: { ...noFilters, createdOn } });
  expect(created({ kind: 'last', days: 1 })).toBe(1);
  expect(created({ kind: 'between', from: '2026-11-26', to: null })).toBe(1);
  expect(created({ kind: 'between', from: '2026-11-27', to: null })).toBe(0);
  expect(created({ kind: 'between', from: null, to: '2026-11-25' })).toBe(0);
  expect(matching({ filters: { ...noFilters, closedOn: { kind: 'last', days: 7 } } })).toBe(0);
});

it('gives the ids of rows, those that wait in front', async () => {
  const { service, outbox, cache, tickets } = await ownBlocked();
  cache.saveListed([1, 2, 3].map((number) => aTicket(number)));
  const ids = [1, 2].map(() => outbox.add(create(service), null).ticketId).reverse();
  const { offset: _offset, limit: _limit, ...all } = query({ sort: { by: 'id', direction: 'ascending' } });
  const some = (first: number, last: number) => tickets.ids({ ...all, first, last });
  expect(await some(0, 9)).toEqual([...ids, 'WO1', 'WO2', 'WO3']);
  expect(await some(1, 1)).toEqual([ids[1]]);
  expect(await some(1, 2)).toEqual([ids[1], 'WO1']);
  expect(await some(3, 4)).toEqual(['WO2', 'WO3']);
});

it('counts all views at once, the user’s own by their ids', async () => {
  const { service, outbox, personal, tickets } = await ownBlocked();
  const id = '00000000-0000-4000-8000-000000000001';
  const { sort } = query();
  personal.views.save([
    { id, name: 'Doors', base: 'open', filters: noFilters, search: 'door', sort, layout: defaultLayout },
  ]);
  outbox.add(create(service, { title: 'Door' }), null);
  const { ticketId: other } = outbox.add(create(service, { title: 'Gate' }), null);
  await personal.star([other], true);
  expect(await tickets.viewCounts()).toEqual({
    base: { attention: 0, open: 2, unread: 0, starred: 1, snoozed: 0, closed: 0, all: 2 },
    saved: { [id]: 1 },
  });
  expect(await tickets.attentionCount()).toBe(0);
});

it('tells the cache of marks, notes, trouble and settings, and gives it another object only when one of them changed', async () => {
  const service = await ownService({ ticketCount: 100 });
  const { cache, outbox, personal, ...test } = await ownOutbox(service);
  const overlays: Overlay[] = [];
  vi.spyOn(cache, 'setOverlay').mockImplementation((overlay) => void overlays.push(overlay));
  const overlay = () => {
    outbox.tickets.page(query());
    const last = overlays.at(-1);
    if (!last) throw new Error('the cache was told nothing');
    return last;
  };
  const first = overlay();
  expect(first).toEqual(emptyOverlay);
  expect(overlay()).toBe(first);

  const { id: ticket } = openTicket(service);
  service.changeTicket(ticket, { status: 'Completed' });
  const { id } = outbox.add({ kind: 'cancel', ticketId: ticket, reason: 'Duplicate request' }, null);
  expect(overlay()).toBe(first);
  outbox.add({ kind: 'comment', ticketId: ticket, comment: 'Why?' }, null);
  const said = overlay();
  expect(said.unsentTexts).toEqual(new Map([[ticket, 'Why?']]));
  expect(overlay()).toBe(said);
  await reached({ cache, outbox, personal, ...test }, id, { state: 'refused' });
  expect(overlay().troubled).toEqual(new Map([[ticket, 'refused']]));

  await personal.star([ticketId(1)], true);
  personal.saveSiteNote({ site: 'AMS1', note: 'In the yard', zone: '' });
  outbox.tickets.setQuietDays({ '': 3 });
  const last = overlay();
  expect(last).toMatchObject({ siteNotes: new Map([['AMS1', 'In the yard']]), quietDays: { '': 3 } });
  expect(last.marks.get(ticketId(1))?.isStarred).toBe(true);
  expect(overlay()).toBe(last);
});

it('moves the marks of a new ticket to the ticket that the server made of it, whenever the application ends', async () => {
  const service = await ownService({ ticketCount: 20 });
  const test = await ownOutbox(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  const { id, ticketId: local } = test.outbox.add(create(service, { title: 'Marked' }), null);
  await test.personal.note(local, 'Ask Jane');
  await test.personal.snooze([local], 9e12);
  const before = await diskOf(test.folder);
  service.set({ faults: [] });
  test.outbox.wake();
  await reached(test, id, { state: 'sent' });
  const made = itemIn(test, id)?.ticketId ?? local;
  const marks = { isStarred: false, snoozedUntilMs: 9e12, note: 'Ask Jane' };
  expect([...test.personal.marks.all]).toEqual([[made, marks]]);
  await test.personal.star([local], true); // the window may not know the new id yet
  expect(test.outbox.tickets.shown(local)?.marks).toEqual({ ...marks, isStarred: true });
  const after = await diskOf(test.folder);

  const killed = await ownOutbox(service, { folder: before });
  await eventually(() => expect(killed.outbox.list().items).toEqual([]));
  expect([...killed.personal.marks.all.values()]).toEqual([marks]);
  const later = await ownOutbox(service, { folder: after });
  expect([...later.personal.marks.all]).toEqual([[made, { ...marks, isStarred: true }]]);
});

it('forgets the marks of a new ticket that is discarded, and of no other one', async () => {
  const { service, outbox, personal } = await ownBlocked();
  const { id, ticketId: local } = outbox.add(create(service), null);
  await personal.star([local, ticketId(1)], true);
  await outbox.discard(id);
  await personal.star([local], true);
  expect([...personal.marks.all.keys()]).toEqual(['WO1']);
});
