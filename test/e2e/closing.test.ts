import type { ElectronApplication, Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { parts, waitForFirstSync } from '../../build/desktop/parts.ts';
import type { Desk } from '../../electron/contract/calls.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, signIn, startApp } from './app.ts';

type DeskWindow = { desk: Desk };

async function signedIn() {
  const service = await startDemoService({ ticketCount: 50 });
  onTestFinished(() => service.stop());
  const [folder, keyring] = [await ownFolder(), await ownKeyring()];
  const running = await startApp(folder, keyring);
  await signIn(running.page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(running.page, 50);
  return { ...running, again: () => startApp(folder, keyring) };
}

/** What the page does when its window is asked to close: it writes a draft, and then closes, asks the user, or does nothing. */
async function answerClosing(page: Page, then: 'close' | 'keepOpen' | 'nothing') {
  const content = { form: 'new' as const, fields: { ...emptyNewTicket, title: 'Half a title' }, changeId: null };
  await page.evaluate(
    ([draft, answer]) => {
      const { desk } = window as unknown as DeskWindow;
      const write = async () => {
        await desk.drafts.save({ key: 'new', content: draft });
        if (answer !== 'nothing') await desk.system[answer]();
      };
      desk.on('closing', () => void write());
    },
    [content, then] as const,
  );
}

const draftTitles = (page: Page) =>
  page.evaluate(async () => {
    const drafts = await (window as unknown as DeskWindow).desk.drafts.list();
    return drafts.ok
      ? drafts.value.map(({ content }) => content.form === 'new' && content.fields.title)
      : drafts.problem;
  });

const quit = (app: ElectronApplication) => app.evaluate((electron) => electron.app.quit());
const closeWindow = (app: ElectronApplication) =>
  app.evaluate((electron) => electron.BrowserWindow.getAllWindows()[0]?.close());
const windowCount = (app: ElectronApplication) =>
  app.evaluate((electron) => electron.BrowserWindow.getAllWindows().length);

it('a window that closes, or an application that quits, has written before what was typed', async () => {
  const { page, close, again } = await signedIn();
  await answerClosing(page, 'close');
  await close();
  const second = await again();
  await parts(second.page).rows.first().waitFor();
  expect(await draftTitles(second.page)).toEqual(['Half a title']);

  const ended = second.app.waitForEvent('close');
  await answerClosing(second.page, 'close');
  await closeWindow(second.app);
  await ended;
});

it('stays open while the user is asked, and closes when the user agrees', async () => {
  const { app, page } = await signedIn();
  await answerClosing(page, 'keepOpen');
  await closeWindow(app);
  await expect.poll(() => draftTitles(page)).toEqual(['Half a title']);
  await quit(app);
  expect(await windowCount(app)).toBe(1);
  const ended = app.waitForEvent('close');
  await page.evaluate(() => void (window as unknown as DeskWindow).desk.system.close());
  await ended;
});

it('does not wait for a page that says nothing', async () => {
  const { app, page } = await signedIn();
  await answerClosing(page, 'nothing');
  const ended = app.waitForEvent('close', { timeout: 20_000 });
  await quit(app);
  expect(await windowCount(app)).toBe(1);
  await ended;
});

it('a window without an open account closes at once', async () => {
  const { app, page } = await startApp(await ownFolder(), await ownKeyring());
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  const ended = app.waitForEvent('close', { timeout: 5_000 });
  await closeWindow(app);
  await ended;
});
