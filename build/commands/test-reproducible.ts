/*
 * `npm run test:reproducible`: the last commit, built and packed twice for Linux, gives the same bytes. The second time in another
 * folder, in another time zone and language, and later; build/docs/supply-chain.md says what this leaves open. With `--keep` both stay.
 */

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from '../command.ts';
import { temporaryFolder } from '../outlive.ts';
import { appImagePrograms } from '../package/appimage.ts';
import { differences, fingerprints } from '../package/fingerprints.ts';
import { print, printProgress } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';
import { neededForAppImages, providePackages, requirePrograms } from '../provide/system.ts';
import { projectFolder, runOrThrow } from '../run.ts';

/** What must not matter. */
const builds = [
  { folder: 'first', env: { TZ: 'UTC', LC_ALL: 'C', TMPDIR: '/tmp' } },
  { folder: 'second time/deeper', env: { TZ: 'Pacific/Auckland', LC_ALL: 'C.UTF-8', TMPDIR: '/var/tmp' } },
];

await command(async () => {
  const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
  if (process.platform !== 'linux') throw new Error('Only the packages for Linux are compared.');
  await providePackages(neededForAppImages);
  await requirePrograms(appImagePrograms);
  await provideElectron();
  const folder = await (values.keep ? mkdtemp : temporaryFolder)(join(tmpdir(), 'colodesk-twice-'));
  try {
    const found: Map<string, string>[] = [];
    for (const build of builds) {
      const copy = join(folder, build.folder);
      printProgress(`Building in ${copy} …`);
      await copyProject(copy);
      await runOrThrow('npx', ['tsx', 'build/package/pack-once.ts'], { cwd: copy, env: build.env });
      found.push(await fingerprints(copy));
    }
    const [first = new Map(), second = new Map()] = found;
    const different = differences(first, second);
    for (const name of different) printProgress(`differs: ${name}`);
    if (different.length > 0) throw new Error(`${different.length} of ${first.size} files differ.`);
    print(`${first.size} files are the same`);
  } finally {
    if (!values.keep) await rm(folder, { recursive: true, force: true });
  }
});

/** Takes the last commit, not what lies in the folder. Packages are linked where the file system can, since nothing writes to them. */
async function copyProject(copy: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true });
  await runOrThrow('git', ['clone', '--quiet', projectFolder, copy]);
  const packages = [join(projectFolder, 'node_modules'), copy];
  await runOrThrow('cp', ['--archive', '--link', ...packages]).catch(async () => {
    await rm(join(copy, 'node_modules'), { recursive: true, force: true });
    await runOrThrow('cp', ['--archive', ...packages]);
  });
}
