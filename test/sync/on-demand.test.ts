/* Lists that are fetched because the user is looking at them. */

import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { changeIdSchema, localTicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { Refresher } from '../../electron/sync/on-demand.ts';
import { ownCache } from '../support/cache.ts';
import { clientOf } from '../support/client.ts';
import { ownService } from '../support/session.ts';

async function ownRefresher() {
  const service = await ownService();
  const cache = await ownCache();
  const reported: string[] = [];
  const events = {
    onTicketsChanged: (ids: string[]) => reported.push(...ids),
    onReferenceData: (site: string | null) => reported.push(`locations of ${site}`),
    onProblem: (problem: Problem) => reported.push(problem.kind),
  };
  const server = { mayBeAsked: true };
  const refresher = new Refresher(await clientOf(service), cache, events, () => server.mayBeAsked);
  onTestFinished(() => refresher.stop());
  service.clearRequests();
  const withFile = service.tickets().find(({ comments }) => comments.some(({ comment }) => /attached/.test(comment)));
  return { service, server, cache, reported, refresher, id: ticketIdSchema.parse(withFile?.id) };
}

it('fetches a site’s locations and a ticket’s files, and reports their arrival', async () => {
  const { cache, reported, refresher, id } = await ownRefresher();
  refresher.locations('AMS017');
  refresher.attachments(id);
  await vi.waitFor(() => expect(reported.toSorted()).toEqual([id, 'locations of AMS017'].toSorted()));
  expect(cache.lists.locations('AMS017').length).toBeGreaterThan(40);
  expect(cache.lists.attachments(id)).toMatchObject({ attachments: [{ fileName: expect.stringContaining(id) }] });
});

it('fetches a list once for many requests, and again only when it is old or known to have changed', async () => {
  const { service, reported, refresher, id } = await ownRefresher();
  for (let look = 0; look < 5; look++) refresher.attachments(id);
  await vi.waitFor(() => expect(reported).toEqual([id]));
  refresher.attachments(id);
  expect(service.requests).toHaveLength(1);
  refresher.attachments(id, true);
  await vi.waitFor(() => expect(service.requests).toHaveLength(2));
  expect(reported).toEqual([id]); // nothing in it was new
});

it('fetches a list again that changed while it was on its way', async () => {
  const { service, refresher, id } = await ownRefresher();
  refresher.attachments(id);
  refresher.attachments(id, true);
  await vi.waitFor(() => expect(service.requests).toHaveLength(2));
  await refresher.stop();
  expect(service.requests).toHaveLength(2);
});

it('calls a server that asked for a pause only for a list that is known to have changed', async () => {
  const { service, server, refresher, id } = await ownRefresher();
  server.mayBeAsked = false;
  refresher.attachments(id);
  refresher.locations('AMS017');
  refresher.referenceData();
  refresher.attachments(id, true);
  await vi.waitFor(() => expect(service.requests).toHaveLength(1));
  await refresher.stop();
  expect(service.requests.map(({ path }) => path)).toEqual([expect.stringContaining(id)]);
});

it('makes no call for a ticket that exists only here, nor without a site', async () => {
  const { service, refresher } = await ownRefresher();
  refresher.attachments(localTicketId(changeIdSchema.parse(randomUUID())));
  refresher.locations('');
  await refresher.stop();
  expect(service.requests).toEqual([]);
});

it('keeps the cached list when the server cannot be reached', async () => {
  const { service, cache, reported, refresher, id } = await ownRefresher();
  cache.lists.saveAttachments(id, [{ id: 'a', fileName: 'a.txt', createdBy: '', createdOn: '' }], 5);
  await service.setConnected(false);
  refresher.attachments(id);
  await vi.waitFor(() => expect(reported).toEqual(['no-connection']));
  expect(cache.lists.attachments(id).attachments).toHaveLength(1);
});

it('does not use the cache after it has stopped', async () => {
  const { service, cache, reported, refresher, id } = await ownRefresher();
  service.set({ faults: [{ kind: 'hang' }] });
  refresher.attachments(id);
  await vi.waitFor(() => expect(service.requests).toHaveLength(1));
  await refresher.stop();
  refresher.attachments(id);
  expect([reported, service.requests.length, cache.lists.attachments(id).fetchedAtMs]).toEqual([[], 1, null]);
});
