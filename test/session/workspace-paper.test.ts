import { expect, it, vi } from 'vitest';
import type { Rasterizer } from '../../electron/attachments/rasterizer.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { png } from '../../electron/demo/portfolio/sample-files.ts';
import { ticketReader } from '../../electron/paper/ticket-source.ts';
import { kindOf, ownService, ownSession, signInTo, synced } from '../support/session.ts';

/** Opens an account, whose open ticket `id` is one of fifty. */
async function openWorkspace() {
  const service = await ownService({ ticketCount: 50 });
  const test = await ownSession();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, 50);
  const { workspace } = test.session;
  const open = service.tickets().find(({ status }) => status === 'In Progress');
  const id = ticketIdSchema.parse(open?.id);
  return { service, workspace, id };
}

it('prints a ticket from the cache, with the comment that was sent and its correlation id', async () => {
  const { workspace, id } = await openWorkspace();
  const comment = 'Please come in by the <north> gate.';
  await workspace.outbox.add({ kind: 'comment', ticketId: id, comment }, null);
  await vi.waitFor(() => expect(workspace.outbox.sentOf(id)).toHaveLength(1));

  const [sent] = workspace.outbox.sentOf(id);
  expect(sent?.correlationId).toBeTruthy();
  const html = await workspace.paper.document({ ids: [id], withNotes: false });
  expect(html).toContain(id);
  expect(html).toContain('Please come in by the &lt;north&gt; gate.');
  expect(html).toContain(sent?.correlationId);
}, 60_000);

it('has a change that arrives while other tickets are made ready once', async () => {
  const { service, workspace, id } = await openWorkspace();
  await service.setConnected(false);
  workspace.outbox.add({ kind: 'comment', ticketId: id, comment: 'Please hurry' }, null);
  const read = ticketReader(workspace);
  const statesOf = () => read(id)?.changes.map(({ state }) => state);
  expect(statesOf()).toEqual(['waiting']);
  await service.setConnected(true);
  workspace.wake();
  await vi.waitFor(() => expect(workspace.outbox.sentOf(id)).toHaveLength(1));
  expect(statesOf()).toEqual(['sent']);
}, 60_000);

it('prints the small pictures of the files that are kept here, under their names', async () => {
  const service = await ownService();
  const rasterizer: Rasterizer = {
    open: () => {
      const drawn = { bytes: png(1, 1, () => [1, 2, 3]), widthPx: 1, heightPx: 1, text: '' };
      const raster = { pageCount: 1, widthPx: 640, heightPx: 480, render: () => Promise.resolve(drawn) };
      return Promise.resolve({ ...raster, close: () => undefined });
    },
  };
  const test = await ownSession({ rasterizer });
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  const { workspace } = test.session;
  const ticket = service
    .tickets()
    .find(({ id }) => service.attachments(id).some(({ filename }) => /png$/.test(filename)));
  const id = ticketIdSchema.parse(ticket?.id);
  const picture = service.attachments(id).find(({ filename }) => /png$/.test(filename));
  workspace.attachments.list(id);
  await vi.waitFor(() => expect(workspace.attachments.list(id).attachments).not.toEqual([]));
  const document = () => workspace.paper.document({ ids: [id], withNotes: false });
  expect(await document()).not.toContain('<img');
  await workspace.attachments.view(id, picture?.id ?? '');
  await vi.waitFor(async () => expect(await workspace.attachments.kept(id)).toHaveLength(1));
  expect(await document()).toMatch(/<img src="data:image\/png;base64,[^"]+" alt=""><figcaption><bdi>[^<]*png/);
  await test.session.signOut(workspace.key);
  expect(await kindOf(document())).toBe('no-open-account');
}, 60_000);
