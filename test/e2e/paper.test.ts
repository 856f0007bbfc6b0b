/* Tickets as PDF and on paper, made by the hidden window of the real application and read by another program. */

import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import type { DemoTicket } from '../../electron/demo/portfolio/portfolio.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { pdfPages } from '../support/pdf.ts';
import { ownKeyring, startApp } from './app.ts';
import { dayParts } from './day-parts.ts';
import { saveTo } from './dialogs.ts';
import { ownOutside } from './outside.ts';

/** Everything by which a text could make a page load or run something, if it were not taken for text. */
const hostile = (url: string) => `<h1>The page</h1>
<script>document.body.append('SCRIPT RAN')</script><script src="${url}/script"></script>
<img src="${url}/image" onerror="document.body.append('HANDLER RAN')"><iframe src="${url}/frame"></iframe>
<link rel="stylesheet" href="${url}/sheet"><style>body { background: url(${url}/background) }
@import url(${url}/import); @font-face { font-family: Far; src: url(${url}/font) } h1 { font-family: Far }</style>
<object data="${url}/object"></object><embed src="${url}/embed"><video src="${url}/video" poster="${url}/poster"></video>
<meta http-equiv="refresh" content="0;url=${url}/refresh"><a href="${url}/link">link</a>`;

/** The application with an account in which some tickets are as a test wants them, and a folder to save to. */
async function openWith(...tickets: Partial<DemoTicket>[]) {
  const service = await startDemoService({ ticketCount: 20 });
  onTestFinished(() => service.stop());
  const ids = tickets.map((fields) => service.addTicket({ status: 'In Progress', closedOn: '', ...fields }));
  const folder = await ownFolder();
  const running = await startApp(folder, await ownKeyring());
  const { page } = running;
  await signIn(page, service.baseUrl, demoCredentials);
  await page.getByRole('button', { name: /Meridian Payments Europe/ }).click();
  await waitForFirstSync(page, 20 + tickets.length);
  const saved = join(folder, 'saved');
  await mkdir(saved);
  return { ...running, service, ids, saved };
}

/** Opens a ticket and waits until all of it is there. */
async function open(page: Page, id: string | undefined, lastWords: string): Promise<void> {
  await dayParts(page)
    .row(id ?? '')
    .click();
  await parts(page).ticket.getByText(lastWords).first().waitFor();
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Print or save as PDF' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const longWord = 'Überlänge'.repeat(60);
const comments = Array.from({ length: 40 }, (_none, index) => ({
  comment: `Comment number ${index + 1}. ${'The technician was on site and looked at the cage again. '.repeat(6)}`,
  commentedBy: 'Ann Example',
  commentedOn: `2026-03-${String(Math.floor(index / 2) + 1).padStart(2, '0')} 1${index % 2}:00:00`,
}));

it('a long ticket becomes a PDF that is whole, with its id and a number on each page', async () => {
  const { app, page, ids, saved } = await openWith({
    title: 'Cross connect שלום 跨連接',
    description: `First line\n\n${longWord}\n\nשלום לכולם, הכבל נותק.\n機房跨連接 Ａ１ ﾊﾝｶｸ\n\tlast line of the description`,
    comments,
  });
  await open(page, ids[0], 'last line of the description');
  await saveTo(app, join(saved, 'ticket.pdf'));
  await page.keyboard.press('Control+Shift+P');
  await page.getByText('Saved as ticket.pdf.').waitFor();

  expect(await readdir(saved)).toEqual(['ticket.pdf']);
  const pages = await pdfPages(join(saved, 'ticket.pdf'));
  expect(pages.length).toBeGreaterThan(3);
  for (const [index, text] of pages.entries()) {
    expect(text.split('\n')[0]).toContain(ids[0]);
    expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
  }
  const all = pages.join('\n');
  expect(all.replaceAll(/\s/g, '')).toContain(longWord);
  for (const { comment } of comments) expect(all).toContain(comment.slice(0, comment.indexOf('.') + 1));
  expect(all.indexOf('Comment number 1.')).toBeLessThan(all.indexOf('Comment number 40.'));
  expect(all).toContain('2026-03-20 11:00:00 UTC');
  expect(all).toContain('As of ');
});

it('what others wrote is text on paper, and the window itself lets nothing in', async () => {
  const outside = await ownOutside();
  const { app, page, ids, saved } = await openWith({
    title: 'A hostile ticket',
    description: `${hostile(outside.url)} the end`,
    comments: [{ comment: hostile(outside.url), commentedBy: '<b>Mallory</b>', commentedOn: '2026-03-01 10:00:00' }],
  });
  await open(page, ids[0], 'the end');
  await saveTo(app, join(saved, 'text.pdf'));
  await choose(page, 'Save as PDF');
  await page.getByText('Saved as text.pdf.').waitFor();
  const text = (await pdfPages(join(saved, 'text.pdf'))).join('\n').replaceAll(/\s+/g, ' ');
  expect(text).toContain("<script>document.body.append('SCRIPT RAN')</script>");
  expect(text).toContain('<b>Mallory</b>');

  // As if the texts were not escaped and the page’s policy were missing.
  await app.evaluate(({ session }, html) => {
    const { protocol } = session.fromPartition('paper');
    protocol.unhandle('app');
    protocol.handle('app', () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  }, hostile(outside.url));
  await saveTo(app, join(saved, 'page.pdf'));
  await choose(page, 'Save as PDF');
  await page.getByText('Saved as page.pdf.').waitFor();
  const unescaped = (await pdfPages(join(saved, 'page.pdf'))).join('\n');
  expect(unescaped).toContain('The page');
  expect(unescaped).not.toContain('RAN');
  expect(outside.seen).toEqual([]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

it('a selection is printed with each ticket on a new page, and a private note only when it is ticked', async () => {
  const { app, page, ids, saved } = await openWith({ title: 'First one' }, { title: 'Second one' });
  await open(page, ids[0], 'First one');
  await page.getByRole('textbox', { name: 'Private note' }).fill('Do not tell the operator');
  await page.getByRole('checkbox', { name: `Select ${ids[0]}` }).check();
  await page.getByRole('checkbox', { name: `Select ${ids[1]}` }).check();
  const toolbar = dayParts(page).selection;
  const saveAs = async (name: string, withNotes: boolean) => {
    await saveTo(app, join(saved, name));
    await toolbar.getByRole('button', { name: 'Print' }).click();
    if (withNotes) await page.getByRole('menuitemcheckbox', { name: 'With private notes' }).click();
    await page.getByRole('menuitem', { name: 'Save as PDF' }).click();
    await page.getByText(`Saved as ${name}.`).waitFor();
    return await pdfPages(join(saved, name));
  };
  await toolbar.getByRole('button', { name: 'Print' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'With private notes' }).click();
  await toolbar.getByRole('button', { name: 'Print' }).click(); // the menu is left without printing
  expect((await saveAs('left.pdf', false)).join('\n')).not.toContain('Do not tell the operator');
  const noted = await saveAs('noted.pdf', true);
  expect(noted.map((text) => ids.filter((id) => text.includes(id)))).toEqual([[ids[0]], [ids[1]]]);
  expect(noted[0]).toContain('Do not tell the operator');
  expect((await saveAs('plain.pdf', false)).join('\n')).not.toContain('Do not tell the operator');
});

it('a folder that is gone and a missing printer are said in words', async () => {
  const { app, page, ids, saved } = await openWith({ title: 'First one' });
  await open(page, ids[0], 'First one');
  await saveTo(app, join(saved, 'gone', 'ticket.pdf'));
  await choose(page, 'Save as PDF');
  await page.getByText('The folder is not there any more.').waitFor();
  expect(await readdir(saved)).toEqual([]);

  await app.evaluate(({ app: electron }) => {
    electron.once('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => done?.(false, 'No printers available on the network');
    });
  });
  await page.keyboard.press('Control+p');
  await page.getByText('This computer has no printer that can be used.').waitFor();
});
