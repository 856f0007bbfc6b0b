import { access } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { filesUnder, findInFiles } from '../support/files.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

/** Waits until a picture lies on the disk: a sync that goes on removes it again. Returns its file. */
async function untilKept(folder: string): Promise<string> {
  const kept = async () => (await filesUnder(folder)).find((file) => file.endsWith('first-screen'));
  await expect.poll(kept, { timeout: 60_000 }).toBeDefined();
  return (await kept()) ?? '';
}

/** Whether tickets were on the screen before the page's scripts ran; waits until the page has taken over. */
async function hadPicture(page: Page): Promise<boolean> {
  await parts(page).rows.first().waitFor();
  await page.waitForFunction(() => document.getElementById('picture') === null);
  return await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        new PerformanceObserver(() => resolve(true)).observe({ type: 'element', buffered: true });
        setTimeout(() => resolve(false), 1_000); // the observer says nothing where there is no entry
      }),
  );
}

it('shows the tickets before the scripts run, in the clear nowhere, and only while they are what the cache holds', async () => {
  const service = await startDemoService({ ticketCount: 600 });
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  const first = await startApp(folder, keyring);
  await signIn(first.page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(first.page, 600);
  const kept = await untilKept(folder);
  await first.close();
  const titles = service.tickets().flatMap(({ id, title }) => [id, title.trim()].filter(({ length }) => length > 5));
  expect(await findInFiles(folder, titles)).toEqual([]);

  const second = await startApp(folder, keyring);
  expect(await hadPicture(second.page)).toBe(true);
  // A change makes the picture untrue: it is gone before another can be made.
  const { rows } = parts(second.page);
  await rows.first().click();
  await rows.first().getByRole('button', { name: /star/i }).click();
  await expect
    .poll(() =>
      access(kept).then(
        () => true,
        () => false,
      ),
    )
    .toBe(false);
  await second.close();

  const third = await startApp(folder, keyring);
  expect(await hadPicture(third.page)).toBe(false);
});
