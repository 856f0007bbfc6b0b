import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { reserveFreeName } from '../../electron/files/free-name.ts';
import { ownFolder } from '../support/folder.ts';

it('a name that is taken gets a number, and nothing is replaced', async () => {
  const folder = await ownFolder();
  await writeFile(join(folder, 'report.pdf'), 'mine');
  const names = await Promise.all([1, 2].map(() => reserveFreeName(folder, 'report.pdf')));
  expect(names.map((path) => basename(path)).sort()).toEqual(['report (2).pdf', 'report (3).pdf']);
  expect(basename(await reserveFreeName(folder, 'README'))).toBe('README');
  expect(await readFile(join(folder, 'report.pdf'), 'utf8')).toBe('mine');
  expect(await readdir(folder)).toHaveLength(4);
});

it('a folder that is gone is said in words', async () => {
  await expect(reserveFreeName(join(await ownFolder(), 'gone'), 'report.pdf')).rejects.toMatchObject({
    problem: {
      kind: 'disk-error',
      message: 'The folder is not there any more.',
      kept: expect.stringMatching(/^The operator still has/),
    },
  });
});
