import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { pdf, pdfOf, png } from '../../electron/demo/portfolio/sample-files.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { clientOf } from '../support/client.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService } from '../support/session.ts';
import { ownKeyring, startApp } from './app.ts';
import { choose } from './dialogs.ts';
import { goOffline, openByKeyboard } from './open-account.ts';
import { ownOutside } from './outside.ts';

const bomb = Buffer.from(png(1, 1, () => [0, 0, 0]));
bomb.writeUInt32BE(60_000, 16);
bomb.writeUInt32BE(60_000, 20);

/** A page whose content is drawn again and again by itself, with a script and an address outside. */
const hostilePdf = (url: string) =>
  pdfOf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\("${url}/script"\\)) >> /URI << /Base (${url}) >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99999999 99999999] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>',
    '<< /Length 5 >>\nstream\n/X Do\nendstream',
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream',
  ]);

const files: Record<string, Uint8Array> = {
  'plan.png': png(300, 200, (x) => [x % 256, 80, 120]),
  'notes.txt': Buffer.from('The cage is <b>locked</b>.'),
  'protocol.pdf': pdf([['First page'], ['Second page']]),
  'bomb.png': bomb,
  'broken.pdf': Buffer.from('%PDF-1.7 and nothing else'),
  'film.bin': Buffer.alloc(5_000_001, 1), // too large to come by itself
  'program.png': Buffer.from('MZ\0\0program'),
};

/** An open ticket with one file of each kind, opened. */
async function openTicketWithFiles(more: Record<string, Uint8Array> = {}) {
  const service = await ownService({ ticketCount: 200 });
  const ticket = service.tickets().find(({ status }) => status === 'In Progress');
  const id = ticketIdSchema.parse(ticket?.id);
  await attachAll(service, id, { ...files, ...more });
  const folder = await ownFolder();
  const { app, page } = await startApp(folder, await ownKeyring());
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, service.tickets().length);
  await openByKeyboard(page, id);
  return { service, app, page, id, folder, viewer: viewerOf(page) };
}

async function attachAll(service: DemoService, id: TicketId, attached: Record<string, Uint8Array>): Promise<void> {
  const client = await clientOf(service);
  for (const [fileName, content] of Object.entries(attached)) {
    const chunks = async function* () {
      yield await Promise.resolve(content);
    };
    await client.uploadAttachment(id, { fileName, sizeBytes: content.length, chunks }, () => undefined);
  }
}

const viewerOf = (page: Page) => ({
  open: (name: string) => page.getByRole('button', { name: `Open ${name}` }).click(),
  dialog: (name: string) => page.getByRole('dialog', { name }),
  close: () => page.keyboard.press('Escape'),
});

it('pictures, text and PDF are shown, by what they hold, and again without a network', async () => {
  const { service, page, folder, viewer } = await openTicketWithFiles();
  await viewer.open('plan.png');
  const picture = viewer.dialog('plan.png').getByRole('img', { name: 'plan.png' });
  await picture.waitFor({ timeout: 30_000 });
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
  expect(await picture.getAttribute('draggable')).toBe('false'); // whoever moves it with the mouse attaches nothing
  await page.keyboard.press('ArrowRight');
  await viewer.dialog('notes.txt').getByText('The cage is <b>locked</b>.').waitFor();
  await page.keyboard.press('ArrowRight');
  const document = viewer.dialog('protocol.pdf');
  await document.getByText('First page').waitFor({ timeout: 30_000, state: 'attached' });
  await document.getByRole('button', { name: 'Next page' }).click();
  await document.getByText('Second page').waitFor({ timeout: 30_000, state: 'attached' });
  await viewer.close();
  await page.getByRole('listitem').filter({ hasText: 'plan.png' }).locator('img').first().waitFor({ timeout: 30_000 });

  await goOffline(page, service);
  await viewer.open('protocol.pdf');
  await document.getByText('First page').waitFor({ timeout: 30_000, state: 'attached' });
  await viewer.close();
  await viewer.open('film.bin');
  await viewer
    .dialog('film.bin')
    .getByText(/not on this computer/)
    .waitFor();
  await viewer.close();

  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1').catch(() => '')),
  );
  expect(contents.some((content) => /The cage is|First page|%PDF-1/.test(content))).toBe(false);
});

it('the viewer goes when another ticket is opened, and does not come back with its own', async () => {
  const { service, app, page, id, viewer } = await openTicketWithFiles();
  const other = service.tickets().find((each) => each.id !== id);
  if (!other) throw new Error('the demo service has too few tickets');
  const shown = (ticketId: string) => parts(page).ticket.locator('[data-ticket-id]').filter({ hasText: ticketId });
  const follow = (ticketId: string) =>
    app.evaluate(
      ({ app: program }, link) => program.emit('second-instance', {}, [link]),
      `colodesk://ticket/${ticketId}`,
    );
  await viewer.open('notes.txt');
  await viewer.dialog('notes.txt').getByText('The cage is').waitFor();
  await follow(other.id);
  await shown(other.id).waitFor();
  await follow(id);
  await shown(id).waitFor();
  await page.getByRole('button', { name: 'Open notes.txt' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

it('hostile files end in words, load nothing from outside, and the window goes on', async () => {
  const outside = await ownOutside();
  const { app, page, viewer } = await openTicketWithFiles({ 'hostile.pdf': hostilePdf(outside.url) });
  for (const [name, words] of [
    ['bomb.png', /more than 64 million pixels/],
    ['broken.pdf', /cannot be shown/],
    ['program.png', /does not show files of this kind/],
  ] as const) {
    await viewer.open(name);
    await viewer.dialog(name).getByText(words).waitFor({ timeout: 30_000 });
    await viewer.dialog(name).getByRole('button', { name: 'Save' }).waitFor();
    await viewer.close();
  }
  await viewer.open('hostile.pdf');
  const hostile = viewer.dialog('hostile.pdf');
  await hostile
    .getByText(/cannot be shown/)
    .or(hostile.locator('img'))
    .first()
    .waitFor({ timeout: 60_000 });
  await viewer.close();
  await parts(page).status.waitFor();
  await viewer.open('notes.txt');
  await viewer.dialog('notes.txt').getByText('The cage is').waitFor();
  await viewer.close();

  // As if a file had got the better of the window that draws it, with and without the policy of its page.
  await viewer.open('protocol.pdf');
  await viewer.dialog('protocol.pdf').locator('img').first().waitFor({ timeout: 30_000 });
  const reached = await app.evaluate(async ({ session, webContents }, url) => {
    const drawing = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith('viewer:'));
    const tried = `(async () => {
      document.body.append(Object.assign(new Image(), { src: '${url}/image' }));
      window.open('${url}/window');
      location.href = '${url}/page';
      return fetch('${url}/fetch').then(() => 'loaded', () => 'refused');
    })()`;
    const refused = () => 'refused';
    return [
      await drawing?.executeJavaScript(tried),
      await session
        .fromPartition('viewer')
        .fetch(`${url}/session`)
        .then(() => 'loaded', refused),
    ];
  }, outside.url);
  expect(reached).toEqual(['refused', 'refused']);
  expect(outside.seen).toEqual([]);
});

it('several files are saved at once, beside what is there', async () => {
  const { app, page, id } = await openTicketWithFiles();
  const target = await ownFolder();
  await choose(app, [target]);
  expect(id).toMatch(/^WO/);
  for (let round = 0; round < 2; round++) {
    await page.getByRole('checkbox', { name: 'Select plan.png' }).check();
    await page.getByRole('checkbox', { name: 'Select notes.txt' }).check();
    await page.getByRole('button', { name: 'Save 2 files' }).click();
    await page.getByText(/^2 files saved in/).waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
  }
  expect((await readdir(target)).sort()).toEqual(['notes (2).txt', 'notes.txt', 'plan (2).png', 'plan.png']);
  expect(await readFile(join(target, 'notes (2).txt'), 'utf8')).toBe('The cage is <b>locked</b>.');
});

it('Stop ends the file that is being saved, leaves nothing of it and says what is saved', async () => {
  const { service, app, page, id } = await openTicketWithFiles();
  const film = service.attachments(id).find(({ filename }) => filename === 'film.bin');
  const target = await ownFolder();
  await choose(app, [target]);
  service.set({ faults: [{ kind: 'drip', bytesPerS: 20, match: { path: '/file/' } }] });
  for (const name of ['notes.txt', 'film.bin']) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Save 2 files' }).click();
  const isFilmComing = async () => {
    const isAskedFor = service.requests.some(({ path }) => path.endsWith(`/file/${film?.id}`));
    const partial = (await readdir(target)).find((name) => name.endsWith('.part'));
    return isAskedFor && partial !== undefined && (await stat(join(target, partial))).size > 0;
  };
  await expect.poll(isFilmComing).toBe(true);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const said = await page.getByText(/^Stopped\. Saved in/).textContent();
  const saved = await readdir(target);
  expect(['', 'notes.txt']).toContain(saved.join());
  expect(said).toMatch(new RegExp(`: ${saved.length} of 2\\.$`));
});
