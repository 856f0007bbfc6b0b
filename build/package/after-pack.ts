import { join } from 'node:path';
import { type AfterPackContext, Arch } from 'electron-builder';
import { addWindowsLibraries, checkNativeParts, type Target } from './native-parts.ts';
import { writeListOfParts } from './parts.ts';

/** Called by electron-builder when a package's files are in place and nothing is signed yet. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const unpacked = unpackedOf(context);
  await checkNativeParts(unpacked, targetOf(context));
  if (context.electronPlatformName === 'win32') await addWindowsLibraries(unpacked);
  await writeListOfParts(context);
}

/** The folder of a package that holds its native modules. */
export function unpackedOf({ packager, appOutDir }: AfterPackContext): string {
  return join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked');
}

export function targetOf({
  electronPlatformName,
  arch,
}: Pick<AfterPackContext, 'electronPlatformName' | 'arch'>): Target {
  const platform = electronPlatformName;
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32')
    throw new Error(`no package for ${platform}`);
  if (platform === 'win32' && Arch[arch] !== 'x64') {
    throw new Error(
      'libsql has no program for Windows on ARM or 32 bits. Package for x64, which runs there in emulation.',
    );
  }
  return { platform, arch: Arch[arch] };
}
