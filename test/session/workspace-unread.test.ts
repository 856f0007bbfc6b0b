import { expect, it, vi } from 'vitest';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { ownService, ownSession, signInTo, synced, type TestSession } from '../support/session.ts';

const waiting = { interval: 10 };

async function round({ session }: TestSession) {
  const { sync, cache } = session.workspace;
  const beganMs = Date.now();
  sync.syncNow();
  await vi.waitFor(() => expect(sync.status.confirmedAtMs ?? 0).toBeGreaterThan(beganMs), waiting);
  await vi.waitFor(() => expect(cache.wantingDetail(0, '9999')).toEqual([]), waiting);
}

const openIds = (service: DemoService): TicketId[] =>
  service
    .tickets()
    .filter(({ status }) => status === 'In Progress')
    .map(({ id }) => ticketIdSchema.parse(id));

it('marks what others did, keeps it on record, and reads it', async () => {
  const service = await ownService({ ticketCount: 120 });
  const test = await ownSession();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, 120);
  const { workspace } = test.session;
  const [id, other] = openIds(service);
  if (!id || !other) throw new Error('no open tickets');
  service.changeTicket(id, { status: 'Completed' });
  await round(test);
  expect([workspace.ticket(id)?.isUnread, workspace.ticket(other)?.isUnread]).toEqual([true, false]);
  expect(workspace.record(id)).toMatchObject([{ isNew: true, change: { what: 'status', to: 'Completed' } }]);

  await workspace.setRead([id], true);
  expect(workspace.ticket(id)?.isUnread).toBe(false);
  expect(workspace.record(id)).toMatchObject([{ isNew: false }]);
  await workspace.setRead([id, other], false);
  expect([workspace.ticket(id)?.isUnread, workspace.ticket(other)?.isUnread]).toEqual([true, true]);
});

it('takes what the user did for no news, also where its answer and the next start come in between', async () => {
  const service = await ownService({ ticketCount: 120 });
  const first = await ownSession();
  await first.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(first, 120);
  const [commented, edited] = openIds(service);
  if (!commented || !edited) throw new Error('no open tickets');
  // Both arrive, but nothing comes back any more.
  service.set({ faults: [{ kind: 'hang-after', match: { method: 'POST', path: '/comments' } }] });
  const { outbox } = first.session.workspace;
  outbox.add({ kind: 'comment', ticketId: commented, comment: 'On my way.' }, null);
  const title = outbox.tickets.ticket(edited)?.summary.title ?? '';
  outbox.add({ kind: 'update', ticketId: edited, fields: { title: 'Mine' }, base: { title } }, null);
  const textsOf = (id: TicketId) =>
    service
      .tickets()
      .find((ticket) => ticket.id === id)
      ?.comments.map((one) => one.comment);
  await vi.waitFor(() => expect(textsOf(commented)).toContain('On my way.'), waiting);
  await vi.waitFor(() => expect(outbox.sent(0, 1).total).toBe(1), waiting);
  await first.session.close();

  service.set({ faults: [] });
  const second = await ownSession({ folder: first.folder, vault: first.vault });
  await second.session.start();
  const { workspace } = second.session;
  await round(second);
  await vi.waitFor(() => expect(workspace.outbox.sent(0, 1).total).toBe(2), waiting);
  await round(second);
  const comments = workspace.ticket(commented)?.detail?.comments.map(({ comment }) => comment);
  expect(comments).toContain('On my way.');
  expect([commented, edited].map((id) => [workspace.ticket(id)?.isUnread, workspace.record(id)])).toEqual([
    [false, []],
    [false, []],
  ]);
  expect(second.news).toEqual([]);
});
