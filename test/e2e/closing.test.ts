import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';
import { formParts, goOffline, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

const quit = (app: ElectronApplication) => app.evaluate((electron) => electron.app.quit());
const closeWindow = (app: ElectronApplication) =>
  app.evaluate((electron) => electron.BrowserWindow.getAllWindows()[0]?.close());

/** Quits, and starts again until the tickets are on the screen. */
async function quitAndStart({ app, folder, keyring }: Awaited<ReturnType<typeof openAccount>>) {
  const ended = app.waitForEvent('close');
  await quit(app);
  await ended;
  const { page } = await startApp(folder, keyring);
  await parts(page).rows.first().waitFor();
  return page;
}

it('an application that quits while one types has written what was typed', async () => {
  const opened = await openAccount();
  const { page } = opened;
  await page.keyboard.press('n');
  await formParts(page).newTicket.waitFor();
  await page.keyboard.type('Half a title');

  const second = await quitAndStart(opened);
  await second.keyboard.press('n');
  expect(await formParts(second).newTicket.getByLabel('Title').inputValue()).toBe('Half a title');
});

it('a text that is far too long for the operator is kept all the same, and can be quit upon', async () => {
  const opened = await openAccount();
  const { page } = opened;
  await page.keyboard.press('n');
  const description = formParts(page).newTicket.getByLabel('Description');
  await description.fill('a log '.repeat(50_000));
  await page.getByText('300,000 of 32,000').waitFor();

  const second = await quitAndStart(opened);
  await second.keyboard.press('n');
  expect((await formParts(second).newTicket.getByLabel('Description').inputValue()).length).toBe(300_000);
});

it('a window that is closed says what waits, stays when it is told to, and goes when it may', async () => {
  const { app, page, service, folder, keyring } = await openAccount();
  const { newTicket, comments } = formParts(page);
  const wanted = openTicketOf(service);
  await goOffline(page, service);
  await openByKeyboard(page, wanted.id);
  await page.keyboard.press('c');
  await page.keyboard.type('Any news?');
  await page.keyboard.press('Control+Enter');
  await comments.filter({ hasText: 'Not confirmed yet' }).waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('n');
  await newTicket.waitFor();
  await page.keyboard.type('The last words');
  await closeWindow(app);
  const question = page.getByRole('dialog', { name: 'Some changes are not sent yet' });
  await question.getByText('1 change is waiting in the outbox').waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await page.keyboard.type(' of all');
  await closeWindow(app);
  await question.waitFor();
  const ended = app.waitForEvent('close');
  await question.getByRole('button', { name: 'Quit' }).focus();
  await Promise.allSettled([ended, page.keyboard.press('Enter')]); // the page goes before it has answered
  await ended;

  const second = await startApp(folder, keyring);
  await parts(second.page).status.filter({ hasText: '1 change to send' }).waitFor();
  await second.page.keyboard.press('n');
  expect(await formParts(second.page).newTicket.getByLabel('Title').inputValue()).toBe('The last words of all');
  await service.setConnected(true);
  await parts(second.page).syncNow.click();
  await expect.poll(() => wanted.comments.at(-1)?.comment).toBe('Any news?');
  await parts(second.page).status.filter({ hasText: 'to send' }).waitFor({ state: 'detached' });
});

it.skipIf(process.platform === 'win32')(
  'a signal asks nobody, whatever waits, and what was typed is on the disk',
  async () => {
    const { app, page, service, folder, keyring } = await openAccount();
    await goOffline(page, service);
    await openByKeyboard(page, openTicketOf(service).id);
    await page.keyboard.press('c');
    await page.keyboard.type('Any news?');
    await page.keyboard.press('Control+Enter');
    await formParts(page).comments.filter({ hasText: 'Not confirmed yet' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await formParts(page).newTicket.waitFor();
    await page.keyboard.type('The last words');
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGTERM');
    expect(await ended).toBe(0);

    const second = await startApp(folder, keyring);
    await parts(second.page).status.filter({ hasText: '1 change to send' }).waitFor();
    await second.page.keyboard.press('n');
    expect(await formParts(second.page).newTicket.getByLabel('Title').inputValue()).toBe('The last words');
  },
);

it('does not wait for long for a page that hangs', async () => {
  const { app, page } = await openAccount();
  await page.evaluate(() => {
    setTimeout(() => {
      while (document.hasFocus() || Date.now() > 0);
    });
  });
  const ended = app.waitForEvent('close', { timeout: 20_000 });
  await quit(app);
  await ended;
});

it('a window without an open account closes at once', async () => {
  const { app, page } = await startApp(await ownFolder(), await ownKeyring());
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  const ended = app.waitForEvent('close', { timeout: 9_000 });
  await closeWindow(app);
  await ended;
});
