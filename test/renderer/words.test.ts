import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';
import { words } from '../../renderer/words/words.ts';

const folder = join(projectFolder, 'renderer');

/** The sources of the page without the words themselves and without comments, which use no words. */
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^words.(words[.]ts$|[a-z]{2}[\\/])/.test(path))
  .map((path) => readFileSync(join(folder, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, ''));

/** The paths of all words in a group, such as `words.form.discard`. */
const pathsIn = (group: object, path: string): string[] =>
  Object.entries(group).flatMap(([name, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? pathsIn(value, `${path}.${name}`) : [`${path}.${name}`],
  );

/** The paths that a source reads, also through a constant for a group; a path that ends in `[` reads any key of the group. */
function readsIn(source: string): string[] {
  const short = [...source.matchAll(/const (\w+) = (words[.\w]*);/g)];
  const spelt = short
    .reduce(
      (text, [, name, group]) => text.replaceAll(new RegExp(`(?<![.\\w])${name}(?=[.[])`, 'g'), `${group}`),
      source,
    )
    .replaceAll(/(?:Object[.]values\(|[.]{3}|=\{)(words(?:[.]\w+)+)/g, ' $1 $1['); // perhaps a group as a whole
  return [...spelt.matchAll(/(?<![.\w])words(?:\s*\.\w+)+\[?/g)].map(([read]) => read.replaceAll(/\s/g, ''));
}

it('every word is used on the page, by its path or by a key of its group', () => {
  const reads = [...new Set(sources.flatMap(readsIn))];
  const isRead = (path: string) =>
    reads.some((read) =>
      read.endsWith('[') ? path.startsWith(`${read.slice(0, -1)}.`) : `${read}.`.startsWith(`${path}.`),
    );
  expect(pathsIn(words, 'words').filter((path) => !isRead(path))).toEqual([]);
});
