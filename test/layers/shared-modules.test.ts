/* What a test may do where modules are loaded once for all files of a worker. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';
import { foldersWithSharedModules } from '../../build/vitest.config.ts';

it('no test replaces a module that others have loaded before it', async () => {
  const replaces = /^vi\.(mock|doMock)\(/m;
  expect("vi.mock('node:fs')").toMatch(replaces);
  for (const folder of foldersWithSharedModules) {
    const path = join(projectFolder, 'test', folder);
    const names = (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.ts'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(await readFile(join(path, name), 'utf8'), name).not.toMatch(replaces);
  }
});
