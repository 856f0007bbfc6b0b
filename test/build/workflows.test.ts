/* The safety of the workflows in .github/workflows. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';

const folder = join(projectFolder, '.github/workflows');

it('every action is pinned by its commit, and every workflow reads only by default', async () => {
  const names = await readdir(folder);
  expect(names.sort()).toEqual(['check.yml', 'release.yml']);
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    const uses = [...text.matchAll(/uses: (\S+)(.*)/g)].map(([, action, rest]) => `${action}${rest}`);
    expect(uses.length).toBeGreaterThan(0);
    const loose = uses.filter((use) => !/^\.\/|^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use));
    expect(loose, name).toEqual([]);
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
  }
});
