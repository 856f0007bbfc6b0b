import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';
import { words } from '../../renderer/words/words.ts';

const folder = join(projectFolder, 'renderer');

/** The window's sources, but for the words themselves and for comments, which use no word. */
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^words.(words|form|help|outbox)[.]ts$/.test(path))
  .map((path) => readFileSync(join(folder, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, ''));

/** The ways to all words of a group, such as `words.form.discard`. */
const waysIn = (group: object, way: string): string[] =>
  Object.entries(group).flatMap(([name, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? waysIn(value, `${way}.${name}`) : [`${way}.${name}`],
  );

/** What a source reads of the words, also through a short name of its own for a group; a key in brackets stands for any. */
function readsIn(source: string): string[] {
  const short = [...source.matchAll(/const (\w+) = (words[.\w]*);/g)];
  const spelt = short.reduce(
    (text, [, name, group]) => text.replaceAll(new RegExp(`(?<![.\\w])${name}(?=[.[])`, 'g'), `${group}`),
    source,
  );
  return [...spelt.matchAll(/(?<![.\w])words(?:\s*\.\w+)+\[?/g)].map(([read]) => read.replaceAll(/\s/g, ''));
}

it('each word is read in the window’s sources, by its whole way or by a key of its group', () => {
  const reads = [...new Set(sources.flatMap(readsIn))];
  const isRead = (way: string) =>
    reads.some((read) =>
      read.endsWith('[') ? way.startsWith(`${read.slice(0, -1)}.`) : `${read}.`.startsWith(`${way}.`),
    );
  expect(waysIn(words, 'words').filter((way) => !isRead(way))).toEqual([]);
});
