import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Rasterizer } from '../../electron/attachments/rasterizer.ts';
import { TicketFiles } from '../../electron/attachments/ticket-files.ts';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { png } from '../../electron/demo/portfolio/sample-files.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { clientOf } from '../support/client.ts';
import { ownFolder } from '../support/folder.ts';
import { kindOf, ownService, ownSession, signInTo, synced } from '../support/session.ts';

/** Stands for the window that draws: what it draws is a picture of one pixel. */
const rasterizer: Rasterizer = {
  open: (bytes) =>
    Promise.resolve({
      pageCount: 1,
      widthPx: 640,
      heightPx: 480,
      render: () =>
        Promise.resolve({ bytes: png(1, 1, () => [1, 2, 3]), widthPx: 1, heightPx: 1, text: `${bytes.length}` }),
      close: () => undefined,
    }),
};

/** The files of a synced account, apart from those of its workspace, so that a test sets their times. */
async function ownFiles(budgetBytes = 100_000_000) {
  const service = await ownService();
  const test = await ownSession();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  const { workspace } = test.session;
  const api = await clientOf(service);
  const folder = await ownFolder();
  const state = { mayFetch: true };
  const changed: TicketId[] = [];
  const problems: unknown[] = [];
  const files = new TicketFiles({
    folder,
    key: '42'.repeat(32),
    api,
    cache: workspace.cache,
    budgetBytes,
    rasterizer,
    mayFetch: () => state.mayFetch,
    onChange: (id) => changed.push(id),
    onProblem: (error) => problems.push(error),
    times: { firstMs: 1, betweenMs: 1, nextMs: 50 },
  });
  onTestFinished(() => files.close());
  return { service, api, files, folder, state, changed, problems, workspace, session: test.session };
}

/** A file of the service’s by its name, and its ticket. */
function fileNamed(service: DemoService, pattern: RegExp) {
  for (const { id } of service.tickets()) {
    const file = service.attachments(id).find(({ filename }) => pattern.test(filename));
    if (file) return { file, ref: { ticketId: ticketIdSchema.parse(id), fileId: file.id } };
  }
  throw new Error(`there is no file ${pattern}`);
}

it('a file that was opened opens again without a network, and one that was not says so', async () => {
  const { service, files, changed } = await ownFiles();
  const { file, ref } = fileNamed(service, /report\.txt$/);
  const text = Buffer.from(file.content).toString();
  expect(await files.view(ref, 'report.txt')).toMatchObject({ kind: 'text', text, isCut: false });
  await vi.waitFor(() => expect(changed).toContain(ref.ticketId));
  await service.setConnected(false);
  expect(await files.view(ref, 'report.txt')).toMatchObject({ kind: 'text', text });
  const other = fileNamed(service, /front\.png$/);
  await expect(files.view(other.ref, 'front.png')).rejects.toMatchObject({
    problem: { message: expect.stringMatching(/is not on this computer/) },
  });
});

it('what a file holds is told by its bytes, and only the last view has pages', async () => {
  const { service, files } = await ownFiles();
  const picture = await files.view(fileNamed(service, /front\.png$/).ref, 'front.exe');
  const document = await files.view(fileNamed(service, /\.pdf$/).ref, 'protocol.png');
  expect([picture.kind, document.kind]).toEqual(['picture', 'pdf']);
  if (!('viewId' in picture) || !('viewId' in document)) throw new Error('no pages');
  expect(await files.viewPage(document.viewId, 1, 800)).toMatchObject({
    dataUrl: expect.stringMatching(/^data:image\/png/),
  });
  expect(await kindOf(files.viewPage(document.viewId, 2, 800))).toBe('file-unviewable');
  expect(await kindOf(files.viewPage(picture.viewId, 1, 800))).toBe('file-unviewable');
});

it('the small pictures of kept files are drawn once and kept too', async () => {
  const { service, files } = await ownFiles();
  const { ref } = fileNamed(service, /front\.png$/);
  await files.view(ref, 'front.png');
  await vi.waitFor(async () => expect(await files.kept(ref.ticketId)).toHaveLength(1));
  const thumbnails = await files.thumbnailsOf(ref.ticketId);
  expect([...thumbnails]).toEqual([[ref.fileId, expect.stringMatching(/^data:image\/png;base64,/)]]);
});

it('files of open tickets up to 5 MB come by themselves, and no file lies in the clear', async () => {
  const { api, files, folder, workspace } = await ownFiles();
  const [first, second] = workspace.cache.openTickets();
  if (!first || !second) throw new Error('no open tickets');
  const attach = (id: TicketId, fileName: string, content: Buffer) =>
    api.uploadAttachment(
      id,
      {
        fileName,
        sizeBytes: content.length,
        chunks: async function* () {
          yield await Promise.resolve(content);
        },
      },
      () => undefined,
    );
  await attach(first, 'cage plan.txt', Buffer.from('the door code is 4711'));
  await attach(second, 'film.bin', Buffer.alloc(5_000_001, 'film'));
  files.start();
  const kept = () => files.kept(first).then((list) => list.map(({ sizeBytes }) => sizeBytes));
  await vi.waitFor(async () => expect(await kept()).toEqual([21]), { timeout: 15_000 });
  await vi.waitFor(() => expect(workspace.cache.lists.attachments(second).attachments).toHaveLength(1));
  expect(await files.kept(second)).toEqual([]);
  const onDisk = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')));
  expect(onDisk.join('')).not.toMatch(/door code|cage plan|filmfilm/);
});

it('nothing is fetched unasked while the sync is busy or paused, or with no budget', async () => {
  const { service, files, state } = await ownFiles(0);
  service.clearRequests();
  files.start();
  await vi.waitFor(async () => expect(await files.usedBytes()).toBe(0));
  state.mayFetch = false;
  await files.setBudget(1_000_000);
  await files.kept(fileNamed(service, /front\.png$/).ref.ticketId);
  expect(service.requests.filter(({ path }) => /\/attachments\//.test(path))).toEqual([]);
});

it('signing out removes the kept files', async () => {
  const { service, session, workspace } = await ownFiles();
  const { ref } = fileNamed(service, /report\.txt$/);
  await workspace.viewAttachment(ref.ticketId, ref.fileId);
  await vi.waitFor(async () => expect(await workspace.keptAttachments(ref.ticketId)).toHaveLength(1));
  await session.signOut(workspace.key);
  expect(await kindOf(Promise.resolve().then(() => session.workspace))).toBe('no-open-account');
});
