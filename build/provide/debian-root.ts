/*
 * A small Debian or Ubuntu in a folder, the same as this computer's, for tests that install packages: made once with
 * `debootstrap`, kept in the user's cache folder, and copied for each run.
 */

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../outlive.ts';
import { printProgress } from '../print.ts';
import { run, runOrThrow } from '../run.ts';
import { cacheFolder } from './cache-folder.ts';

/** Where this computer gets its packages from. */
type Source = { uri: string; release: string; components: string[] };

/** A user who can sign in, and what a desktop brings that a package does not ask for: a display, a message bus, a keyring. */
export const rootUser = 'tester';
const desktopPackages = [
  'xvfb',
  'xauth',
  'dbus',
  'gnome-keyring',
  'apt-utils',
  'desktop-file-utils',
  'shared-mime-info',
];

/**
 * Copies the system into `folder`, with the packages that satisfy `depends`, in the form of a package's `Depends`.
 * Needs root and `debootstrap`.
 */
export async function makeDebianRoot(folder: string, depends: string): Promise<void> {
  const sources = await sourcesOfThisComputer();
  const [main] = sources;
  if (!main) throw new Error('apt knows no Debian or Ubuntu to take packages from. Type: apt-get update');
  const digest = (...texts: string[]) => createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 8);
  const name = `root-${main.release}-${digest(JSON.stringify(sources), ...desktopPackages)}`;
  const base = await kept(name, async (root) => {
    printProgress(`Installing a small ${main.release} into your cache folder, once …`);
    await bootstrap(root, sources, main);
  });
  const whole = await kept(`${name}-${digest(depends)}`, async (root) => {
    printProgress('Installing what the package depends on, once …');
    await runOrThrow('cp', ['-a', '--no-target-directory', base, root]);
    await inRoot(root, ['apt-get', 'update']);
    await inRoot(root, ['apt-get', 'satisfy', '--yes', '--no-install-recommends', depends]);
    await inRoot(root, ['apt-get', 'clean']);
  });
  await runOrThrow('cp', ['-a', '--no-target-directory', whole, folder]);
}

/** Runs a program as root in the folder's system. */
export function inRoot(root: string, args: readonly string[]): Promise<string> {
  const [program = '', ...others] = enterRoot(root, args);
  return runOrThrow(program, others, { env: rootEnv });
}

/**
 * Returns the command line that runs a program in the folder's system: it has nothing but that system's files, does not see this
 * computer's processes, and whatever it starts ends with it.
 */
export function enterRoot(root: string, args: readonly string[]): string[] {
  const isolation = ['--mount', '--pid', '--fork', '--kill-child'];
  return ['unshare', ...isolation, '/bin/sh', '-ec', enterScript, 'enter', root, ...args];
}

/** No setting of this computer's user reaches the folder's system. */
export const rootEnv = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/root',
  TMPDIR: '/tmp',
  LC_ALL: 'C.UTF-8',
  DEBIAN_FRONTEND: 'noninteractive',
};

/**
 * Makes the folder the root of this process's file system and runs a program there. It is not `chroot`, in which the kernel
 * refuses user namespaces, which Chromium's sandbox is made of.
 */
const enterScript = `
root=$1; shift
mount --bind "$root" "$root"
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
cd "$root"
pivot_root . mnt
umount --lazy /mnt
exec "$@"
`;

/** Returns a folder of the cache, and makes it if it is not there. A kill leaves nothing that looks whole. */
async function kept(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const finished = join(cacheFolder(), name);
  if (await stat(finished).catch(() => null)) return finished;
  await mkdir(cacheFolder(), { recursive: true });
  const work = await temporaryFolder(join(cacheFolder(), 'making-'));
  try {
    await make(join(work, 'root'));
    await rename(join(work, 'root'), finished);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return finished;
}

async function bootstrap(root: string, sources: readonly Source[], main: Source): Promise<void> {
  const components = `--components=${main.components.join(',')}`;
  await runOrThrow('debootstrap', ['--variant=minbase', components, main.release, root, main.uri], { env: rootEnv });
  const lines = sources.map(({ uri, release, components }) => `deb ${uri} ${release} ${components.join(' ')}\n`);
  await writeFile(join(root, 'etc/apt/sources.list'), lines.join(''));
  await writeFile(join(root, 'etc/apt/apt.conf.d/90this-computer'), await aptSettings());
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) await copyFile(file, join(root, file));
  // Nothing is started when it is installed.
  await writeFile(join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  await inRoot(root, ['apt-get', 'update']);
  await inRoot(root, ['apt-get', 'install', '--yes', '--no-install-recommends', ...desktopPackages]);
  await inRoot(root, ['useradd', '--create-home', '--shell', '/bin/bash', rootUser]);
}

/** The system's own release first, then its updates. Sources of other makers are left out. */
async function sourcesOfThisComputer(): Promise<Source[]> {
  const { VERSION_CODENAME: release = '' } = Object.fromEntries(
    (await readFile('/etc/os-release', 'utf8')).split('\n').map((line) => line.split('=', 2)),
  ) as Record<string, string>;
  const format = '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(ORIGIN)';
  const { output } = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
  const sources = new Map<string, Source>();
  for (const line of output.trim().split('\n')) {
    const [uri = '', of = '', component = '', origin = ''] = line.split('|');
    if (!/^(Debian|Ubuntu)$/.test(origin) || !of.startsWith(release)) continue;
    const source = sources.get(`${uri} ${of}`) ?? { uri, release: of, components: [] };
    if (!source.components.includes(component)) source.components.push(component);
    sources.set(`${uri} ${of}`, source);
  }
  return [...sources.values()].sort((a, b) => a.release.length - b.release.length);
}

/** How this computer's apt reaches its sources, such as through a proxy. */
async function aptSettings(): Promise<string> {
  const lines = (await runOrThrow('apt-config', ['dump', 'Acquire'])).split('\n');
  return `${lines.filter((line) => /^Acquire::(https?::|Check-|Retries)/i.test(line)).join('\n')}\n`;
}
