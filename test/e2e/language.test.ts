/* Another language: chosen in the settings, spoken by page and menu at once, with what was typed still there. */

import type { ElectronApplication, Page } from 'playwright';
import { expect, it } from 'vitest';
import { menus } from '../../electron/words/de/menus.ts';
import { form } from '../../renderer/words/de/form.ts';
import { settings } from '../../renderer/words/de/settings.ts';
import { views } from '../../renderer/words/de/views.ts';
import { settings as english } from '../../renderer/words/en/settings.ts';
import { formParts, openAccount } from './open-account.ts';

const menuTitles = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')) ?? []);

const checkedLanguages = (app: ElectronApplication) =>
  app.evaluate(({ session }) => session.fromPartition('window').getSpellCheckerLanguages());

type SettingsWords = { title: string; language: string };

/** Chooses a language in the settings, which come back in it, and closes them. */
async function chooseLanguage(page: Page, from: SettingsWords, to: SettingsWords, language: string) {
  const dialog = (words: SettingsWords) => page.getByRole('dialog', { name: words.title });
  await page.keyboard.press('Control+,');
  await dialog(from).getByLabel(from.language, { exact: true }).selectOption({ label: language });
  await dialog(to).waitFor();
  await page.keyboard.press('Escape');
  await dialog(to).waitFor({ state: 'hidden' });
}

it('speaks German once it is chosen, keeps what was typed, and goes back', async () => {
  const { app, page } = await openAccount();
  const { newTicket } = formParts(page);
  const navigation = (name: string) => page.getByRole('navigation', { name });
  await page.keyboard.press('n');
  await newTicket.getByLabel('Title').fill('Die Tür von Käfig 4');
  const before = await menuTitles(app);
  await page.evaluate(() => window.desk.settings.change({ checksSpelling: true }));
  if (process.platform !== 'darwin') expect(await checkedLanguages(app)).not.toContain('de');

  await chooseLanguage(page, english, settings, 'Deutsch');
  await navigation(views.region).getByRole('button', { name: views.name.attention }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await expect.poll(() => menuTitles(app)).toContain(menus.help);
  if (process.platform !== 'darwin') expect(await checkedLanguages(app)).toContain('de');
  await page.keyboard.press('Control+Shift+o');
  await page.getByText('Die Tür von Käfig 4').first().waitFor();

  await chooseLanguage(page, settings, english, 'English');
  await navigation('Views').waitFor();
  await expect.poll(() => menuTitles(app)).toEqual(before);
  await page.keyboard.press('Control+Shift+o');
  await page.getByRole('list', { name: 'Drafts' }).getByText('Die Tür von Käfig 4').waitFor();
  expect(form.newTicket).not.toBe('New ticket');
});
