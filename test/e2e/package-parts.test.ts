/* The list of parts beside the packed application, checked against what the application holds. */

import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { expect, inject, it, onTestFinished } from 'vitest';
import { launchPacked } from '../../build/desktop/launch-packed.ts';
import { packedResources } from '../../build/package/package-app.ts';
import { projectFolder } from '../../build/run.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring } from './app.ts';

type Part = { name: string; version: string };

async function readList(): Promise<Part[]> {
  const dist = join(projectFolder, 'dist');
  const names = (await readdir(dist)).filter((name) => name.endsWith('.cdx.json'));
  expect(names).toHaveLength(1);
  const list = JSON.parse(await readFile(join(dist, names.join()), 'utf8')) as { components: Part[] };
  return list.components;
}

it('names every package in the archive with its version, and nothing else but Electron', async () => {
  const archive = join(packedResources(inject('packedProgram')), 'app.asar');
  const files = listPackage(archive, { isPack: false }).map((name) => name.slice(1));
  const endingWith = (end: string) => files.filter((file) => file.replaceAll(sep, '/').endsWith(end));
  const text = (file: string) => extractFile(archive, file).toString();
  // The bundler’s own word for what it took, and the manifests of what is packed as it is.
  const bundled = endingWith('/licences.txt').flatMap(
    (file) => text(file).match(/^\S+ \d+\.\d+\.\d+\S*(?=, [A-Z0-9])/gm) ?? [],
  );
  const asTheyAre = endingWith('/package.json').map((file) => {
    const { name, version } = JSON.parse(text(file)) as Part;
    return `${name} ${version}`;
  });
  expect(bundled.length).toBeGreaterThan(50);
  expect(asTheyAre.some((name) => name.startsWith('@libsql/'))).toBe(true);

  const listed = (await readList()).map(({ name, version }) => `${name} ${version}`);
  const ours = listed.filter((name) => !name.startsWith('electron '));
  expect(listed).toHaveLength(ours.length + 1);
  expect(ours.sort()).toEqual([...new Set([...bundled, ...asTheyAre])].sort());
});

it('names Electron with the version that runs', async () => {
  const { env } = await ownKeyring();
  const userDataFolder = await ownFolder();
  const { page, kill } = await launchPacked({ electronPath: inject('packedProgram'), userDataFolder, env, args: [] });
  onTestFinished(kill);
  const agent = await page.evaluate(() => navigator.userAgent);
  const electron = (await readList()).find(({ name }) => name === 'electron');
  expect(agent).toContain(`Electron/${electron?.version} `);
});
