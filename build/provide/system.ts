import { hasDisplay } from '../desktop/display.ts';
import { type Print, printProgress } from '../print.ts';
import { run } from '../run.ts';

/** Names of one package in Debian and Ubuntu: the first that exists is installed. */
type PackageNames = readonly [string, ...string[]];

/** For Electron and the keychain. */
export const needed: readonly PackageNames[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
  ['libsecret-1-0'],
];
/** For making AppImages, and for answering their questions in tests. */
export const neededForAppImages: readonly PackageNames[] = [['squashfs-tools'], ['desktop-file-utils'], ['xdotool']];
/** A display, a message bus, a keyring and a reader of PDF files, for tests and for computers without a screen. */
export const neededWithoutDesktop: readonly PackageNames[] = [
  ['xvfb'],
  ['xauth'],
  ['dbus'],
  ['gnome-keyring'],
  ['poppler-utils'],
];

/**
 * Installs the system libraries that Electron and the keychain need, where they are missing, as `providePackages` does.
 * @throws Error that names the command to type, if not run as root, or the programs that another system lacks
 */
export async function provideSystem(withoutDesktop: boolean, report: Print = printProgress): Promise<void> {
  await providePackages(withoutDesktop ? [...needed, ...neededWithoutDesktop] : needed, report);
  if (process.platform !== 'linux' || !withoutDesktop) return;
  await requirePrograms([...(hasDisplay() ? [] : ['Xvfb']), 'dbus-daemon', 'dbus-send', 'gnome-keyring-daemon']);
}

/**
 * Installs missing packages on Debian-like systems if run as root. Other systems bring them along, or have other ways.
 * @throws Error that names the command to type, if not run as root
 */
export async function providePackages(packages: readonly PackageNames[], report: Print = printProgress): Promise<void> {
  if (process.platform !== 'linux' || !(await has('dpkg-query'))) return;
  const missing = await missingOf(packages);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = await Promise.all(missing.map(existingName));
    throw new Error(
      `System packages are missing. Type:\n  sudo apt-get install --no-install-recommends ${names.join(' ')}`,
    );
  }
  report(`Installing system packages: ${missing.map((group) => group.at(-1)).join(', ')} …`);
  await apt('update');
  const names = await Promise.all(missing.map(existingName)); // the package lists may not have existed before
  await apt('install', '--yes', '--no-install-recommends', ...names);
}

/** For systems on which `providePackages` installs nothing. @throws Error that names the programs that are missing */
export async function requirePrograms(names: readonly string[]): Promise<void> {
  const found = await Promise.all(names.map(pathOf));
  const missing = names.filter((_name, index) => found[index] === null);
  if (missing.length > 0) throw new Error(`Programs are missing; install them first: ${missing.join(', ')}`);
}

/** Returns where a program lies; `null` if there is none of that name. Not every system has `which`. */
export async function pathOf(program: string): Promise<string | null> {
  const { code, output } = await run('sh', ['-c', 'command -v "$1"', 'sh', program]);
  return code === 0 ? output.trim() : null;
}

async function has(command: string): Promise<boolean> {
  return run(command, ['--version']).then(
    ({ code }) => code === 0,
    () => false,
  );
}

async function missingOf(groups: readonly PackageNames[]): Promise<PackageNames[]> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const { output } = await run('dpkg-query', ['--show', '--showformat', '${db:Status-Status} ${Package}\\n']);
  const installed = new Set(
    output.split('\n').flatMap((line) => (line.startsWith('installed ') ? [line.slice('installed '.length)] : [])),
  );
  return groups.filter((group) => !group.some((name) => installed.has(name)));
}

async function existingName(group: PackageNames): Promise<string> {
  for (const name of group) {
    const { output } = await run('apt-cache', ['show', '--no-all-versions', name]);
    if (output.includes(`Package: ${name}\n`)) return name;
  }
  return group[0];
}

async function apt(...args: string[]): Promise<void> {
  const { code, output } = await run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  if (code === 0) return;
  throw new Error(`apt-get ${args.join(' ')} ended with ${code ?? 'a signal'}:\n${output.trim()}`);
}
