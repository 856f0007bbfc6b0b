import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { countObjects } from '../../build/desktop/count-objects.ts';
import { chooseFilter, parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, readKeyring, startApp } from './app.ts';
import { openAccount } from './open-account.ts';

/** Everything that the page's memory holds, as text, after what is unused has been cleared away. */
async function memoryOf(page: Page): Promise<string> {
  const inspector = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  inspector.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await inspector.send('HeapProfiler.collectGarbage');
  await inspector.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await inspector.detach();
  return chunks.join('');
}

it('no secret is in the page’s memory: neither after a sign-in nor after the next start', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  const first = await startApp(folder, keyring);
  await signIn(first.page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(first.page, 60);
  const entries = (await readKeyring(keyring)).map(({ password }) => password.replace(/^\d+[ab]\n/, ''));
  const secrets = [...entries.map((entry) => entry.slice(0, 60)), singleAccountCredentials.clientSecret];
  expect(secrets.length).toBeGreaterThanOrEqual(4);
  const foundIn = (memory: string) => secrets.filter((secret) => memory.includes(JSON.stringify(secret).slice(1, -1)));

  const afterSignIn = await memoryOf(first.page);
  expect(afterSignIn).toContain(service.tickets()[0]?.id); // what is known to be there is found
  expect(foundIn(afterSignIn)).toEqual([]);
  await first.close();

  const second = await startApp(folder, keyring);
  await parts(second.page).rows.first().waitFor();
  expect(foundIn(await memoryOf(second.page))).toEqual([]);
});

it('nothing of what was opened and closed stays in the page’s memory', async () => {
  const { page } = await openAccount();
  const openAndClose = async (times: number) => {
    for (let time = 0; time < times; time++) {
      await page.getByRole('button', { name: /^Account: / }).click();
      await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await chooseFilter(page, 'Status', 'Completed');
      await chooseFilter(page, 'Status', 'Completed'); // not any more
      await openRows(page, 3);
      await parts(page).grid.focus();
      await page.keyboard.press('Escape');
      await parts(page).ticket.waitFor({ state: 'detached' });
    }
    await parts(page).rows.first().waitFor();
  };
  const counts: number[] = [];
  for (const times of [5, 2, 2, 14, 2, 2]) {
    await openAndClose(times);
    counts.push(await countObjects(page));
  }
  // What React removed last is held until it draws again, so one count may be higher than the next. What stays makes all higher.
  const [early, late] = [Math.min(...counts.slice(0, 3)), Math.min(...counts.slice(3))];
  expect(late - early, counts.join(', ')).toBeLessThan(500);
});

it('of a ticket nothing stays in the pane when another one follows it there', async () => {
  const { page } = await openAccount();
  await openRows(page, 4);
  const { ticket } = parts(page);
  const dates = ticket
    .getByRole('button', { name: 'Give maintenance dates' })
    .or(ticket.getByLabel('Start', { exact: true }));
  expect(await dates.count()).toBe(1);
  expect(await ticket.getByRole('heading', { name: 'Attachments' }).count()).toBe(1);
});

/** Opens the first tickets of the list one after another, and waits for each. */
async function openRows(page: Page, count: number): Promise<void> {
  const { rows, ticket } = parts(page);
  for (let number = 0; number < count; number++) {
    const row = rows.nth(number);
    await row.click();
    const id = await row.getByText(/^WO\d+$/).textContent();
    await ticket
      .getByText(id ?? '')
      .first()
      .waitFor();
  }
}
