/*
 * The native parts of a package: the one program of each native module for the target, and what these need on a clean Windows.
 */

import { copyFile, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { projectFolder } from '../run.ts';
import { peImports } from './pe-imports.ts';

export type Target = { platform: 'linux' | 'darwin' | 'win32'; arch: string };

/** Libraries of every Windows from 10 on, and the program itself, which native modules call. */
const ofWindows =
  /^(api-ms-win-[\w-]+|(kernel32|kernelbase|ntdll|advapi32|user32|gdi32|shell32|ole32|oleaut32|ws2_32|iphlpapi|userenv|crypt32|credui|bcrypt|bcryptprimitives|secur32|psapi|shlwapi|dbghelp|synchronization|ucrtbase))\.dll$|^node\.exe$/;

/** Returns the libraries that a native module needs and a clean Windows lacks. */
export function missingOnWindows(module: Buffer): string[] {
  return peImports(module).filter((name) => !ofWindows.test(name));
}

/**
 * Checks that a package holds both native modules for its target and none for another. A package that was built for another
 * system than the one it is built on lacks what npm has not installed. @param unpacked the folder `app.asar.unpacked`
 */
export async function checkNativeParts(unpacked: string, { platform, arch }: Target): Promise<void> {
  const libc = { linux: '-gnu', win32: '-msvc', darwin: '' }[platform];
  const wanted = [
    join('node_modules', '@libsql', `${platform}-${arch}${libc}`, 'index.node'),
    join('node_modules', 'keytar', 'prebuilds', `${platform}-${arch}`, 'keytar.node'),
  ];
  const found = await nativeModules(unpacked);
  if (found.join() === wanted.join()) return;
  throw new Error(
    `The package for ${platform}-${arch} must hold ${wanted.join(', ')}, but holds ${found.join(', ') || 'none'}.`,
  );
}

/** Where the release puts libraries that Windows lacks; Microsoft's licence lets us ship those of its C++ runtime. */
const shippedFolder = join(projectFolder, 'build/resources/windows');

/** Puts libraries that Windows lacks beside the modules that need them, which is where Windows looks for them first. */
export async function addWindowsLibraries(unpacked: string, from: string = shippedFolder): Promise<void> {
  for (const module of await nativeModules(unpacked)) {
    for (const name of missingOnWindows(await readFile(join(unpacked, module)))) {
      const library = join(from, name);
      if (!(await stat(library).catch(() => null))) {
        throw new Error(`${basename(module)} needs ${name}, which Windows lacks and which is not in ${from}.`);
      }
      await copyFile(library, join(unpacked, dirname(module), name));
    }
  }
}

async function nativeModules(unpacked: string): Promise<string[]> {
  const files = await readdir(unpacked, { recursive: true }).catch(() => []);
  return files.filter((file) => file.endsWith('.node')).sort();
}
