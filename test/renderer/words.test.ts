import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';
import { words } from '../../renderer/words.ts';

/** The sources of a folder, but for the words themselves. */
const sourcesIn = (folder: string) =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/^words\b/.test(path))
    .map((path) => readFileSync(join(projectFolder, folder, path), 'utf8'));

const namesIn = (group: object): string[] =>
  Object.entries(group).flatMap(([name, value]) => [
    name,
    ...(typeof value === 'object' && !Array.isArray(value) ? namesIn(value) : []),
  ]);

it('each word is used: its name stands in the window’s sources, or in the contract whose kinds it names', () => {
  const sources = ['renderer', 'electron/contract'].flatMap(sourcesIn).join('\n');
  const unused = namesIn(words).filter((name) => !new RegExp(`\\b${name}\\b`).test(sources));
  expect(unused).toEqual([]);
});
