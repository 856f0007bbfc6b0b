/* The rules of build/layers.ts: the tree keeps them, and each one sees a file that breaks it. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, it } from 'vitest';
import { ipcFiles, layers, touchesIpc } from '../../build/layers.ts';
import { projectFolder } from '../../build/run.ts';
import { ownFolder } from '../support/folder.ts';

/** Reading every import takes seconds, more beside other work. */
const limitMs = 300_000;

/** A line for each import that breaks a rule. */
async function breachesIn(folder: string): Promise<string[]> {
  const { output } = await cruise(
    ['electron', 'renderer'],
    {
      ruleSet: layers,
      validate: true,
      baseDir: folder,
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true, // an import of types is an import too
    },
    { extensions: ['.ts', '.tsx', '.js'] },
  );
  const { summary } = output as ICruiseResult; // text only where a reporter was asked for
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

it(
  'every import runs downward',
  async () => {
    expect(await breachesIn(projectFolder)).toEqual([]);
  },
  limitMs,
);

/** For each rule, a file with an import that breaks this rule and no other. */
const offenders: Record<string, { file: string; imports: string }> = {
  'no-circle': { file: 'electron/store/one.ts', imports: './two.ts' },
  'contract-imports-nothing': { file: 'electron/contract/one.ts', imports: '../store/leaf.ts' },
  'adapters-import-the-contract-only': { file: 'electron/api/one.ts', imports: '../store/leaf.ts' },
  'main-words-import-the-contract-only': { file: 'electron/words/one.ts', imports: '../session/leaf.ts' },
  'network-imports-its-interface-only': { file: 'electron/network/one.ts', imports: '../api/leaf.ts' },
  'services-import-nothing-above': { file: 'electron/sync/one.ts', imports: '../shell/leaf.ts' },
  'no-service-imports-the-session': { file: 'electron/outbox/one.ts', imports: '../session/leaf.ts' },
  'bridge-imports-services-only': { file: 'electron/bridge/one.ts', imports: '../store/leaf.ts' },
  'preload-imports-the-contract-only': { file: 'electron/preload.ts', imports: './shell/leaf.ts' },
  'renderer-imports-the-contract-only': { file: 'renderer/one.ts', imports: '../electron/session/leaf.ts' },
  'renderer-imports-no-node': { file: 'renderer/one.ts', imports: 'node:fs' },
  'words-import-the-contract-only': { file: 'renderer/words/one.ts', imports: '../state/leaf.ts' },
  'state-imports-no-view': { file: 'renderer/state/one.ts', imports: '../ui/leaf.ts' },
  'ui-imports-no-feature': { file: 'renderer/ui/one.ts', imports: '../inbox/leaf.ts' },
  'features-import-no-feature': { file: 'renderer/ticket/one.ts', imports: '../inbox/leaf.ts' },
  'demo-imports-the-contract-only': { file: 'electron/demo/one.ts', imports: '../api/leaf.ts' },
  'only-the-shell-starts-the-demo': { file: 'electron/main.ts', imports: './demo/leaf.ts' },
  'only-the-top-imports-electron': { file: 'electron/store/one.ts', imports: 'electron' },
};

it('has an offender for every rule', () => {
  expect(Object.keys(offenders).sort()).toEqual(layers.forbidden?.map((rule) => rule.name).sort());
});

async function writeIn(folder: string, name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

it.each(Object.entries(offenders))('%s sees its offender', async (rule, { file, imports }) => {
  const folder = await ownFolder();
  const write = (name: string, text: string) => writeIn(folder, name, text);
  for (const place of ['api', 'store', 'shell', 'session', 'demo']) {
    await write(`electron/${place}/leaf.ts`, 'export const leaf = 1;\n');
  }
  await write('renderer/leaf.ts', 'export const leaf = 1;\n');
  for (const place of ['state', 'ui', 'inbox']) await write(`renderer/${place}/leaf.ts`, 'export const leaf = 1;\n');
  await write('electron/store/two.ts', rule === 'no-circle' ? `import './one.ts';\n` : 'export const two = 2;\n');
  await write(file, `import '${imports}';\nexport const one = 1;\n`);
  if (imports === 'electron') {
    await write('node_modules/electron/package.json', '{"name":"electron","main":"index.js"}');
    await write('node_modules/electron/index.js', '');
    await write('package.json', '{"dependencies":{"electron":"1.0.0"}}');
  }
  const breaches = await breachesIn(folder);
  expect(breaches.length).toBeGreaterThan(0);
  expect(breaches.every((breach) => breach.startsWith(`${rule}: `))).toBe(true);
});

it('no-circle sees a circle of types', async () => {
  const folder = await ownFolder();
  await writeIn(folder, 'electron/sync/one.ts', `import type { Two } from './two.ts';\nexport type One = Two | 1;\n`);
  await writeIn(folder, 'electron/sync/two.ts', `import type { One } from './one.ts';\nexport type Two = One[];\n`);
  await writeIn(folder, 'renderer/leaf.ts', 'export const leaf = 1;\n');
  expect(await breachesIn(folder)).toEqual(['no-circle: electron/sync/one.ts → electron/sync/two.ts']);
});

it('only the wrapper and the preload touch raw IPC', async () => {
  const own: string[] = [];
  for (const top of ['electron', 'renderer']) {
    const files = await readdir(join(projectFolder, top), { recursive: true });
    own.push(...files.filter((file) => /\.tsx?$/.test(file)).map((file) => `${top}/${file.replaceAll(sep, '/')}`));
  }
  expect(own.length).toBeGreaterThan(100);
  const touching: string[] = [];
  for (const file of own) if (touchesIpc(await readFile(join(projectFolder, file), 'utf8'))) touching.push(file);
  expect(touching.sort()).toEqual([...ipcFiles].sort());
});

it.each([`import { ipcMain } from 'electron';`, 'contents.ipc.handle(channel)', 'electron.ipcRenderer.send()'])(
  'sees raw IPC in: %s',
  (source) => {
    expect(touchesIpc(source)).toBe(true);
  },
);
