import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { closedSession, kindOf, openKey, ownService, ownSession, signInTo, synced } from '../support/session.ts';

async function openedSession() {
  const service = await ownService({ ticketCount: 50 });
  const test = await ownSession();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, 50);
  return { ...test, service };
}

function openTickets(service: DemoService): TicketId[] {
  const open = service.tickets().filter(({ status }) => status === 'In Progress');
  return open.map(({ id }) => ticketIdSchema.parse(id));
}

const filesIn = (folder: string, name: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(name));

it('keeps the user’s own data when the cache is thrown away', async () => {
  const service = await ownService({ ticketCount: 20 });
  const [id] = service.tickets().map((ticket) => ticketIdSchema.parse(ticket.id));
  if (!id) throw new Error('the service has no ticket');
  const closed = await closedSession(service);
  const first = await ownSession(closed);
  await first.session.start();
  await first.session.workspace.personal.star([id], true);
  await first.session.workspace.personal.note(id, 'Ask Jane');
  first.session.workspace.personal.saveSiteNote({ site: 'AMS1', note: 'In the yard', zone: '' });
  await first.session.close();
  for (const name of ['cache.db', 'cache.db-wal', 'cache.db-shm']) {
    for (const path of filesIn(closed.folder, name)) rmSync(join(closed.folder, path));
  }

  const second = await ownSession(closed);
  await second.session.start();
  await synced(second, 20);
  expect(second.session.workspace.ticket(id)?.marks).toMatchObject({ isStarred: true, note: 'Ask Jane' });
  expect(second.session.workspace.personal.siteNotes.list()).toHaveLength(1);
});

it('removes the user’s own data with the account', async () => {
  const { session, folder, service } = await openedSession();
  await session.workspace.personal.star(openTickets(service), true);
  expect(filesIn(folder, 'outbox.db')).toHaveLength(1);
  await session.signOut(openKey(session));
  expect(filesIn(folder, 'outbox.db')).toEqual([]);
});

it('reminds of a snooze that is over by the ticket’s title, and only while the user wants notifications', async () => {
  const { session, service, reminders } = await openedSession();
  const [one, other] = openTickets(service);
  if (!one || !other) throw new Error('the service has no open tickets');
  const forAMoment = (...ids: TicketId[]) => session.workspace.personal.snooze(ids, Date.now() + 20);
  await forAMoment(one, ticketIdSchema.parse('WO0'));
  const title = service.tickets().find(({ id }) => id === one)?.title;
  await vi.waitFor(() => expect(reminders).toEqual([{ id: one, title }]));
  await session.changeSettings({ notifies: false });
  await forAMoment(other);
  await vi.waitFor(() => expect(session.workspace.ticket(other)?.attention).toContain('reminder'));
  expect(reminders).toHaveLength(1);
});

it('brings a snoozed ticket back when the operator answers', async () => {
  const { session, service, news, reminders } = await openedSession();
  const [one, other] = openTickets(service);
  if (!one || !other) throw new Error('the service has no open tickets');
  const { personal, sync } = session.workspace;
  await personal.snooze([one, other], Date.now() + 3_600_000);
  service.changeTicket(one, { status: 'Completed' });
  service.changeTicket(other, { title: 'Another title' });
  sync.syncNow();
  await vi.waitFor(() => expect(news.map(({ id }) => id).sort()).toEqual([one, other].sort()));
  expect(personal.marks.of(one).snoozedUntilMs).toBeLessThanOrEqual(Date.now());
  expect(personal.marks.of(other).snoozedUntilMs).toBeGreaterThan(Date.now());
  expect(session.workspace.ticket(one)?.attention).toContain('reminder');
  expect(reminders).toEqual([]); // the news tells it
});

it('takes over after how long a ticket counts as quiet, at once and at the next start', async () => {
  const { session, service, folder, vault } = await openedSession();
  const old = service.tickets().find(({ status, updatedOn }) => {
    return status === 'In Progress' && Date.parse(`${updatedOn.replace(' ', 'T')}Z`) < Date.now() - 2 * 86_400_000;
  });
  const id = ticketIdSchema.parse(old?.id);
  await session.changeSettings({ quietDays: { '': 365 } });
  expect(session.workspace.ticket(id)?.attention).not.toContain('quiet');
  await session.changeSettings({ quietDays: { '': 1 } });
  expect(session.workspace.ticket(id)?.attention).toContain('quiet');
  await session.close();
  const again = await ownSession({ folder, vault });
  await again.session.start();
  expect(again.session.workspace.ticket(id)?.attention).toContain('quiet');
});

it('writes own data to the file that the user chooses, and reads it on another computer', async () => {
  const { session } = await openedSession();
  const path = join(await ownFolder(), 'mine.json');
  session.workspace.personal.commentTexts.save({ name: 'Thanks', text: 'Thank you.' });
  await session.changeSettings({ userName: 'Jane' });
  expect(await session.exportOwnData(() => Promise.resolve(null))).toBeNull();
  const suggested: string[] = [];
  const choose = (name: string) => {
    suggested.push(name);
    return Promise.resolve(path);
  };
  expect(await session.exportOwnData(choose)).toBe('mine.json');
  expect(suggested).toEqual(['Colodesk views and templates.json']);

  const other = (await openedSession()).session;
  expect(await other.importOwnData(() => Promise.resolve(null))).toBeNull();
  writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8')}`); // as some editors save it
  expect(await other.importOwnData(() => Promise.resolve(path))).toMatchObject({ fileName: 'mine.json', added: 2 });
  expect(other.workspace.personal.commentTexts.list()).toMatchObject([{ name: 'Thanks', text: 'Thank you.' }]);
  expect(other.settings.userName).toBe('Jane');
});

it('imports nothing from a file that cannot be read, and leaves the settings as they were when the disk refuses', async () => {
  const { session } = await openedSession();
  const folder = await ownFolder();
  const importing = (name: string) => kindOf(session.importOwnData(() => Promise.resolve(join(folder, name))));
  writeFileSync(join(folder, 'large.json'), Buffer.alloc(20_000_001));
  expect(await importing('large.json')).toBe('invalid-input');
  expect(await importing('missing.json')).toBe('disk-error');
  expect(await importing('.')).toBe('disk-error');

  const { ownData, personal } = session.workspace;
  writeFileSync(join(folder, 'own.json'), ownData.export({ ...session.settings, userName: 'Jane' }));
  const before = JSON.stringify(session.settings);
  vi.spyOn(personal.views, 'replace').mockImplementation(() => {
    throw new Error('the disk is full');
  });
  await expect(session.importOwnData(() => Promise.resolve(join(folder, 'own.json')))).rejects.toThrow('disk is full');
  expect(JSON.stringify(session.settings)).toBe(before);
});

it('an import keeps what is saved while the settings of the file are written', async () => {
  const { session } = await openedSession();
  const { ownData, personal } = session.workspace;
  personal.commentTexts.save({ name: 'Thanks', text: 'from the file' });
  const path = join(await ownFolder(), 'mine.json');
  writeFileSync(path, ownData.export({ ...session.settings, userName: 'Jane' }));
  personal.commentTexts.remove(personal.commentTexts.list()[0]?.id ?? '');
  const read = vi.spyOn(ownData, 'readImport');
  const importing = session.importOwnData(() => Promise.resolve(path));
  await vi.waitFor(() => expect(read).toHaveBeenCalled(), { interval: 0 });
  personal.commentTexts.save({ name: 'Thanks', text: 'typed meanwhile' });
  await importing;
  expect(personal.commentTexts.list()).toMatchObject([{ text: 'typed meanwhile' }]);
});
