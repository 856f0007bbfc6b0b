import { expect, it } from 'vitest';
import { NewsCollector } from '../../electron/sync/ticket-news.ts';
import { ownCache } from '../support/cache.ts';
import { nothingOwn } from '../support/engine.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

it('returns one entry a ticket, once, with what tells most of it', async () => {
  const news = new NewsCollector(await ownCache(), nothingOwn);
  const comment = { what: 'comment', comment: 'Done', by: 'Operator', on: '' } as const;
  const status = { what: 'status', from: 'New', to: 'Completed' } as const;
  news.onRecorded(aTicket(1), [{ what: 'created' }]);
  news.onRecorded(aTicket(1, { title: 'Other' }), [{ what: 'touched' }]);
  news.onRecorded(aTicket(2), [status]);
  news.onRecorded(aTicket(3), [{ what: 'file', fileName: 'plan.pdf', by: '', on: '' }]);
  news.onRecorded(aTicket(4), [status, comment]);
  expect(news.take().map(({ id, title, what }) => [id, title, what])).toEqual([
    ['WO1', 'Other', 'new'],
    ['WO2', 'Title 2', 'status'],
    ['WO3', 'Title 3', 'changed'],
    ['WO4', 'Title 4', 'comment'],
  ]);
  expect(news.take()).toEqual([]);
});

it('takes a ticket for old that was created before those that are known, or that was removed here', async () => {
  const cache = await ownCache();
  const news = new NewsCollector(cache, nothingOwn);
  expect(news.isOld(aTicket(1, { createdOn: '2020-01-01 00:00:00' }))).toBe(false);
  cache.saveListed([aTicket(1, { createdOn: '2026-01-01 10:00:00' })]);
  cache.progress.confirm(1, Date.UTC(2026, 0, 2));
  const isOld = (createdOn: string) => news.isOld(aTicket(2, { createdOn }));
  expect(['2026-01-01 09:54:59', '2026-01-01 09:55:00', 'yesterday', ''].map(isOld)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  news.removed(ticketId(3));
  const seenAgain = aTicket(3, { createdOn: '2026-02-01 10:00:00' });
  expect([news.isOld(seenAgain), news.isOld(seenAgain)]).toEqual([true, false]);
});

it('does not take each new ticket for old because one has a time that is still to come, or none that can be read', async () => {
  const cache = await ownCache();
  const news = new NewsCollector(cache, nothingOwn);
  const times = ['2026-01-01 10:00:00', '2099-01-01 00:00:00', 'not yet', ''];
  cache.saveListed(times.map((createdOn, number) => aTicket(number, { createdOn, updatedOn: createdOn })));
  const nowMs = Date.UTC(2026, 0, 1, 12);
  const newest = { createdOn: '2026-01-01 10:00:00', updatedOn: '2026-01-01 10:00:00' };
  cache.progress.confirm(Date.UTC(2001, 0, 1), nowMs); // this computer's clock is off
  expect(cache.progress.newestConfirmed()).toEqual(newest);
  await cache.progress.finishWalk({ atMs: Date.UTC(2001, 0, 1), surplus: 0, missing: 0 }, nowMs);
  expect(cache.progress.newestConfirmed()).toEqual(newest);
  expect(news.isOld(aTicket(9, { createdOn: '2026-01-01 11:00:00' }))).toBe(false);
});
