/* What the documents say of files, folders and servers is what there is. */

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ruleGroups } from '../../build/mutation/rules.ts';
import { projectFolder } from '../../build/run.ts';
import { knownBaseUrls } from '../../electron/contract/session.ts';

const read = (file: string) => readFile(join(projectFolder, file), 'utf8');
const isThere = (file: string) => existsSync(join(projectFolder, file));

const documents = ['README.md', 'CONTRIBUTING.md'].concat(
  (await readdir(join(projectFolder, 'build/docs')))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `build/docs/${name}`),
);

it.each(documents)('the files that %s names and links to are there', async (document) => {
  const text = await read(document);
  const named = [...text.matchAll(/`((?:electron|renderer|build|test|\.github|\.ci)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  );
  const linked = [...text.matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/g)].map(([, path = '']) =>
    join(dirname(document), path),
  );
  const isMissing = (path: string) => ![path, `${path}.test.ts`, `test/${path}.test.ts`].some(isThere);
  expect([...named, ...linked].filter(isMissing)).toEqual([]);
});

it('the README names every folder of the main process, and no other', async () => {
  const [, tree = ''] = /### What is where\n+```\n([^`]*)```/.exec(await read('README.md')) ?? [];
  const named = [...tree.matchAll(/^electron\/(\w+)\/ /gm)].map(([, name]) => name);
  const entries = await readdir(join(projectFolder, 'electron'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(named.toSorted()).toEqual(folders.toSorted());
});

it('an IT department is told each server of the operator', async () => {
  const policy = await read('build/docs/policy.md');
  expect(Object.values(knownBaseUrls).filter((url) => !policy.includes(`\`${new URL(url).host}\``))).toEqual([]);
});

it('the rules that are changed by mutation testing are there, and their tests: none would count as noticed', () => {
  const files = ruleGroups.flatMap(({ files, tests }) => [...files, ...tests.flatMap(spelledOut)]);
  expect(files.filter((file) => !isThere(file.replace(/\/[*][^/]*$/, '')))).toEqual([]);
});

/** `test/{a,b}.test.ts` means two files. */
function spelledOut(pattern: string): string[] {
  const [, before = '', names, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? [];
  return names === undefined ? [pattern] : names.split(',').map((name) => before + name + after);
}
