import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { specifiedCatalogue } from '../../electron/contract/reference-data.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService, ownSession, signInTo } from '../support/session.ts';

async function openAccount(options: Partial<DemoOptions> = {}) {
  const service = await ownService(options);
  const test = await ownSession();
  await test.session.start();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  return { service, ...test, workspace: test.session.workspace };
}

/** A ticket with a file, once its list is here. */
async function ticketWithFile({ service, workspace }: Awaited<ReturnType<typeof openAccount>>) {
  const ticket = service.tickets().find(({ comments }) => comments.some(({ comment }) => /attached/.test(comment)));
  const id: TicketId = ticketIdSchema.parse(ticket?.id);
  const file = await vi.waitFor(() => {
    const [first] = workspace.attachments.list(id).attachments;
    if (!first) throw new Error('not fetched yet');
    return first;
  });
  return { id, file };
}

it('what forms choose from is there when the network is not', async () => {
  const { service, workspace } = await openAccount();
  await vi.waitFor(() => expect(workspace.cache.lists.locations('ZRH003').length).toBeGreaterThan(40));
  await service.setConnected(false);
  expect(workspace.sites()).toHaveLength(7);
  expect(workspace.catalogue()).toEqual(specifiedCatalogue());
  expect(workspace.locations('AMS017').length).toBeGreaterThan(40);
});

it('before the first sync is over the categories are the specification’s, until the server’s come', async () => {
  const { workspace } = await openAccount({ faults: [{ kind: 'hang', match: { path: 'tickets?page=' } }] });
  expect(workspace.catalogue()).toEqual(specifiedCatalogue());
  expect(workspace.sites()).toEqual([]);
  await vi.waitFor(() => expect(workspace.sites()).toHaveLength(7));
  await vi.waitFor(() => expect(workspace.cache.lists.catalogue()).toEqual(specifiedCatalogue()));
  expect(workspace.sync.status.confirmedAtMs).toBeNull();
});

it('asks for no list while the server wants to be left alone', async () => {
  const { service, workspace } = await openAccount();
  await vi.waitFor(() => expect(workspace.sync.status.confirmedAtMs).not.toBeNull());
  service.set({ faults: [{ match: { path: '/v1/' }, kind: 'rate-limited', retryAfterS: 600 }] });
  workspace.sync.syncNow();
  await vi.waitFor(() => expect(workspace.sync.status.problem).toMatchObject({ kind: 'rate-limited' }));
  service.set({ faults: [] });
  service.clearRequests();
  const [looked, saved] = service.tickets().map(({ id }) => ticketIdSchema.parse(id));
  if (!looked || !saved) throw new Error('no tickets');
  workspace.attachments.list(looked);
  await expect(workspace.attachments.save(saved, 'unknown', async () => 'nowhere')).rejects.toThrow(); // the user wants that
  expect(service.requests.map(({ path }) => path)).toContainEqual(expect.stringContaining(saved));
  expect(service.requests.map(({ path }) => path)).not.toContainEqual(expect.stringContaining(looked));
});

it('saves a file under the name that the user chose', async () => {
  const test = await openAccount();
  const { id, file } = await ticketWithFile(test);
  const folder = await ownFolder();
  const asked: string[] = [];
  const name = await test.workspace.attachments.save(id, file.id, async (suggestedName) => {
    asked.push(suggestedName);
    return join(folder, 'chosen.txt');
  });
  expect([asked, name]).toEqual([[file.fileName], 'chosen.txt']);
  expect(await readFile(join(folder, 'chosen.txt'), 'utf8')).toMatch(/\S/);
  expect(await readdir(folder)).toEqual(['chosen.txt']);
});

it('fetches nothing when the user thinks better of it', async () => {
  const test = await openAccount();
  const { id, file } = await ticketWithFile(test);
  expect(await test.workspace.attachments.save(id, file.id, async () => null)).toBeNull();
  expect(test.service.requests.filter(({ path }) => path.includes('/file/'))).toEqual([]);
});

it('fetches nothing where nothing can be written', async () => {
  const test = await openAccount();
  const { id, file } = await ticketWithFile(test);
  const nowhere = join(await ownFolder(), 'missing', 'chosen.txt');
  await expect(test.workspace.attachments.save(id, file.id, async () => nowhere)).rejects.toMatchObject({
    problem: { kind: 'disk-error', kept: expect.stringContaining('The operator still has the file') },
  });
  expect(test.service.requests.filter(({ path }) => path.includes('/file/'))).toEqual([]);
});

it('a file that is being saved in a folder is stopped, and nothing of it is left', async () => {
  const test = await openAccount();
  const { id, file } = await ticketWithFile(test);
  const folder = await ownFolder();
  test.service.set({ faults: [{ kind: 'drip', bytesPerS: 10, match: { path: '/file/' } }] });
  const saving = test.workspace.attachments.saveIn(id, file.id, folder);
  await vi.waitFor(async () => {
    const names = await readdir(folder);
    expect(names).toEqual([expect.stringMatching(/[.]part$/)]); // a kill would leave an empty file under the name of the attachment
    expect((await stat(join(folder, names[0] ?? ''))).size).toBeGreaterThan(0);
  });
  test.workspace.attachments.stopSaving();
  expect(await saving).toBeNull();
  expect(await readdir(folder)).toEqual([]);
  test.service.set({ faults: [] });
  expect(await test.workspace.attachments.saveIn(id, file.id, folder)).toBe(file.fileName); // the next is not stopped
});

it('says of a file that is gone or breaks off what became of it, and leaves nothing behind', async () => {
  const test = await openAccount();
  const { id, file } = await ticketWithFile(test);
  const folder = await ownFolder();
  const askPath = async () => join(folder, 'chosen.txt');
  await expect(test.workspace.attachments.save(id, 'unknown', askPath)).rejects.toMatchObject({
    problem: {
      kind: 'not-found',
      message: expect.stringContaining('this file'),
      kept: expect.stringMatching(/Nothing/),
    },
  });
  test.service.set({ faults: [{ kind: 'cut-off', match: { path: '/file/' } }] });
  await expect(test.workspace.attachments.save(id, file.id, askPath)).rejects.toMatchObject({
    problem: { kept: expect.stringMatching(/Nothing was saved/) },
  });
  expect(await readdir(folder)).toEqual([]);
});
