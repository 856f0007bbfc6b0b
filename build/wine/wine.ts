/* Runs Windows' Node under Wine in a Windows of its own, made for one run and removed after it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithThisProcess, temporaryFolder } from '../outlive.ts';
import { run } from '../run.ts';
import { forwardingDll } from './forwarding-dll.ts';
import { makePrefix } from './prefix.ts';
import { provideWindowsParts } from './windows-parts.ts';

/** A Windows under Wine, in which Node can be run. */
export type Wine = {
  /** Runs Node in the project's folder; `file` is a Unix path. Returns its exit code and what it printed. */
  node(args: readonly string[]): Promise<{ code: number | null; output: string }>;
  /** Returns the Windows path of a Unix one. */
  path(unixPath: string): string;
  close(): Promise<void>;
};

/** A user's name as many have it. */
const userFolder = 'C:\\users\\Jörg Müller';

/** Makes a Windows 10 with a user's folder of umlauts and a blank, and with the temporary files on another drive. */
export async function openWine(): Promise<Wine> {
  const { nodeProgram, modulesFolder } = await provideWindowsParts();
  const folder = await temporaryFolder(join(tmpdir(), 'colodesk-wine-'));
  const { env, drive } = await makePrefix(folder);
  const library = forwardingDll('bcryptprimitives.dll', 'ProcessPrng', 'advapi32.SystemFunction036');
  await writeFile(join(drive, 'windows/system32/bcryptprimitives.dll'), library);
  await mkdir(join(drive, ...userFolder.slice(3).split('\\'), 'AppData/Local'), { recursive: true });
  await mkdir(join(folder, 'other-drive', 'Temp'), { recursive: true });
  await symlink(join(folder, 'other-drive'), join(drive, '../dosdevices/e:'));

  const path = (unixPath: string) => `Z:${unixPath.replaceAll('/', '\\')}`;
  const nodeEnv = {
    ...env,
    NODE_PATH: path(modulesFolder),
    NODE_OPTIONS: `--require ${JSON.stringify(path(join(import.meta.dirname, 'preload.cjs')))}`,
    COLODESK_TEST_UNDER_WINE: 'yes',
    COLODESK_TEST_ENV_USERPROFILE: userFolder,
    COLODESK_TEST_ENV_APPDATA: `${userFolder}\\AppData\\Roaming`,
    COLODESK_TEST_ENV_LOCALAPPDATA: `${userFolder}\\AppData\\Local`,
    COLODESK_TEST_ENV_TEMP: 'E:\\Temp',
    COLODESK_TEST_ENV_TMP: 'E:\\Temp',
  };
  let runs = 0;
  return {
    path,
    async node(args) {
      // Node under Wine cannot write into a pipe of Unix, only into a file.
      runs += 1;
      const outputFile = join(folder, `output-${runs}.txt`);
      const output = await open(outputFile, 'w');
      try {
        const stdio = ['ignore', output.fd, output.fd] as const;
        const child = spawn('wine', [nodeProgram, ...args], { env: { ...process.env, ...nodeEnv }, stdio: [...stdio] });
        endWithThisProcess(child);
        const [code] = (await once(child, 'close')) as [number | null];
        return { code, output: await readFile(outputFile, 'utf8') };
      } finally {
        await output.close();
      }
    },
    async close() {
      await run('wineserver', ['-k'], { env });
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
