import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { parts, waitForFirstSync } from '../../build/desktop/parts.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, signIn, startApp } from './app.ts';

/** Looks at the screen as it is when nothing moves any more: what fades has another contrast while it does. */
async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

it.each(['light', 'dark'] as const)('axe finds nothing on any screen, %s', async (colorScheme) => {
  const service = await startDemoService({ ticketCount: 400 });
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const { page, close } = await startApp(folder, await ownKeyring());
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const { rows, search, status, syncNow, ticket } = parts(page);
  const look = async (screen: string) => expect(await violationsIn(page), screen).toEqual([]);

  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  await look('first start');
  await signIn(page, service.baseUrl, { clientId: 'demo-client', clientSecret: 'wrong' });
  await page.getByRole('alert').waitFor();
  await look('sign-in with a problem');
  await signIn(page, service.baseUrl, demoCredentials);
  await page.getByRole('heading', { name: 'Choose an account' }).waitFor();
  await look('choice of accounts');
  await page.getByRole('button', { name: /Meridian Payments Europe/ }).click();
  await waitForFirstSync(page, 400);
  await look('inbox');
  await search.fill('nothing is called like this');
  await page.getByText('No ticket matches').waitFor();
  await look('nothing found');
  await search.fill('');
  await rows.first().click();
  await ticket.getByRole('heading', { name: 'Description' }).waitFor();
  await look('ticket');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  await look('account menu');
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('dialog').waitFor();
  await look('signing out');
  await page.keyboard.press('Escape');
  await service.setConnected(false);
  await syncNow.click();
  await status.filter({ hasText: 'Offline' }).waitFor();
  await look('offline');
  await page.setViewportSize({ width: 720, height: 480 });
  await look('narrow window');
  await close();

  const { page: secondPage } = await startApp(folder, await ownKeyring('missing'));
  await secondPage.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await secondPage.getByRole('alert').waitFor();
  expect(await violationsIn(secondPage), 'an account that cannot be opened').toEqual([]);
});
