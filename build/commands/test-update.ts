/*
 * `npm run test:update`: an installed Colodesk updates itself from a server on this computer (test/update). Packs two versions as
 * AppImages, signed with a key made for this run, and lets the older one find the newer one. For Linux; as root the tests run as
 * an ordinary user, since Chromium's sandbox does not start as root.
 */

import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { startDisplay } from '../desktop/display.ts';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../outlive.ts';
import { appImagePrograms, makeAppImage, makeTools } from '../package/appimage.ts';
import { publicHalf, signList } from '../package/sign-list.ts';
import { print, printProgress } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';
import { neededForAppImages, providePackages, provideSystem, requirePrograms } from '../provide/system.ts';
import { run, runOrThrow, tool } from '../run.ts';

const versions = { older: '0.1.0', newer: '0.1.1' };

/** An ordinary user, who may read this project and Node wherever they lie, such as in root's own folder. */
const asNobody = [
  ...['--reuid=nobody', '--regid=nogroup', '--clear-groups'],
  ...['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'],
  process.execPath,
];

await command(async () => {
  if (process.platform !== 'linux') throw new Error('AppImages run on Linux only.');
  await provideSystem(true);
  await providePackages(neededForAppImages);
  await requirePrograms(appImagePrograms);
  const electron = await provideElectron();
  const folder = await temporaryFolder(join(tmpdir(), 'colodesk-update-'));
  const display = await startDisplay();
  try {
    const port = await freePort();
    await makeReleases(electron, folder, port);
    await runTests(folder, { ...display.env, UPDATE_RELEASES: folder, UPDATE_PORT: String(port) });
  } finally {
    await display.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** Leaves both AppImages in `folder`, and lists of the newer one: signed, and signed by somebody else. */
async function makeReleases(electron: { path: string; version: string }, folder: string, port: number): Promise<void> {
  const [ours, others] = [newKey(), newKey()];
  process.env.UPDATE_PUBLIC_KEY = publicHalf(ours);
  await buildApp();
  const toolsFolder = join(folder, 'tools');
  await makeTools(toolsFolder);
  const updatesUrl = `http://127.0.0.1:${port}/`;
  for (const version of Object.values(versions)) {
    printProgress(`Packing ${version} …`);
    const outputFolder = join(folder, version);
    const file = await makeAppImage({ electron, version, updatesUrl, outputFolder, toolsFolder });
    print(`${basename(file)} is packed`);
  }
  const list = await readFile(join(folder, versions.newer, 'latest-linux.yml'), 'utf8');
  await writeFile(join(folder, 'signed.yml'), signList(list, ours));
  await writeFile(join(folder, 'forged.yml'), signList(list, others));
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

async function runTests(folder: string, env: Record<string, string>): Promise<void> {
  const home = join(folder, 'home');
  await mkdir(home);
  await chmod(folder, 0o755);
  const vitest = [tool('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts', '--configLoader', 'runner'];
  const args = [...vitest, '--project', 'update', ...process.argv.slice(2)];
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await runOrThrow('chown', ['-R', 'nobody:nogroup', folder]);
  const { code } = await run(asRoot ? 'setpriv' : process.execPath, asRoot ? [...asNobody, ...args] : args, {
    env: { ...env, HOME: home, TMPDIR: home },
    onOutput: (text) => void process.stdout.write(text),
  });
  if (code !== 0) process.exitCode = 1;
}
