/*
 * `npm run test:packages`: makes a deb and an rpm, and lets test/packages install, use and remove the deb in a small Debian of its
 * own; what our installer for Windows does is tried under Wine. For root on Debian and Ubuntu.
 */

import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { temporaryFolder } from '../outlive.ts';
import { packageTargets } from '../package/package-targets.ts';
import { print } from '../print.ts';
import { makeDebianRoot } from '../provide/debian-root.ts';
import { provideElectron } from '../provide/electron.ts';
import { providePackages, provideSystem, requirePrograms } from '../provide/system.ts';
import { run, runOrThrow, tool } from '../run.ts';

await command(async () => {
  if (process.getuid?.() !== 0) throw new Error('Only root can install packages, on Debian or Ubuntu.');
  await provideSystem(true);
  await providePackages([['debootstrap'], ['nsis'], ['wine'], ['wine64']]);
  await requirePrograms(['debootstrap', 'makensis', 'wine', 'wineserver', 'unshare']);
  const electron = await provideElectron();
  await buildApp();
  const arch = process.arch === 'arm64' ? 'arm64' : 'x64';
  const files = await packageTargets({ platform: 'linux', kinds: ['deb', 'rpm'], archs: [arch] }, electron, true);
  const [deb = '', rpm = ''] = ['.deb', '.rpm'].map((end) => files.find((file) => file.endsWith(end)));
  for (const file of [deb, rpm]) print(`${file} is made`);
  const folder = await temporaryFolder(join(tmpdir(), 'colodesk-packages-'));
  try {
    const root = join(folder, 'root');
    await makeDebianRoot(root, (await runOrThrow('dpkg-deb', ['--field', deb, 'Depends'])).trim());
    await runTests({ PACKAGES_DEB: deb, PACKAGES_RPM: rpm, PACKAGES_ROOT: root });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

async function runTests(env: Record<string, string>): Promise<void> {
  const vitest = [tool('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts', '--project', 'packages'];
  const onOutput = (text: string) => void process.stdout.write(text);
  const { code } = await run(process.execPath, [...vitest, ...process.argv.slice(2)], { env, onOutput });
  if (code !== 0) process.exitCode = 1;
}
