import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';

/*
 * The style sheets of the page: TypeScript does not know the classes of a module, so a misspelt one would only be seen on the
 * screen.
 */

const renderer = join(projectFolder, 'renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).map((file) => join(renderer, file));
const sheets = files.filter((file) => file.endsWith('.css'));
const views = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const read = (file: string) => readFileSync(file, 'utf8');
const nameOf = (file: string) => relative(renderer, file);

/** The text of a sheet without its comments. */
const readSheet = (sheet: string) => read(sheet).replace(/\/\*.*?\*\//gs, '');

/** The classes that a module defines, without those of Mantine. */
function classesOf(sheet: string): string[] {
  const selectors = [...readSheet(sheet).matchAll(/[^{};]+(?=\{)/g)].map(([selector]) => selector);
  const own = selectors
    .filter((selector) => !selector.includes('@'))
    .join(' ')
    .replace(/:global\([^)]*\)/g, '');
  return [...new Set([...own.matchAll(/\.([\w-]+)/g)].map(([, name]) => name ?? ''))];
}

/** The declarations of a sheet: property and value. */
function declarationsOf(sheet: string): { property: string; value: string }[] {
  const declarations = readSheet(sheet).matchAll(/([\w-]+):\s*([^;{}]+);/g);
  return [...declarations].map(([, property = '', value = '']) => ({ property, value }));
}

/** The classes that the views use, by module: from `import styles from './x.module.css'` and `styles.y`. */
const usedClasses = new Map<string, Set<string>>();
for (const view of views) {
  const source = read(view);
  for (const [, name, path] of source.matchAll(/^import (\w+) from '([^']+\.module\.css)';$/gm)) {
    const sheet = join(dirname(view), path ?? '');
    const used = usedClasses.get(sheet) ?? new Set();
    usedClasses.set(sheet, used);
    const body = source.replace(/^import .*$/gm, '');
    for (const [, className] of body.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g')))
      if (className) used.add(className);
  }
}

describe('the style sheets', () => {
  it('are modules, except for the tokens, the ground and Mantine’s', () => {
    const others = sheets.filter((sheet) => !sheet.endsWith('.module.css')).map(nameOf);
    expect(others.toSorted()).toEqual(['app.css', 'mantine.css', 'tokens.css']);
  });

  it.each(sheets.filter((sheet) => sheet.endsWith('.module.css')).map(nameOf))(
    '%s defines the classes that are used, and no others',
    (name) => {
      const sheet = join(renderer, name);
      expect(classesOf(sheet).toSorted()).toEqual([...(usedClasses.get(sheet) ?? [])].toSorted());
    },
  );

  it('are the only source of classes', () => {
    const named = views.filter((view) =>
      /className="|className=\{['`](?!\$)|['"`]\.[a-z]+[\w-]*['"`]/.test(read(view)),
    );
    expect(named.map(nameOf)).toEqual([]);
  });
});

describe('colours', () => {
  /** Hexadecimal and functional colours, and those names of CSS that a sheet might be tempted to use. */
  const literal =
    /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|(?<![\w-])(?:black|white|gray|grey|red|green|blue|navy|orange|yellow|silver)(?![\w-])/i;

  it('have their values in the tokens only', () => {
    const found: string[] = [];
    for (const sheet of sheets.filter((file) => nameOf(file) !== 'tokens.css')) {
      for (const { property, value } of declarationsOf(sheet)) {
        if (literal.test(value)) found.push(`${nameOf(sheet)}: ${property}: ${value}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('are not written into views; `theme.ts` says why its palettes are', () => {
    const drawn =
      /['"`](?:#[0-9a-f]{3,8}|(?:rgba?|hsla?|oklch)\([^'"`]*\))['"`]|\b(?:fill|stroke)="(?!none|currentColor)/i;
    const found = views.filter((view) => nameOf(view) !== 'theme.ts' && drawn.test(read(view)));
    expect(found.map(nameOf)).toEqual([]);
  });

  it('are all used, and every token that is used exists', () => {
    const defined = declarationsOf(join(renderer, 'tokens.css')).flatMap(({ property }) =>
      property.startsWith('--') ? [property] : [],
    );
    const sources = [...sheets, ...views].map(read).join('\n');
    const used = new Set([...sources.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? ''));
    expect(defined.filter((token) => !used.has(token))).toEqual([]);
    const local = new Set([...sources.matchAll(/(--[\w-]+)['"]?:/g)].map(([, name]) => name ?? ''));
    expect([...used].filter((token) => !local.has(token) && !/^--(?:mantine|button)-/.test(token))).toEqual([]);
  });
});
