import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { create, eventually, kindOf, openTicket } from '../support/outbox.ts';
import { openKey, ownService, ownSession, signInTo, type TestSession, twoOffered } from '../support/session.ts';

async function opened(service: DemoService, options: { folder?: string; vault?: TestSession['vault'] } = {}) {
  const test = await ownSession(options);
  await test.session.start();
  if (test.session.state.phase !== 'open') await test.session.signIn(signInTo(service, singleAccountCredentials));
  return test;
}

function accountOf({ session, folder }: TestSession) {
  const key = openKey(session);
  return { key, folder: join(folder, 'accounts', key) };
}

it('keeps what waits over a restart without a network, shows it, and sends it when the network is back', async () => {
  const service = await ownService();
  const first = await opened(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  const { ticketId } = first.session.workspace.outbox.add(create(service, { title: 'Waits' }), null);
  await first.session.close();

  const second = await opened(service, first);
  const { workspace } = second.session;
  expect(workspace.ticket(ticketId)?.summary.title).toBe('Waits');
  expect(workspace.attachments.list(ticketId)).toEqual({ attachments: [], fetchedAtMs: null });
  service.set({ faults: [] });
  second.session.wake();
  await eventually(() => expect(workspace.outbox.list().items).toEqual([]));
  const real = workspace.ticket(ticketId)?.summary.id;
  expect(real && !isLocalTicketId(real)).toBe(true);
  expect(service.tickets()[0]).toMatchObject({ id: real, title: 'Waits' });
});

it('sends what waits as soon as the sync finds the network back', async () => {
  const service = await ownService();
  const { session } = await opened(service);
  await eventually(() => expect(session.workspace.sync.status.connection).toBe('online'));
  service.set({ faults: [{ kind: 'gateway-401' }] });
  session.workspace.sync.syncNow();
  await eventually(() => expect(session.workspace.sync.status.connection).toBe('offline'));
  const ticketId = openTicket(service).id;
  const { id } = session.workspace.outbox.add({ kind: 'comment', ticketId, comment: 'Said' }, null);
  await eventually(() => expect(session.workspace.outbox.list().items[0]?.problem).not.toBeNull());
  service.set({ faults: [] });
  session.workspace.sync.syncNow();
  await eventually(() => expect(session.workspace.outbox.sent(0, 1).items[0]?.id).toBe(id));
});

it('a secret that was renewed: signing in again loses nothing that was typed, and sends what waits', async () => {
  const service = await ownService();
  const { session } = await ownSession();
  await session.signIn(signInTo(service, demoCredentials));
  const [account] = twoOffered(session);
  await session.choose(account.key);
  await eventually(() => expect(session.workspace.sync.status.connection).toBe('online'));
  service.set({ faults: [{ kind: 'unauthorized' }] }); // token and secret are void
  const { ticketId } = session.workspace.outbox.add(create(service, { title: 'Waits' }), null);
  const fields = { ...emptyNewTicket, title: 'Begun' };
  session.workspace.outbox.drafts.save('new', { form: 'new', fields, changeId: null });
  session.workspace.outbox.templates.save({ name: 'Check', fields });
  session.wake();
  await eventually(() => expect(session.workspace.sync.status.connection).toBe('refused'));
  expect(session.workspace.sync.status.problem?.todo).toMatch(/Sign in again/);

  service.set({ faults: [] });
  await session.signIn(signInTo(service, singleAccountCredentials));
  expect(session.state).toMatchObject({ phase: 'open', account: { key: account.key } });
  const { outbox } = session.workspace;
  await eventually(() => expect(outbox.list().items).toEqual([]));
  expect(service.tickets()[0]).toMatchObject({ id: session.workspace.ticket(ticketId)?.summary.id, title: 'Waits' });
  expect(outbox.drafts.list().map(({ key }) => key)).toEqual(['new']);
  expect(outbox.templates.list().map(({ name }) => name)).toEqual(['Check']);
});

it('a cache that is thrown away takes nothing of the outbox with it', async () => {
  const service = await ownService();
  const first = await opened(service);
  service.set({ faults: [{ kind: 'gateway-401' }] });
  first.session.workspace.outbox.add(create(service), null);
  const { folder } = accountOf(first);
  await first.session.close();
  writeFileSync(join(folder, 'cache.db'), 'no database'.repeat(1_000));

  const second = await opened(service, first);
  expect(second.session.state).toMatchObject({ phase: 'open', notice: { kind: 'cache-set-aside' } });
  expect(second.session.workspace.outbox.list().items).toHaveLength(1);
});

it('an outbox that cannot be read is set aside and said', async () => {
  const service = await ownService();
  const first = await opened(service);
  const { folder } = accountOf(first);
  await first.session.close();
  writeFileSync(join(folder, 'outbox.db'), 'no database'.repeat(1_000));

  const second = await opened(service, first);
  expect(second.session.state).toMatchObject({ phase: 'open', notice: { kind: 'outbox-set-aside' } });
  expect(readdirSync(folder).some((name) => /^set-aside-.*-outbox[.]db$/.test(name))).toBe(true);
  await second.session.signOut(accountOf(second).key);
  expect(readdirSync(join(second.folder, 'accounts'))).toEqual([]);
});

it('has no outbox without an open account', async () => {
  const { session } = await ownSession();
  await session.start();
  expect(await kindOf(() => session.workspace)).toBe('no-open-account');
});
