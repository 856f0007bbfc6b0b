/* The safety of the workflows in .github/workflows. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { needed, neededForAppImages, neededWithoutDesktop } from '../../build/provide/system.ts';
import { projectFolder } from '../../build/run.ts';

const folder = join(projectFolder, '.github/workflows');

it('every action is pinned by its commit, and every workflow reads only by default', async () => {
  const names = await readdir(folder);
  expect(names.sort()).toEqual(['check.yml', 'release.yml']);
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    const uses = [...text.matchAll(/uses: (\S+)(.*)/g)].map(([, action, rest]) => `${action}${rest}`);
    expect(uses.length).toBeGreaterThan(0);
    const loose = uses.filter((use) => !/^\.\/|^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use));
    expect(loose, name).toEqual([]);
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
  }
});

it('what is long and what needs another system has a job, and pictures of the packed program are kept from each', async () => {
  const text = await readFile(join(folder, 'check.yml'), 'utf8');
  for (const name of [
    'test',
    'run test:windows',
    'run test:update',
    'run test:reproducible',
    'run test:packages',
    'run test:reader',
  ])
    expect(text).toMatch(new RegExp(`npm ${name}$`, 'm'));
  expect(text).toContain('os: [ubuntu-24.04, windows-2025, macos-15]');
  expect(text).toMatch(/PICTURES_OF_PACKED: out\/packed-pictures\n/);
  expect(text).toMatch(
    /if: always\(\)\n(.*\n){2} +name: pictures-\$\{\{ matrix.os \}\}\n +path: out\/packed-pictures\n/,
  );
});

it('every script that a workflow runs is there', async () => {
  const { scripts } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as { scripts: object };
  for (const name of await readdir(folder)) {
    const called = [...(await readFile(join(folder, name), 'utf8')).matchAll(/npm run ([\w:-]+)/g)].map(
      ([, script]) => script,
    );
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((script) => !(`${script}` in scripts))).toEqual([]);
  }
});

it('each job installs the system packages that its commands ask for, since they install nothing for an ordinary user', async () => {
  const text = await readFile(join(folder, 'check.yml'), 'utf8');
  const jobs = new Map(text.split(/^ {2}(?=\w+:$)/m).map((job) => [job.split(':', 1)[0], job.split(/[\s\\]+/)]));
  const forElectron = [...needed, ...neededWithoutDesktop];
  const asked = { check: forElectron, wine: [['wine'], ['wine64']], update: [...forElectron, ...neededForAppImages] };
  for (const [job, groups] of Object.entries(asked))
    expect(groups.filter((names) => !names.some((name) => jobs.get(job)?.includes(name)))).toEqual([]);
});

it('the lists of updates are signed with the key of the build', async () => {
  const text = await readFile(join(folder, 'release.yml'), 'utf8');
  const given = (job: string) =>
    text.slice(text.search(new RegExp(`^  ${job}:$`, 'm'))).match(/UPDATE_PUBLIC_KEY: .*/)?.[0];
  expect(given('sign')).toContain('vars.UPDATE_PUBLIC_KEY');
  expect(given('package')).toBe(given('sign'));
});
