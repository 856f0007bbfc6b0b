import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { ApiClient } from '../../electron/api/client.ts';
import { KeptFiles } from '../../electron/attachments/kept-files.ts';
import type { Rasterizer } from '../../electron/attachments/rasterizer.ts';
import { TicketFiles } from '../../electron/attachments/ticket-files.ts';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { png } from '../../electron/demo/portfolio/sample-files.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { SqliteFile } from '../../electron/store/database.ts';
import { clientOf } from '../support/client.ts';
import { ownFolder } from '../support/folder.ts';
import { kindOf, ownService, ownSession, signInTo, synced } from '../support/session.ts';

/** Stands for the window that draws: what it draws is a picture of one pixel. */
const drawing: Rasterizer = {
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
async function ownFiles(budgetBytes = 100_000_000, rasterizer = drawing) {
  const service = await ownService();
  const test = await ownSession();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  const { workspace } = test.session;
  const api = await clientOf(service);
  const folder = await ownFolder();
  const state = { mayFetch: true, asked: 0 };
  const changed: TicketId[] = [];
  const problems: unknown[] = [];
  const options = {
    folder,
    key: '42'.repeat(32),
    api,
    cache: workspace.cache,
    budgetBytes,
    rasterizer,
    mayFetch: () => {
      state.asked += 1;
      return state.mayFetch;
    },
    onChange: (id: TicketId) => changed.push(id),
    onProblem: (error: unknown) => problems.push(error),
    times: { firstMs: 1, betweenMs: 1, nextMs: 50 },
  };
  /** Those of another start. */
  function again() {
    const files = new TicketFiles(options);
    onTestFinished(() => files.close());
    return files;
  }
  const files = again();
  const { session, folder: userDataFolder } = test;
  return { service, api, files, again, folder, state, changed, problems, workspace, session, userDataFolder };
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

it('a small picture that could not be drawn is tried again with the next start, and not before', async () => {
  const open = vi.fn(drawing.open).mockRejectedValueOnce(new ProblemError('file-unviewable')); // the computer was busy
  const { service, files, again } = await ownFiles(100_000_000, { open });
  const { ref } = fileNamed(service, /front\.png$/);
  await files.view(ref, 'front.png').catch(() => undefined); // it is kept all the same
  await vi.waitFor(async () => expect(await files.usedBytes()).toBeGreaterThan(0));
  open.mockClear().mockRejectedValueOnce(new ProblemError('file-unviewable'));
  for (let times = 0; times < 2; times++) expect([...(await files.thumbnailsOf(ref.ticketId))]).toEqual([]);
  expect(open).toHaveBeenCalledOnce();
  await files.close();
  expect(await again().thumbnailsOf(ref.ticketId)).toHaveLength(1);
});

it('a file that is kept anew while it is read gets its small picture later', async () => {
  const { service, files } = await ownFiles();
  const { ref } = fileNamed(service, /front\.png$/);
  await files.view(ref, 'front.png');
  await vi.waitFor(async () => expect(await files.usedBytes()).toBeGreaterThan(0));
  const read = vi.spyOn(KeptFiles.prototype, 'read').mockResolvedValueOnce(null);
  onTestFinished(() => read.mockRestore());
  expect([...(await files.thumbnailsOf(ref.ticketId))]).toEqual([]);
  await vi.waitFor(async () => expect(await files.thumbnailsOf(ref.ticketId)).toHaveLength(1));
});

/** From here on, the disk has no room for what is written about a kept file. */
function fillDisk() {
  const { run } = SqliteFile.prototype;
  const full = vi.spyOn(SqliteFile.prototype, 'run').mockImplementation(function (this: SqliteFile, sql, ...values) {
    if (/^UPDATE kept_file SET (thumbnail|used_at_ms)/.test(sql)) throw new ProblemError('disk-full');
    return run.call(this, sql, ...values);
  });
  onTestFinished(() => full.mockRestore());
}

it('what is kept opens without a network, also on a full disk', async () => {
  const { service, files } = await ownFiles();
  const { ref } = fileNamed(service, /report\.txt$/);
  await files.view(ref, 'report.txt');
  await vi.waitFor(async () => expect(await files.kept(ref.ticketId)).toHaveLength(1));
  fillDisk();
  await service.setConnected(false);
  expect(await files.view(ref, 'report.txt')).toMatchObject({ kind: 'text' });
});

it('small pictures are printed, also where the disk has no room for another', async () => {
  const { service, files } = await ownFiles();
  const several = service.tickets().filter(({ id }) => service.attachments(id).length > 1);
  const pictureOf = ({ id }: { id: string }) => service.attachments(id).find(({ filename }) => /\.png$/.test(filename));
  const ticketId = ticketIdSchema.parse(several.find(pictureOf)?.id);
  const picture = pictureOf({ id: ticketId });
  const other = service.attachments(ticketId).find(({ id }) => id !== picture?.id);
  if (!picture || !other) throw new Error('no ticket with a picture and another file');
  const printed = async () => [...(await files.thumbnailsOf(ticketId)).keys()];
  await files.view({ ticketId, fileId: picture.id }, picture.filename);
  await vi.waitFor(async () => expect(await printed()).toEqual([picture.id]));
  fillDisk();
  await files.view({ ticketId, fileId: other.id }, other.filename);
  await vi.waitFor(async () => expect(await files.kept(ticketId)).toHaveLength(2));
  expect(await printed()).toEqual([picture.id]);
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
  await vi.waitFor(async () => expect(await kept()).toEqual([21]));
  await vi.waitFor(() => expect(workspace.cache.lists.attachments(second).attachments).toHaveLength(1));
  expect(await files.kept(second)).toEqual([]);
  const onDisk = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')));
  expect(onDisk.join('')).not.toMatch(/door code|cage plan|filmfilm/);
});

function attach(api: ApiClient, id: TicketId, fileName: string) {
  const chunks = async function* () {
    yield await Promise.resolve(Buffer.from('door 4'));
  };
  return api.uploadAttachment(id, { fileName, sizeBytes: 6, chunks }, () => undefined);
}

it('a file or a list that the server cannot give does not keep those behind it from coming', async () => {
  const { service, api, files, workspace, state, problems } = await ownFiles();
  const { cache } = workspace;
  const newestFirst = [...cache.updatedOn(cache.openTickets())].sort(([, one], [, other]) => (one < other ? 1 : -1));
  const [listless, broken, last] = newestFirst.map(([id]) => id);
  if (!listless || !broken || !last) throw new Error('too few open tickets');
  const { id: brokenFile } = await attach(api, broken, 'broken.txt');
  await attach(api, broken, 'beside it.txt');
  await attach(api, last, 'last.txt');
  const faulty = [`/attachments/${listless}`, `/file/${brokenFile}`];
  service.set({ faults: faulty.map((path) => ({ kind: 'error-json', match: { path } })) });
  files.start();
  await vi.waitFor(async () => expect(await files.kept(last)).toHaveLength(1));
  expect(await files.kept(broken)).toHaveLength(1);
  const asked = state.asked;
  await vi.waitFor(() => expect(state.asked).toBeGreaterThan(asked + 10));
  expect(problems).toHaveLength(2); // and these are not asked for again and again
});

it('a file is not left alone for a token that could not be had', async () => {
  const { service, api, files, workspace, session } = await ownFiles();
  await session.changeSettings({ keptFilesMb: 0 }); // the session fetches no list in the place of these files
  const [ticketId] = workspace.cache.openTickets();
  if (!ticketId) throw new Error('no ticket is open');
  await attach(api, ticketId, 'door.txt');
  service.set({
    faults: [
      { kind: 'unauthorized', match: { path: `/attachments/${ticketId}` }, times: 1 },
      { kind: 'wrong-shape', match: { path: '/auth/token' }, times: 1 },
    ],
  });
  files.start();
  await vi.waitFor(async () => expect(await files.kept(ticketId)).toHaveLength(1));
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

it('what no longer fits counts no longer as soon as the budget is set', async () => {
  const { service, files } = await ownFiles();
  const { ref } = fileNamed(service, /report\.txt$/);
  await files.view(ref, 'report.txt');
  await vi.waitFor(async () => expect(await files.usedBytes()).toBeGreaterThan(0));
  files.setBudget(0);
  expect(await files.usedBytes()).toBe(0);
});

it('what has no room is not fetched again and again', async () => {
  const { service, api, files, workspace, state } = await ownFiles(100_000);
  const [ticketId] = workspace.cache.openTickets();
  if (!ticketId) throw new Error('no open tickets');
  const chunks = async function* () {
    yield await Promise.resolve(Buffer.alloc(200_000, 'large '));
  };
  await api.uploadAttachment(ticketId, { fileName: 'large.txt', sizeBytes: 200_000, chunks }, () => undefined);
  const fileId = service.attachments(ticketId).find(({ filename }) => filename === 'large.txt')?.id;
  const fetches = () => service.requests.filter(({ path }) => path.endsWith(`/${fileId}`)).length;
  files.start();
  await vi.waitFor(() => expect(fetches()).toBe(1));
  const asked = state.asked;
  await vi.waitFor(() => expect(state.asked).toBeGreaterThan(asked + 10));
  expect(fetches()).toBe(1);
}, 90_000);

it.each([
  ['is kept', 200_000, 1],
  ['is too large to be kept', 5_000_001, 0],
])(
  'what a full disk does not take is fetched once, and noted when there is room: a file that %s',
  async (_case, sizeBytes, keptCount) => {
    const { service, api, files, workspace, state, problems } = await ownFiles();
    const { cache } = workspace;
    const [[ticketId] = []] = [...cache.updatedOn(cache.openTickets())].sort(([, one], [, other]) =>
      one < other ? 1 : -1,
    );
    if (!ticketId) throw new Error('no open tickets');
    const chunks = async function* () {
      yield await Promise.resolve(Buffer.alloc(sizeBytes, 'large '));
    };
    const { id: fileId } = await api.uploadAttachment(
      ticketId,
      { fileName: 'large.txt', sizeBytes, chunks },
      () => undefined,
    );
    const { first } = SqliteFile.prototype;
    const full = vi.spyOn(SqliteFile.prototype, 'first').mockImplementation(function (
      this: SqliteFile,
      sql,
      ...values
    ) {
      if (sql.startsWith('INSERT INTO kept_file')) throw new ProblemError('disk-full');
      return first.call(this, sql, ...values);
    });
    onTestFinished(() => full.mockRestore());
    const fetches = () => service.requests.filter(({ path }) => path.endsWith(`/${fileId}`)).length;
    files.start();
    await vi.waitFor(() => expect(problems.length).toBeGreaterThan(3));
    full.mockRestore();
    const { asked } = state;
    await vi.waitFor(() => expect(state.asked).toBeGreaterThan(asked + 10));
    expect(await files.kept(ticketId)).toHaveLength(keptCount);
    expect(fetches()).toBe(1);
  },
  90_000,
);

it('nothing is opened any more once the account is closed', async () => {
  const { service, files, folder } = await ownFiles();
  const { ref } = fileNamed(service, /report\.txt$/);
  await files.close();
  expect(await kindOf(files.view(ref, 'report.txt'))).toBe('no-open-account');
  expect(await kindOf(files.read(ref, AbortSignal.abort()).next())).toBe('no-open-account');
  expect(await kindOf(files.kept(ref.ticketId))).toBe('no-open-account');
  expect(await readdir(folder)).toEqual([]);
});

it('what is being fetched when the account is closed ends with it', async () => {
  const { service, files, folder, workspace } = await ownFiles();
  const { ref } = fileNamed(service, /report\.txt$/);
  service.set({ faults: [{ kind: 'hang' }] });
  const asked = service.requests.length;
  const viewed = kindOf(files.view(ref, 'report.txt'));
  const saved = kindOf(workspace.attachments.save(ref.ticketId, ref.fileId, async () => join(folder, 'never-saved')));
  await vi.waitFor(() => expect(service.requests.length).toBeGreaterThan(asked + 1));
  await workspace.close();
  await files.close();
  expect([await viewed, await saved]).toEqual(['no-open-account', 'no-open-account']);
});

it('closing does not wait for a picture that is never drawn', async () => {
  const open = vi.fn(() => new Promise<never>(() => undefined));
  const { service, files } = await ownFiles(undefined, { open });
  const { ref, file } = fileNamed(service, /front\.png$/);
  void files.view(ref, file.filename); // its window never answers
  await vi.waitFor(async () => expect(await files.kept(ref.ticketId)).toHaveLength(1));
  const drawn = kindOf(files.thumbnailsOf(ref.ticketId));
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));
  await files.close();
  expect(await drawn).toBe('no-open-account');
}, 60_000);

it('signing out removes the kept files', async () => {
  const { service, session, workspace, userDataFolder } = await ownFiles();
  const accounts = join(userDataFolder, 'accounts');
  const { ref } = fileNamed(service, /report\.txt$/);
  await workspace.attachments.view(ref.ticketId, ref.fileId);
  await vi.waitFor(async () => expect(await workspace.attachments.kept(ref.ticketId)).toHaveLength(1));
  expect(await readdir(join(accounts, workspace.key))).toContain('files.db');
  await session.signOut(workspace.key);
  expect(await readdir(accounts)).toEqual([]);
  expect(await kindOf(Promise.resolve().then(() => session.workspace))).toBe('no-open-account');
});
