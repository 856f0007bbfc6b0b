/* Makes installers and archives of the built application, as `npm run package -- --linux deb` asks for. */

import { parseArgs } from 'node:util';
import { Arch, archFromString, build, Platform } from 'electron-builder';
import { projectFolder } from '../run.ts';
import { targetOf } from './after-pack.ts';
import { dateFilesByCommit, type ElectronRelease, withElectron } from './package-app.ts';
import { provideFpm } from './provide-fpm.ts';

/** What is to be made: kinds of package, such as `deb`, for a system and its processors. */
export type WantedPackages = { platform: 'linux' | 'mac' | 'win'; kinds: string[]; archs: ('x64' | 'arm64')[] };

/** Returns what a command line asks for, or `null` if it names nothing. @throws Error that says what is wrong with it */
export function wantedPackages(args: readonly string[], hostArch: string = process.arch): WantedPackages | null {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { linux: flag, mac: flag, win: flag, x64: flag, arm64: flag },
    allowPositionals: true,
  });
  if (args.length === 0) return null;
  const platforms = (['linux', 'mac', 'win'] as const).filter((platform) => values[platform]);
  const [platform] = platforms;
  if (!platform || platforms.length > 1) throw new Error('Name one system: --linux, --mac or --win.');
  const archs = (['x64', 'arm64'] as const).filter((arch) => values[arch]);
  if (archs.length === 0) archs.push(hostArch === 'arm64' && platform !== 'win' ? 'arm64' : 'x64');
  const electronPlatformName = { linux: 'linux', mac: 'darwin', win: 'win32' }[platform];
  for (const arch of archs) targetOf({ electronPlatformName, arch: Arch[arch] });
  return { platform, kinds: positionals, archs };
}

/**
 * Makes the packages and returns their files; without `kinds`, those of electron-builder.yml.
 * @param electron for packages for this computer; any other is downloaded by electron-builder
 * @param isForTest packs quickly instead of small
 */
export async function packageTargets(
  { platform, kinds, archs }: WantedPackages,
  electron: ElectronRelease,
  isForTest = false,
): Promise<string[]> {
  if (platform === 'linux') await provideFpm(kinds);
  await dateFilesByCommit();
  const target = { linux: Platform.LINUX, mac: Platform.MAC, win: Platform.WINDOWS }[platform];
  const isForThisComputer = target === Platform.current() && archs.join() === process.arch;
  const homepage = 'https://colodesk.invalid/'; // the release names its own
  const quick = { deb: { compression: 'zst' }, rpm: { compression: 'gzip' } } as const;
  const config = {
    extraMetadata: { homepage },
    // Without a source of updates, electron-builder does not write down how the program was installed.
    publish: [{ provider: 'generic', url: homepage } as const],
    mac: { notarize: false },
    ...(isForTest ? quick : {}),
  };
  return await build({
    targets: target.createTarget(kinds, ...archs.map(archFromString)),
    projectDir: projectFolder,
    publish: 'never',
    config: isForThisComputer ? withElectron(electron, config) : config,
  });
}
