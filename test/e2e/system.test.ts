import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';
import { formParts } from './open-account.ts';

/** The menus that a right click shows, which would otherwise wait for the user, as the roles of their items. */
async function collectMenus(app: ElectronApplication) {
  await app.evaluate(({ Menu }) => {
    const shown: string[][] = [];
    Object.assign(globalThis, { shown });
    Menu.prototype.popup = function (this: Electron.Menu) {
      shown.push(this.items.map(({ role }) => role?.toLowerCase() ?? ''));
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { shown: string[][] }).shown);
}

/** What Chromium's network was asked for, in all sessions: every URL, and every name that was looked up. */
async function requestsIn(netLog: string): Promise<string[]> {
  const text = await readFile(netLog, 'utf8');
  const urls = [...text.matchAll(/"(?:url|host|original_url)":"([^"]+)"/g)].map(([, url = '']) => url);
  return [...new Set(urls)];
}

it('marks misspelled words without asking anybody for a dictionary', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const netLog = join(folder, 'net.json');
  await mkdir(join(folder, 'user'), { recursive: true });
  await writeFile(join(folder, 'user/settings.json'), JSON.stringify({ checksSpelling: true }));
  const { app, page, close } = await startApp(join(folder, 'user'), await ownKeyring(), `--log-net-log=${netLog}`);
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 60);
  await page.keyboard.press('n');
  await formParts(page).newTicket.getByLabel('Description').fill('');
  await page.keyboard.type('Teh coolling in teh cagge has stoped. ');
  const shown = await collectMenus(app);
  await formParts(page)
    .newTicket.getByLabel('Description')
    .click({ button: 'right', position: { x: 300, y: 20 } });
  await expect.poll(shown).toEqual([['undo', 'redo', '', 'cut', 'copy', 'paste', 'selectall']]);
  await page.keyboard.press('Escape');
  await parts(page).rows.first().click();
  const description = parts(page).ticket.getByText(service.tickets()[0]?.description.split('\n')[0] ?? '');
  await description.click({ clickCount: 2, position: { x: 12, y: 8 } });
  await description.click({ button: 'right', position: { x: 12, y: 8 } });
  await expect.poll(async () => (await shown()).at(-1)).toEqual(['copy']);
  expect(await app.evaluate(({ session }) => session.fromPartition('window').isSpellCheckerEnabled())).toBe(true);
  expect(await app.evaluate(({ session }) => session.fromPartition('api-1').isSpellCheckerEnabled())).toBe(false);
  await close();

  const requests = await requestsIn(netLog);
  expect(requests.some((url) => url.startsWith(service.baseUrl))).toBe(true);
  const own = (url: string) => url.includes('127.0.0.1') || /^(?:app|data|blob):/.test(url);
  // Where the system has no checker a dictionary is missing, and the log shows where it was looked for.
  if (process.platform === 'linux') expect(requests.join('\n')).toMatch(/^app:\/\/no-dictionaries\/.*bdic$/m);
  expect(requests.filter((url) => !own(url))).toEqual([]);
});

it('the main process follows the computer into another time zone', async () => {
  const { app, page } = await startApp(await ownFolder(), await ownKeyring());
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  const hourOf = () => app.evaluate(() => new Date(0).getHours());
  await page.evaluate(() => window.desk.system.zoneChanged({ zone: 'Asia/Tokyo' }));
  expect(await hourOf()).toBe(9);
  await page.evaluate(() => window.desk.system.zoneChanged({ zone: 'America/New_York' }));
  expect(await hourOf()).toBe(19);
});
