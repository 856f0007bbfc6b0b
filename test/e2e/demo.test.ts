import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

it('a visitor of the demo finds what happened this morning, soon after the first sync', async () => {
  const { app, page } = await startApp(await ownFolder(), await ownKeyring());
  await app.evaluate(({ Notification }) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      told.push(this.title);
    };
  });
  const told = () => app.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await parts(page).status.filter({ hasText: '8,567 tickets' }).waitFor();
  await expect.poll(told, { timeout: 30_000 }).toEqual(['Updates on 5 tickets']);
  await parts(page).status.filter({ hasText: '8,568 tickets' }).waitFor();
});
