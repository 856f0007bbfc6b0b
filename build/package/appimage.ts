/*
 * Makes AppImages with the system's own programs, for tests of updates: electron-builder would fetch its tools and a runtime
 * from where a computer with nothing but the npm registry cannot. What is released is made with electron-builder's.
 */

import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archFromString, build, Platform } from 'electron-builder';
import { pathOf } from '../provide/system.ts';
import { dateFilesByCommit, type ElectronRelease, withElectron } from './package-app.ts';

type AppImageOptions = {
  electron: ElectronRelease;
  version: string;
  /** Where the program looks for updates. */
  updatesUrl: string;
  /** Receives the AppImage and its `latest-linux.yml`. */
  outputFolder: string;
  /** Holds the tools; made by `makeTools`. */
  toolsFolder: string;
};

/** Packs the built application, which must have been built with the public key of updates. Returns the file. */
export async function makeAppImage(options: AppImageOptions): Promise<string> {
  const { electron, version, updatesUrl, outputFolder, toolsFolder } = options;
  process.env.APPIMAGE_TOOLS_PATH = toolsFolder;
  await dateFilesByCommit();
  const [file] = (
    await build({
      targets: Platform.LINUX.createTarget('AppImage', archFromString(process.arch)),
      publish: 'never',
      config: withElectron(electron, {
        directories: { output: outputFolder },
        extraMetadata: { version },
        // A list, since electron-builder merges an object with the one in electron-builder.yml.
        publish: [{ provider: 'generic', url: updatesUrl }],
        compression: 'store',
      }),
    })
  ).filter((each) => each.endsWith('.AppImage'));
  if (!file) throw new Error('electron-builder made no AppImage');
  return file;
}

/** What is used of the packages for AppImages. */
export const appImagePrograms = ['mksquashfs', 'unsquashfs', 'desktop-file-validate', 'xdotool'];

/** Makes a folder of the form that electron-builder expects, from the programs that are installed. */
export async function makeTools(folder: string): Promise<void> {
  const programs = join(folder, `linux-${process.arch}`);
  await mkdir(programs, { recursive: true });
  await mkdir(join(folder, 'lib/x64'), { recursive: true });
  for (const name of ['mksquashfs', 'desktop-file-validate']) {
    const path = await pathOf(name);
    if (path === null) throw new Error(`${name} is not installed.`);
    await symlink(path, join(programs, name));
  }
  const runtime = join(folder, `runtime-${process.arch}`);
  await writeFile(runtime, runtimeScript());
  await chmod(runtime, 0o755);
}

/**
 * The first part of an AppImage starts the rest. The usual one mounts the file system that follows it, which needs FUSE; this one
 * unpacks it. It contains its own length, which is where the file system begins.
 */
function runtimeScript(): string {
  const script = (length: string) => `#!/bin/sh
self=$(readlink -f "$0")
folder=$(mktemp -d "\${TMPDIR:-/tmp}/.mount_ColodeskXXXXXX")
unsquashfs -quiet -no-progress -force -dest "$folder" -offset ${length} "$self" > /dev/null
APPIMAGE="$self" APPDIR="$folder" "$folder/AppRun" "$@"
code=$?
rm -rf "$folder"
exit $code
`;
  const { length } = script('0000');
  return script(String(length).padStart(4, ' '));
}
