import { spawn } from 'node:child_process';
import { inject, onTestFinished } from 'vitest';
import { type Keyring, startKeyring } from '../../build/desktop/keyring.ts';
import { launchApp, type RunningApp } from '../../build/desktop/launch.ts';
import { projectFolder } from '../../build/run.ts';

/** A keyring of the running test's own; on other systems than Linux the application uses the one that there is. */
export async function ownKeyring(state: Keyring['state'] = 'unlocked'): Promise<Keyring> {
  const keyring = await startKeyring(state);
  onTestFinished(() => keyring.stop());
  return keyring;
}

/** Starts the built application with its own user-data folder, and closes it when the test ends. */
export async function startApp(
  userDataFolder: string,
  keyring: Keyring,
  ...args: string[]
): Promise<RunningApp & { close(): Promise<void> }> {
  const running = await launchApp({ electronPath: inject('electronPath'), userDataFolder, env: keyring.env, args });
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await running.app.close();
    isClosed = true;
  };
  onTestFinished(close);
  return { ...running, close };
}

/** The names and secrets that the keyring holds for the application, asked in a process that sees that keyring. */
export async function readKeyring(keyring: Keyring): Promise<{ account: string; password: string }[]> {
  const script = `
    const keytar = await import('keytar');
    process.stdout.write(JSON.stringify(await keytar.default.findCredentials('Colodesk (development)')));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: projectFolder,
    env: { ...process.env, ...keyring.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return JSON.parse(output) as { account: string; password: string }[];
}
