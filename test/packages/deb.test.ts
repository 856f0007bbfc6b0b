/*
 * The deb in a small Debian of its own: installed by apt, used by an ordinary user, removed. `npm run test:packages` makes both
 * and says where they are.
 */

import { copyFile, lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startChild } from '../../build/desktop/child.ts';
import { clientBeside } from '../../build/desktop/demo-service.ts';
import { connectPacked } from '../../build/desktop/launch-packed.ts';
import { enterRoot, inRoot, rootEnv, rootUser } from '../../build/provide/debian-root.ts';
import { runOrThrow } from '../../build/run.ts';
import { steps } from '../../build/walk/steps.ts';
import { changesBetween, filesOf } from './traces.ts';

const deb = process.env.PACKAGES_DEB ?? '';
const root = process.env.PACKAGES_ROOT ?? '';
const read = (file: string) => readFile(join(root, file), 'utf8');

/** What apt and dpkg write for every package, and keep. */
const ofAptItself =
  /^(var\/log\/|var\/cache\/(apt|debconf|ldconfig)\/|var\/lib\/apt\/|var\/lib\/dpkg\/(status|available|lock|triggers)|var\/tmp\/package\.deb$)/;

let before: Map<string, string>;
let installing: string;
beforeAll(async () => {
  before = await filesOf(root);
  await copyFile(deb, join(root, 'var/tmp/package.deb'));
  installing = await inRoot(root, ['apt-get', 'install', '--yes', '--no-install-recommends', '/var/tmp/package.deb']);
}, 600_000);

describe('installed, it', () => {
  it('asked for nothing that it does not name, and is registered', async () => {
    expect(installing).toContain('0 upgraded, 1 newly installed, 0 to remove');
    expect(await read('usr/share/applications/mimeinfo.cache')).toContain(
      'x-scheme-handler/colodesk=colodesk.desktop;',
    );
    const entry = await read('usr/share/applications/colodesk.desktop');
    expect(entry).toMatch(/^Exec=\/opt\/Colodesk\/colodesk %U$/m);
    expect(await inRoot(root, ['readlink', '--canonicalize', '/usr/bin/colodesk'])).toBe('/opt/Colodesk/colodesk\n');
    expect(await read('opt/Colodesk/resources/package-type')).toBe('deb'); // so it offers no updates of its own
  });

  it('belongs to root, and only root may write into it', async () => {
    const files = await inRoot(root, [
      'find',
      '/opt/Colodesk',
      '(',
      '!',
      '-user',
      'root',
      '-o',
      '-perm',
      '/022',
      ')',
      '!',
      '-type',
      'l',
    ]);
    expect(files).toBe('');
  });

  it('does the main job for an ordinary user, in Chromium’s sandbox', async () => {
    const { page, userDataFolder } = await start();
    for (const step of steps) await step.take(page, () => clientBeside(userDataFolder));
    await expectSandbox();
  });
});

it('is removed without a trace but the user’s data', async () => {
  await inRoot(root, ['apt-get', 'remove', '--yes', 'colodesk']);
  const removed = changesBetween(before, await filesOf(root)).filter((path) => !ofAptItself.test(path));
  const ofUser = (path: string) => path.startsWith(`home/${rootUser}`);
  // dpkg keeps these two until the package is purged.
  const kept = ['var/lib/dpkg/info/colodesk.list', 'var/lib/dpkg/info/colodesk.postrm'];
  expect(removed.filter((path) => !ofUser(path))).toEqual(kept);
  expect(removed).toContain(`home/${rootUser}/.config/Colodesk/accounts.json`);

  await inRoot(root, ['apt-get', 'purge', '--yes', 'colodesk']);
  const purged = changesBetween(before, await filesOf(root)).filter((path) => !ofAptItself.test(path));
  expect(purged.filter((path) => !ofUser(path))).toEqual([]);
  expect(purged).toEqual(removed.filter(ofUser));
});

/** Starts it as a user's session does, with a display, a message bus and a keyring of that system. */
async function start() {
  const session = `
    export XDG_RUNTIME_DIR=$(mktemp --directory)
    printf 'test\\n' | gnome-keyring-daemon --unlock --components=secrets > /dev/null
    exec colodesk --remote-debugging-port=0`;
  const home = join('/home', rootUser);
  const asUser = ['runuser', '--user', rootUser, '--', 'env', `HOME=${home}`, `USER=${rootUser}`];
  const inSession = ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24', 'dbus-run-session', '--'];
  const [program = '', ...args] = enterRoot(root, [...asUser, ...inSession, 'sh', '-c', session]);
  const child = startChild(program, args, { env: rootEnv, stdio: 'ignore' });
  const userDataFolder = join(root, home, '.config/Colodesk');
  // `unshare` waits for its child whatever it is told; without it, all that it started ends.
  const stop = async () => {
    child.process.kill('SIGKILL');
    await child.stop();
  };
  const { page } = await connectPacked({ ...child, stop }, userDataFolder);
  onTestFinished(stop);
  page.setDefaultTimeout(120_000); // for slow machines
  return { page, userDataFolder };
}

/** Each page's process is in namespaces of its own and may make few system calls, and nothing was switched off. */
async function expectSandbox(): Promise<void> {
  const processes = await programsOf('/opt/Colodesk/colodesk');
  const main = processes.filter(({ command }) => !command.includes('--type='));
  const pages = processes.filter(({ command }) => command.includes('--type=renderer'));
  expect(main).toHaveLength(1);
  expect(pages.length).toBeGreaterThan(0);
  for (const { command } of processes) expect(command).not.toContain('--no-sandbox');
  for (const page of pages) {
    expect(page.status).toMatch(/^Seccomp:\t2$/m);
    expect(namespacesOf(page.status)).toBeGreaterThan(namespacesOf(main[0]?.status ?? ''));
  }
  const helper = await lstat(join(root, 'opt/Colodesk/chrome-sandbox'));
  expect([0o755, 0o4755]).toContain(helper.mode & 0o7777);
}

const namespacesOf = (status: string) => /^NSpid:(.*)$/m.exec(status)?.[1]?.trim().split('\t').length ?? 0;

/** Returns the command lines and states of all processes that run a program of the root. */
async function programsOf(program: string): Promise<{ command: string; status: string }[]> {
  const found = [];
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const runs = await readlink(`/proc/${id}/exe`).catch(() => '');
    if (!runs.endsWith(program)) continue;
    const [command, status] = await Promise.all(
      ['cmdline', 'status'].map((name) => readFile(`/proc/${id}/${name}`, 'utf8').catch(() => '')),
    );
    if (command && status) found.push({ command: command.replaceAll('\0', ' '), status });
  }
  return found;
}

it('the rpm holds the same files, and runs the same scripts', async () => {
  const rpm = process.env.PACKAGES_RPM ?? '';
  const listed = await runOrThrow('dpkg-deb', ['--contents', deb]);
  const inDeb = listed.split('\n').flatMap((line) => /^[^d].* \.(\/.*?)( -> .*)?$/.exec(line)?.[1] ?? []);
  const inRpm = (await runOrThrow('rpm', ['-qp', '--qf', '[%{FILEMODES:perms} %{FILENAMES}\\n]', rpm])).split('\n');
  const files = inRpm.flatMap((line) => /^[^d]\S+ (\/.*)$/.exec(line)?.[1] ?? []);
  expect(inDeb.length).toBeGreaterThan(20);
  expect(files.sort()).toEqual(inDeb.sort());
  const scripts = await runOrThrow('rpm', ['-qp', '--scripts', rpm]);
  expect(scripts).toContain("chmod 4755 '/opt/Colodesk/chrome-sandbox'");
  expect(scripts).toContain("update-alternatives --remove 'colodesk'");
});
