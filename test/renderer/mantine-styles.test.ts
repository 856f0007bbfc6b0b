import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';

const mantine = join(projectFolder, 'node_modules/@mantine/core');
const renderer = join(projectFolder, 'renderer');
const read = (path: string) => readFileSync(path, 'utf8');

/** The style sheets that the page imports, in its order. */
const imported = [...read(join(renderer, 'mantine.css')).matchAll(/core\/styles\/(.+\.layer\.css)/g)].map(
  ([, name]) => name ?? '',
);

/** The names that the page imports from Mantine. */
const used = new Set(
  readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => [...read(join(renderer, path)).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => name !== '' && !name.startsWith('type ')),
);

/** The names of the classes of all parts that the used ones are made of. */
function usedClasses(): string[] {
  const index = join(mantine, 'esm/index.mjs');
  const seen = new Set<string>();
  const classes: string[] = [];
  const visit = (path: string) => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    const source = read(path);
    if (path.endsWith('.module.mjs')) classes.push(...(source.match(/\bm_[0-9a-f]+/g) ?? []));
    for (const [, next] of source.matchAll(/from "(\.[^"]+)"/g)) visit(resolve(dirname(path), next ?? ''));
  };
  for (const [, names = '', path = ''] of read(index).matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)) {
    if (names.split(',').some((name) => used.has(name.trim()))) visit(resolve(dirname(index), path));
  }
  return classes;
}

it('the style sheet of every part of Mantine that is used is imported, in Mantine’s order', () => {
  const sheets = readdirSync(join(mantine, 'styles'))
    .filter((name) => name.endsWith('.layer.css'))
    .map((name) => ({
      name,
      classes: [...read(join(mantine, 'styles', name)).matchAll(/(?<=\.)m_[0-9a-f]+/g)].map(([found]) => found),
    }));
  const classes = usedClasses();
  expect(classes.length).toBeGreaterThan(0);
  const all = read(join(mantine, 'styles.layer.css'));
  const needed = sheets
    .filter((sheet) => classes.some((name) => sheet.classes.includes(name)))
    .map((sheet) => ({ name: sheet.name, at: all.indexOf(`.${sheet.classes[0]}`) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ name }) => name);
  expect(imported).toEqual(['baseline.layer.css', 'default-css-variables.layer.css', 'global.layer.css', ...needed]);
});
