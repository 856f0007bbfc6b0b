import { expect, it, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { ownService, ownSession, signInTo } from '../support/session.ts';

async function openedSession() {
  const service = await ownService();
  const test = await ownSession();
  await test.session.start();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  const { sync } = test.session.workspace;
  const confirmedSince = (sinceMs: number) =>
    vi.waitFor(() => expect(sync.status.confirmedAtMs ?? -1).toBeGreaterThan(sinceMs));
  await confirmedSince(-1);
  const round = async () => {
    const before = sync.status.confirmedAtMs ?? -1;
    sync.syncNow();
    await confirmedSince(before);
  };
  return { ...test, service, round };
}

it('tells what others did, nothing of what the user did here, and nothing when it is switched off', async () => {
  const { session, service, round, news } = await openedSession();
  const [theirs, own] = service.tickets().filter(({ status }) => status === 'In Progress');
  const { outbox } = session.workspace;
  outbox.add({ kind: 'comment', ticketId: ticketIdSchema.parse(own?.id), comment: 'Seen.' }, null);
  await vi.waitFor(() => expect(outbox.sent(0, 1).total).toBe(1));
  service.changeTicket(theirs?.id ?? '', { status: 'Completed' });
  await round();
  await vi.waitFor(() => expect(news).not.toEqual([]));
  await round();
  expect(news.map(({ id, what }) => `${id} ${what}`)).toEqual([`${theirs?.id} status`]);

  await session.changeSettings({ ...session.settings, notifies: false });
  service.changeTicket(own?.id ?? '', { status: 'Completed' });
  await round();
  await vi.waitFor(() =>
    expect(session.workspace.ticket(ticketIdSchema.parse(own?.id))?.summary.status).toBe('Completed'),
  );
  expect(news).toHaveLength(1);
});

it('says what is set at the start, and each time that it changes', async () => {
  const { session, settings } = await ownSession();
  expect(settings).toEqual([]);
  await session.start();
  await session.changeSettings({ staysInTray: true });
  expect(settings.map(({ staysInTray }) => staysInTray)).toEqual([false, true]);
});
