/* What the README promises about languages is what there is. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';
import { languages } from '../../electron/contract/language.ts';

it('the README names the languages that there are, which all three catalogues have', async () => {
  const readme = await readFile(join(projectFolder, 'README.md'), 'utf8');
  const [, named = ''] = /^Colodesk speaks ([^:]+):/m.exec(readme) ?? [];
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const list = new Intl.ListFormat('en-GB').format(languages.map((language) => names.of(language) ?? ''));
  expect(named.replace(/\s+/g, ' ')).toBe(list);
  for (const catalogue of ['electron/contract/words', 'electron/words', 'renderer/words']) {
    const entries = await readdir(join(projectFolder, catalogue), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.sort()).toEqual([...languages].sort());
  }
});
