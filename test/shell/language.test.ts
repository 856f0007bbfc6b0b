import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { problem, withoutStandardSentences, withStandardSentences } from '../../electron/contract/problem.ts';
import { readLanguage, setChromiumLanguage, speak } from '../../electron/shell/language.ts';
import { menuTemplate } from '../../electron/shell/menu.ts';
import { setLanguage } from '../../electron/words/words.ts';
import { ownFolder } from '../support/folder.ts';

const app = vi.hoisted(() => ({
  getPreferredSystemLanguages: vi.fn(() => ['nl-NL', 'fr-CA', 'de']),
  commandLine: { hasSwitch: vi.fn(() => false), appendSwitch: vi.fn() },
}));
vi.mock('electron', () => ({ app, Menu: {} }));

afterEach(() => setLanguage({ language: 'en', region: 'en-GB' }));

it.each([
  ['{"language": "ja"}', 'ja', 'ja'],
  ['\ufeff{"language": "ja"}', 'ja', 'ja'],
  ['{"language": null}', 'fr', 'fr-CA'],
  ['{"language": "tlh"}', 'fr', 'fr-CA'],
  ['{"langu', 'fr', 'fr-CA'],
  ['null', 'fr', 'fr-CA'],
])('with the settings %s the language is %s, for Chromium %s', async (settings, language, tag) => {
  const file = join(await ownFolder(), 'settings.json');
  await writeFile(file, settings);
  app.commandLine.appendSwitch.mockClear();
  const spoken = speak(readLanguage(file));
  setChromiumLanguage(spoken);
  expect(spoken).toBe(language);
  expect(app.commandLine.appendSwitch).toHaveBeenCalledExactlyOnceWith('lang', tag);
});

it('without a file of settings the language is the system’s', async () => {
  expect(readLanguage(join(await ownFolder(), 'none.json'))).toBeNull();
});

it('the menu is in German, with a label for each item', async () => {
  await setLanguage({ language: 'de', region: 'de-DE' });
  for (const platform of ['darwin', 'linux']) {
    const menus = menuTemplate({ platform, usesSingleKeys: true, run: () => {}, checkForUpdates: () => {} });
    const items = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    expect(menus.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Datei', 'Bearbeiten', 'Ansicht', 'Hilfe']),
    );
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['Neues Ticket', 'Ausschneiden']));
    expect(items.filter(({ type, label }) => type !== 'separator' && !label)).toEqual([]);
  }
});

it('a problem that was kept is read in the language of the day', async () => {
  const own = { kept: 'Der Entwurf.', todo: 'Nur hier.' };
  const stored = [problem('disk-full'), problem('rejected', { httpStatus: 400 }), problem('timeout', own)].map(
    withoutStandardSentences,
  );
  const earlier = problem('conflict'); // as an earlier version kept it, in English
  await setLanguage({ language: 'ja', region: 'ja-JP' });
  expect(stored.map(withStandardSentences)).toEqual([
    problem('disk-full'),
    problem('rejected', { httpStatus: 400 }),
    { ...problem('timeout'), ...own },
  ]);
  expect(withStandardSentences(earlier)).toEqual(problem('conflict'));
  expect(problem('disk-full').message).toContain('ディスク');
});
