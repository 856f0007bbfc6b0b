/* The list of licences beside each bundle, tried on bundles of packages that the tests make. */

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { expect, it } from 'vitest';
import { licences, noPackages } from '../../build/licences.ts';
import { ownFolder } from '../support/folder.ts';

/** Bundles a file that imports from packages of the test's own; returns the text of `licences.txt`. */
async function bundle(plugin: Plugin, packages: Record<string, { license: string; text: string }>): Promise<string> {
  const root = await ownFolder();
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  };
  const names = Object.keys(packages);
  for (const [name, { license, text }] of Object.entries(packages)) {
    const about = { name, version: '1.2.3', license, type: 'module', main: 'index.js' };
    await write(`node_modules/${name}/package.json`, JSON.stringify(about));
    await write(`node_modules/${name}/index.js`, `export const value = ${JSON.stringify(name)};\n`);
    await write(`node_modules/${name}/LICENSE`, `${text}\n`);
  }
  const imports = names.map((name, index) => `import { value as value${index} } from '${name}';`);
  await write('main.js', `${imports.join('\n')}\nconsole.log(${names.map((_, index) => `value${index}`)});\n`);
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [plugin],
    build: { write: false, rollupOptions: { input: join(root, 'main.js') } },
  });
  const [output] = [result].flat();
  const file = output && 'output' in output && output.output.find(({ fileName }) => fileName === 'licences.txt');
  return file && file.type === 'asset' ? String(file.source) : '';
}

const mine = { license: 'MIT', text: 'Permission is hereby granted to all.' };
const scoped = { license: 'Apache-2.0', text: 'Terms and conditions.' };

it('names each bundled package with its version, its licence and the whole text', async () => {
  const text = await bundle(licences(), { mine, '@some/scoped': scoped });
  expect(text).toContain(`@some/scoped 1.2.3, Apache-2.0\n\n${scoped.text}\n`);
  expect(text).toContain(`mine 1.2.3, MIT\n\n${mine.text}\n`);
});

it('names what is packed beside the bundle too', async () => {
  const text = await bundle(licences(['libsql', 'keytar']), { mine });
  expect(text).toMatch(/^libsql \d+\.\d+\.\d+, MIT$/m);
  expect(text).toMatch(/^@github\/keytar \d+\.\d+\.\d+, MIT$/m);
});

it('stops at a licence that is not agreed to', async () => {
  await expect(bundle(licences(), { mine: { ...mine, license: 'GPL-3.0-only' } })).rejects.toThrow(
    'unacceptable license "GPL-3.0-only" for mine@1.2.3',
  );
});

it('stops at any package in a bundle that is to hold none', async () => {
  await expect(bundle(noPackages(), { mine })).rejects.toThrow('mine@1.2.3');
  expect(await bundle(noPackages(), {})).toBe('');
});
