import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect, it } from 'vitest';
import { signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { callChannel } from '../../electron/contract/channels.ts';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService } from '../support/session.ts';
import { ownKeyring, startApp } from './app.ts';

/** The account of a sign-in that has no other, with all its tickets there, and the id of one with a file. */
async function openSingleAccount() {
  const service = await ownService();
  const running = await startApp(await ownFolder(), await ownKeyring());
  await signIn(running.page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(running.page, service.tickets().length);
  const withFile = service.tickets().find(({ comments }) => comments.some(({ comment }) => /attached/.test(comment)));
  return { service, ...running, id: ticketIdSchema.parse(withFile?.id) };
}

/** The person at the save dialog: chooses a place, or, for `null`, thinks better of it. Answers the names that were suggested. */
async function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }, filePath) => {
    const suggested: string[] = [];
    Object.assign(globalThis, { suggested });
    dialog.showSaveDialog = (...args: unknown[]) => {
      suggested.push((args.at(-1) as { defaultPath: string }).defaultPath);
      return Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
    };
  }, filePath);
  return () => app.evaluate(() => (globalThis as unknown as { suggested: string[] }).suggested);
}

const listFiles = (page: Page, ticketId: TicketId) =>
  page.evaluate(async (ticketId) => {
    const outcome = await window.desk.attachments.list({ ticketId });
    return outcome.ok ? outcome.value.attachments : [];
  }, ticketId);

const saveFile = (page: Page, ticketId: TicketId, attachmentId: string) =>
  page.evaluate((request) => window.desk.attachments.save(request), { ticketId, attachmentId });

it('what forms choose from is there without a network', async () => {
  const { service, page } = await openSingleAccount();
  const read = () =>
    page.evaluate(async () => {
      const { referenceData } = window.desk;
      const places = await referenceData.locations({ site: 'ZRH003' });
      const outcomes = [await referenceData.catalogue(), await referenceData.sites(), places];
      return outcomes.map((outcome) => (outcome.ok ? outcome.value.length : outcome.problem.kind));
    });
  await expect.poll(read).toEqual([5, 7, expect.any(Number)]);
  await expect.poll(async () => Number((await read())[2])).toBeGreaterThan(40);
  await service.setConnected(false);
  expect(await read()).toEqual([5, 7, expect.any(Number)]);
});

it('a file is saved where the user wants it, and says so when it cannot', async () => {
  const { service, app, page, id } = await openSingleAccount();
  await expect.poll(() => listFiles(page, id)).toHaveLength(1);
  const [file] = await listFiles(page, id);
  if (!file) throw new Error('the ticket has no file');
  const folder = await ownFolder();
  const suggested = await answerSaveDialog(app, join(folder, 'readings.txt'));
  expect(await saveFile(page, id, file.id)).toEqual({ ok: true, value: { fileName: 'readings.txt' } });
  expect((await suggested()).map((path) => path.slice(-file.fileName.length))).toEqual([file.fileName]);
  expect(await readFile(join(folder, 'readings.txt'), 'utf8')).toMatch(/\S/);

  service.set({ faults: [{ kind: 'cut-off', match: { path: '/file/' } }] });
  await answerSaveDialog(app, join(folder, 'other.txt'));
  const kept = expect.stringMatching(/Nothing was saved/);
  expect(await saveFile(page, id, file.id)).toEqual({ ok: false, problem: expect.objectContaining({ kept }) });
  await answerSaveDialog(app, null);
  expect(await saveFile(page, id, file.id)).toEqual({ ok: true, value: { fileName: null } });
  expect(await readdir(folder)).toEqual(['readings.txt']);
});

it('a dropped file goes by its path, which the page never sees, and a pasted one by its bytes', async () => {
  const { app, page, id } = await openSingleAccount();
  const folder = await ownFolder();
  await mkdir(join(folder, 'a folder'));
  const path = join(folder, 'a folder', 'Prüfung.txt');
  await writeFile(path, 'on the disk');
  await app.evaluate(
    ({ ipcMain }, channels) => {
      const seen: unknown[] = [];
      Object.assign(globalThis, { seen });
      for (const channel of channels) {
        ipcMain.removeHandler(channel);
        ipcMain.handle(channel, (_event, request) => {
          seen.push(request);
          return { ok: true, value: { added: 1, refused: [] } };
        });
      }
    },
    ['attachPaths', 'attachBytes'].map((name) => callChannel('attachments', name)),
  );
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', id: 'dropped' });
    document.body.append(input);
  });
  await page.locator('#dropped').setInputFiles(path);
  const outcome = await page.evaluate(async (ticketId) => {
    const dropped = document.querySelector<HTMLInputElement>('#dropped')?.files ?? [];
    return await window.desk.attachments.attach(ticketId, [...dropped, new File(['pasted'], 'image.png')]);
  }, id);
  expect(outcome).toEqual({ ok: true, value: { added: 2, refused: [] } });
  const seen = await app.evaluate(() =>
    (globalThis as unknown as { seen: { bytes?: Uint8Array }[] }).seen.map(({ bytes, ...rest }) => ({
      ...rest,
      text: bytes ? new TextDecoder().decode(bytes) : null,
    })),
  );
  expect(seen).toEqual([
    { ticketId: id, paths: [path], text: null },
    { ticketId: id, fileName: 'image.png', text: 'pasted' },
  ]);
});
