import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archFromString, build, type Configuration, Platform } from 'electron-builder';
import { projectFolder, runOrThrow } from '../run.ts';
import { targetOf, unpackedOf } from './after-pack.ts';
import { checkNativeParts } from './native-parts.ts';
import { writeListOfParts } from './parts.ts';

/** The path of the program inside `dist/`, by system. */
const programs: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux-unpacked/colodesk',
  win32: 'win-unpacked/Colodesk.exe',
  darwin: `${process.arch === 'arm64' ? 'mac-arm64' : 'mac'}/Colodesk.app/Contents/MacOS/Colodesk`,
};

/** Returns the path of the packed program, whether it exists or not. */
export function packedProgram(): string {
  const program = programs[process.platform];
  if (!program) throw new Error(`Colodesk is not packed on ${process.platform}`);
  return join(projectFolder, 'dist', program);
}

/** Returns the folder that holds `app.asar`. */
export function packedResources(program: string = packedProgram()): string {
  return join(dirname(program), process.platform === 'darwin' ? '../Resources' : 'resources');
}

/**
 * Packs the built application with the given Electron and the settings in electron-builder.yml, into a folder and unsigned.
 * Returns the path of the packed program.
 */
export async function packageApp(electron: ElectronRelease): Promise<string> {
  await build({
    targets: Platform.current().createTarget('dir', archFromString(process.arch)),
    publish: 'never',
    config: withElectron(electron, {
      publish: null, // this package is never installed, so it names no source of updates
      mac: { identity: null, notarize: false },
      // Windows' libraries are added to what is released; where it is built, they are there.
      afterPack: async (context) => {
        await checkNativeParts(unpackedOf(context), targetOf(context));
        await writeListOfParts(context);
      },
    }),
  });
  return packedProgram();
}

/** An unpacked Electron. */
export type ElectronRelease = { path: string; version: string };

/** Returns settings with which electron-builder takes this Electron instead of downloading one. */
export function withElectron({ path, version }: ElectronRelease, config: Configuration): Configuration {
  return {
    ...config,
    electronDist: electronFolder(path),
    electronVersion: version,
    // Electron's default application and our loader start an application from a folder; a package must not hold them.
    afterExtract: ({ appOutDir }) => removeStarters(appOutDir),
  };
}

/** Files in a package are not newer than the commit, as in the release, so that the same commit gives the same bytes. */
export async function dateFilesByCommit(): Promise<void> {
  process.env.SOURCE_DATE_EPOCH ??= (await runOrThrow('git', ['log', '-1', '--format=%ct'])).trim();
}

/** Returns the folder that an Electron release was unpacked to. */
function electronFolder(path: string): string {
  return join(dirname(path), process.platform === 'darwin' ? '../../..' : '');
}

/** Removes what starts an application from a folder. */
async function removeStarters(appOutDir: string): Promise<void> {
  const resources = process.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  for (const name of ['app', 'default_app.asar']) {
    await rm(join(appOutDir, resources, name), { recursive: true, force: true });
  }
  await rm(join(appOutDir, 'version'), { force: true });
}
