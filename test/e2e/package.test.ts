import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, inject, it, onTestFinished } from 'vitest';
import { clientBeside } from '../../build/desktop/demo-service.ts';
import { launchPacked } from '../../build/desktop/launch-packed.ts';
import { freePort } from '../../build/free-port.ts';
import { packedResources } from '../../build/package/package-app.ts';
import { projectFolder } from '../../build/run.ts';
import { steps } from '../../build/walk/steps.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring } from './app.ts';

/** Where pictures of each step are wanted, such as by the workflows. */
const pictures = process.env.PICTURES_OF_PACKED;

const program = () => inject('packedProgram');

async function startPacked(env: Record<string, string> = {}, ...args: string[]) {
  const keyring = await ownKeyring();
  const userDataFolder = await ownFolder();
  const packed = await launchPacked({
    electronPath: program(),
    userDataFolder,
    env: { ...keyring.env, ...env },
    args,
  });
  onTestFinished(packed.kill);
  return { ...packed, userDataFolder };
}

it('the packed program does the main job, with its fuses as shipped', async () => {
  const { page, userDataFolder } = await startPacked();
  expect(await page.evaluate(() => window.location.href)).toBe('app://colodesk/');
  for (const [index, step] of steps.entries()) {
    await step.take(page, () => clientBeside(userDataFolder));
    const name = `${String(index + 1).padStart(2, '0')}-${step.picture}.png`;
    if (pictures) await page.screenshot({ path: join(projectFolder, pictures, name) });
  }
});

it('its fuses are as Electron recommends', async () => {
  const wire = await getCurrentFuseWire(program().replace(/\.app\/.*/, '.app'));
  const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspector: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    archiveIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyFromArchive: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    browserSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    inspector: false,
    archiveIntegrity: true,
    onlyFromArchive: true,
    browserSnapshot: false,
    filePrivileges: false,
  });
});

it('runs no script of somebody else’s under its name', async () => {
  const folder = await ownFolder();
  const script = join(folder, 'script.cjs');
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, '')`);
  const port = await freePort();
  const { page } = await startPacked(
    { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` },
    `--inspect=127.0.0.1:${port}`,
    `--require=${script}`,
  );
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  expect(await readdir(folder)).toEqual(['script.cjs']);
  await expect(fetch(`http://127.0.0.1:${port}/json/list`)).rejects.toThrow();
});

it('holds what runs and nothing else', async () => {
  const resources = packedResources(program());
  const files = filesInArchive(join(resources, 'app.asar'));
  const target = `${process.platform}-${process.arch}`;
  const known = [
    /^package\.json$/,
    /^out\/(main|preload)\/[\w/.-]+\.c?js$/,
    /^out\/(main|renderer|renderer\/viewer)\/licences\.txt$/,
    /^out\/renderer\/viewer\/viewer\.js\.br$/,
    /^out\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css))$/,
    /^node_modules\/(libsql|@neon-rs\/load|detect-libc|keytar)\/(package\.json|LICENSE(\.md)?|[\w/-]+\.js)$/,
    new RegExp(`^node_modules/@libsql/${target}(-gnu|-msvc)?/(package\\.json|index\\.node)$`),
    new RegExp(`^node_modules/keytar/prebuilds/${target}/keytar\\.node$`),
  ];
  expect(files.map(({ path }) => path).filter((path) => !known.some((pattern) => pattern.test(path)))).toEqual([]);
  const native = files.filter(({ path }) => path.endsWith('.node'));
  expect(native).toHaveLength(2);
  expect(native.every(({ isUnpacked }) => isUnpacked)).toBe(true);
  expect(await readdir(resources)).not.toContain('app');
  expect(files.filter(({ path }) => path.endsWith('licences.txt'))).toHaveLength(3);
  expect(await readFile(join(resources, 'LICENSE'), 'utf8')).toContain('MIT');
});

it('its archive stays small', async () => {
  const { size } = await stat(join(packedResources(program()), 'app.asar'));
  expect(size).toBeLessThan(4_000_000);
});

/** The files of an archive, whether they are inside it or unpacked beside it. */
function filesInArchive(archive: string): { path: string; isUnpacked: boolean }[] {
  return listPackage(archive, { isPack: false }).flatMap((name) => {
    const entry = statFile(archive, name.slice(1));
    if ('files' in entry) return [];
    return { path: name.slice(1).replaceAll(sep, '/'), isUnpacked: Boolean(entry.unpacked) };
  });
}
