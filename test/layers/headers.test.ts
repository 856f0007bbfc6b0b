/* Every source file says what it is for where a reader begins: in a comment within its first lines. */

import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';

const lineLimit = 10;

/** Whether a comment for people, and not for a tool, begins within the first lines. */
function saysWhatItIsFor(source: string): boolean {
  const head = source.split('\n', lineLimit);
  return head.some((line) => /^\s*(export )?(\/\*|\/\/(?!\/|\s*(biome-ignore|@ts-)))/.test(line));
}

it.each([
  '/* Rows of the list. */\n\nexport {};',
  `import { a } from './a.ts';\n\n/** Rows of the list. */\nexport const row = a;`,
  '// Rows of the list.\n',
])('accepts: %j', (source) => {
  expect(saysWhatItIsFor(source)).toBe(true);
});

it.each([
  'export const row = 1;',
  `const url = 'https://colodesk.invalid';`,
  '// biome-ignore lint/style/noNonNullAssertion: none\nexport {};',
  `${'export {};\n'.repeat(lineLimit)}/* Rows of the list. */`,
])('refuses: %j', (source) => {
  expect(saysWhatItIsFor(source)).toBe(false);
});

it('every source file begins with what it is for', async () => {
  const silent: string[] = [];
  let count = 0;
  for (const top of ['electron', 'renderer', 'build']) {
    for (const name of await readdir(join(projectFolder, top), { recursive: true })) {
      if (!/\.(tsx?|css)$/.test(name)) continue;
      count += 1;
      const source = await readFile(join(projectFolder, top, name), 'utf8');
      if (!saysWhatItIsFor(source)) silent.push(`${top}/${name.replaceAll(sep, '/')}`);
    }
  }
  expect(count).toBeGreaterThan(200);
  expect(silent.sort()).toEqual([]);
});
