import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { formParts, openAccount } from './open-account.ts';

type Told = { title: string; body: string; notification: { emit(event: 'click'): boolean } };

/** No desktop is there to show notifications: they are collected where Electron would hand them to it. */
async function collectNotifications(app: ElectronApplication) {
  await app.evaluate(({ Notification }) => {
    const told: Told[] = [];
    Object.assign(globalThis, { told });
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      told.push({ title: this.title, body: this.body, notification: this as unknown as Told['notification'] });
    };
  });
  return {
    titles: () => app.evaluate(() => (globalThis as unknown as { told: Told[] }).told.map(({ title }) => title)),
    click: (at: number) =>
      app.evaluate((_electron, index) => {
        (globalThis as unknown as { told: Told[] }).told[index]?.notification.emit('click');
      }, at),
  };
}

it('tells what others did with a notification that leads to the ticket, until that is switched off', async () => {
  const { app, page, service, folder } = await openAccount();
  const { titles, click } = await collectNotifications(app);
  const { ticket } = parts(page);
  const [theirs, ...others] = service.tickets().filter(({ status }) => status === 'New');
  if (!theirs) throw new Error('the demo service has no new ticket');
  service.changeTicket(theirs.id, { status: 'Completed' });
  await parts(page).syncNow.click();
  await expect.poll(titles).toEqual([`${theirs.id} is now Completed`]);

  await page.keyboard.press('n');
  await formParts(page).newTicket.waitFor();
  await click(0);
  await ticket.getByRole('heading', { name: theirs.title.trim() }).waitFor();

  for (const { id } of others.slice(0, 4)) service.changeTicket(id, { status: 'In Progress' });
  await parts(page).syncNow.click();
  await expect.poll(titles).toHaveLength(2);
  expect((await titles())[1]).toBe('Updates on 4 tickets');

  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByLabel('Notify me').uncheck();
  await settings.getByLabel('Keep full tickets offline').selectOption('Changed in the last year');
  const kept = () => readFile(join(folder, 'settings.json'), 'utf8').then((text): unknown => JSON.parse(text));
  await expect.poll(kept).toMatchObject({ notifies: false, historyDays: 365 });
  await settings.getByRole('button', { name: 'Done' }).click();
  const [, , , , fifth] = others;
  service.changeTicket(fifth?.id ?? '', { status: 'Completed' });
  await parts(page).syncNow.click();
  await parts(page).search.fill(fifth?.id ?? '');
  await parts(page).rows.filter({ hasText: 'Completed' }).first().waitFor();
  expect(await titles()).toHaveLength(2);
});
