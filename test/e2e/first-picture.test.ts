import { createDecipheriv, hkdfSync } from 'node:crypto';
import { access, readFile, stat } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import type { Keyring } from '../../build/desktop/keyring.ts';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { filesUnder, findInFiles } from '../support/files.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, readKeyring, startApp } from './app.ts';
import { openAccount } from './open-account.ts';

/** Waits until a picture lies on the disk: a sync that goes on removes it again. Returns its file. */
async function untilKept(folder: string): Promise<string> {
  const kept = async () => (await filesUnder(folder)).find((file) => file.endsWith('first-screen'));
  await expect.poll(kept, { timeout: 60_000 }).toBeDefined();
  return (await kept()) ?? '';
}

/** The markup of the picture in a file, which is sealed as `electron/session/picture-file.ts` does it. */
async function markupIn(file: string, databaseKey: string): Promise<string> {
  const sealed = await readFile(file);
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), Buffer.alloc(0), 'first-screen', 32));
  const opening = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)); // what authenticates it is not of interest
  const [picture] = JSON.parse(opening.update(sealed.subarray(28)).toString('utf8')) as { html: string }[];
  return picture?.html ?? '';
}

/** Covers the page with a picture of itself, as it is covered at a start. */
const cover = (page: Page) =>
  page.evaluate(() => {
    const picture = document.createElement('div');
    picture.id = 'picture';
    picture.inert = true;
    picture.ariaHidden = 'true';
    picture.append(...[...(document.getElementById('root')?.children ?? [])].map((child) => child.cloneNode(true)));
    document.body.append(picture);
  });

/** What the page does when it has drawn itself. */
const takeOver = (page: Page) =>
  page.evaluate(() => {
    document.getElementById('picture')?.remove();
    window.dispatchEvent(new Event('taken-over'));
  });

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

/** On a busy computer the keyring may answer too late for the picture, which no start waits for. */
async function startWithPicture(folder: string, keyring: Keyring) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const started = await startApp(folder, keyring);
    if (await hadPicture(started.page)) return started;
    await untilKept(folder);
    await started.close();
  }
  throw new Error('no start had a picture');
}

it('shows the tickets before the scripts run, in the clear nowhere, and only while they are what the cache holds', async () => {
  const service = await startDemoService({ ticketCount: 600 });
  onTestFinished(() => service.stop());
  const odd = [`</style></div>"'><img src=x onerror=alert(1)><!-- &lt; {{x}}`, 'انقطاع التيار (A-12) في القاعة'];
  for (const title of odd) service.addTicket({ title });
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  const first = await startApp(folder, keyring);
  await signIn(first.page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(first.page, 602);
  const kept = await untilKept(folder);
  const { size } = await stat(kept);
  await first.close();
  const titles = service.tickets().flatMap(({ id, title }) => [id, title.trim()].filter(({ length }) => length > 5));
  expect(await findInFiles(folder, titles)).toEqual([]);

  const second = await startWithPicture(folder, keyring);
  const fetchedBefore = await second.page.evaluate(() => {
    const paintedMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.css') && startTime < paintedMs).length;
  });
  expect(fetchedBefore).toBe(0); // the picture waits for no style sheet
  const entry = (await readKeyring(keyring)).find(({ account }) => account.startsWith('database-key/'));
  const key = entry?.password.slice(-64) ?? ''; // before it stands in how many pieces the keychain holds it
  const parsed = await second.page.evaluate(
    (html) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      const titles = [...body.querySelectorAll('[data-column=title] bdi')].map(({ textContent }) => textContent);
      return { titles, strange: body.querySelectorAll('img, script, style, iframe, [id], [style], [onerror]').length };
    },
    await markupIn(kept, key),
  );
  expect(parsed.titles).toEqual(expect.arrayContaining(odd));
  expect(parsed.strange).toBe(0);
  // The page that a picture was shown by has its style sheet in it, which is not for the next picture.
  await second.page.waitForFunction(() => performance.getEntriesByName('picture-kept').length > 0);
  const sizeNow = () =>
    stat(kept).then(
      ({ size }) => size,
      () => Number.POSITIVE_INFINITY,
    );
  await expect.poll(sizeNow).toBeLessThan(size * 1.1);
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

it('marks only the newest picture, because the timeline of the page keeps each mark for as long as the page runs', async () => {
  const { page, service, folder } = await openAccount();
  await untilKept(folder);
  const nextMark = await page.evaluateHandle(() => {
    const seen = new Promise<void>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        if (list.getEntriesByName('picture-kept').length > 0) resolve();
      });
      observer.observe({ type: 'mark' });
    });
    return { seen };
  });
  const marks = () => page.evaluate(() => performance.getEntriesByName('picture-kept').length);
  await expect.poll(marks).toBe(1);
  service.addTicket({ title: 'It changes the first screen' });
  await parts(page).syncNow.click();
  await nextMark.evaluate(({ seen }) => seen);
  expect(await marks()).toBe(1);
});

it('does what was clicked and typed while the picture stood, but never to something else than was seen', async () => {
  const { page } = await openAccount();
  const { rows, search, ticket } = parts(page);
  const title = (await rows.nth(1).locator('[data-column=title] bdi').textContent()) ?? '';
  const box = await rows.nth(1).boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];

  await cover(page);
  await page.mouse.click(x, y);
  await page.keyboard.type('/pump');
  expect(await ticket.count()).toBe(0);
  expect(await search.inputValue()).toBe('');
  await takeOver(page);
  await ticket.getByRole('heading', { name: title.trim() }).waitFor();
  await expect.poll(() => search.inputValue()).toBe('pump');

  await search.fill('');
  await rows.nth(1).waitFor();
  await cover(page);
  await page.evaluate((text) => {
    for (const row of document.querySelectorAll('#picture [role=row]')) row.append(text);
  }, 'as it was before');
  await page.mouse.click(x, y + (box?.height ?? 0));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('view');
  await takeOver(page);
  await expect
    .poll(() => page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').inputValue())
    .toBe('view');
  await page.keyboard.press('Escape');
  expect(await ticket.getByRole('heading', { name: title.trim() }).count()).toBe(1);
});
