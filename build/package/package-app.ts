import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archFromString, build, Platform } from 'electron-builder';
import { projectFolder } from '../run.ts';

/** The program inside the packed application, by the system that it is packed on. */
const programs: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux-unpacked/colodesk',
  win32: 'win-unpacked/Colodesk.exe',
  darwin: `${process.arch === 'arm64' ? 'mac-arm64' : 'mac'}/Colodesk.app/Contents/MacOS/Colodesk`,
};

/** Where the packed application's program is, whether it is there or not. */
export function packedProgram(): string {
  const program = programs[process.platform];
  if (!program) throw new Error(`Colodesk is not packed on ${process.platform}`);
  return join(projectFolder, 'dist', program);
}

/** The folder beside the program that holds the application's archive. */
export function packedResources(program: string = packedProgram()): string {
  return join(dirname(program), process.platform === 'darwin' ? '../Resources' : 'resources');
}

/**
 * Packs the built application, unpacked and unsigned, around the given Electron, with the settings of
 * electron-builder.yml. Answers the packed program's path.
 */
export async function packageApp(electron: { path: string; version: string }): Promise<string> {
  await build({
    targets: Platform.current().createTarget('dir', archFromString(process.arch)),
    publish: 'never',
    config: {
      publish: null, // no word in it of where updates come from: nobody installs this one
      electronDist: electronFolder(electron.path),
      electronVersion: electron.version,
      mac: { identity: null, notarize: false },
      // What starts an application from a folder, Electron's own or our loader, has no place in a package.
      afterExtract: ({ appOutDir }) => removeStarters(appOutDir),
    },
  });
  return packedProgram();
}

/** The folder that a release of Electron is unpacked to. */
function electronFolder(path: string): string {
  return join(dirname(path), process.platform === 'darwin' ? '../../..' : '');
}

async function removeStarters(appOutDir: string): Promise<void> {
  const resources = process.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  for (const name of ['app', 'default_app.asar']) {
    await rm(join(appOutDir, resources, name), { recursive: true, force: true });
  }
  await rm(join(appOutDir, 'version'), { force: true });
}
