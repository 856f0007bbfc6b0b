/* A keyring of their own for tests and measurements: a real Secret Service that can be locked, be missing, or hang. */

import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from '../outlive.ts';
import { run } from '../run.ts';
import { type Child, firstLine, startChild } from './child.ts';

/** Several start at once on a busy computer. */
const startLimitMs = 45_000;

/** `locked`: the service runs, but waits for a password that is never typed. `missing`: there is no service. */
export type KeyringState = 'unlocked' | 'locked' | 'missing';

/** A separate keyring; `env` makes a program use it. */
export type Keyring = {
  state: KeyringState;
  env: Record<string, string>;
  /** As after the user has signed in to the computer again: the keyring keeps its entries, and is locked or not. */
  restart(state: 'unlocked' | 'locked'): Promise<void>;
  /** From now on the keyring is there and never answers, until it is told to go on: its process stands still. */
  hang(): void;
  goOn(): void;
  stop(): Promise<void>;
};

/** Starts a real Secret Service on its own message bus. On systems other than Linux the system's keychain is used. */
export async function startKeyring(state: KeyringState = 'unlocked'): Promise<Keyring> {
  if (process.platform !== 'linux') return systemKeychain(state);
  const folder = await temporaryFolder(join(tmpdir(), 'colodesk-keyring-'));
  let bus: Child | undefined;
  let daemon: Child | undefined;
  const hang = () => void daemon?.process.kill('SIGSTOP');
  const goOn = () => void daemon?.process.kill('SIGCONT');
  const stop = async () => {
    goOn(); // a process that stands still does not end
    await daemon?.stop();
    await bus?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const { child, address } = await startBus(folder);
    bus = child;
    const env = { DBUS_SESSION_BUS_ADDRESS: address };
    const restart = async (next: 'unlocked' | 'locked') => {
      await daemon?.stop();
      daemon = await startDaemon(folder, env, next === 'locked' ? 'leave locked' : 'unlock');
    };
    if (state !== 'missing') await restart('unlocked');
    // Unlocking creates the keyring's file; a daemon that is started again without a password finds it locked.
    if (state === 'locked') await restart('locked');
    return { state, env, restart, hang, goOn, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function systemKeychain(state: KeyringState): Keyring {
  const refuse = (wanted: KeyringState) => new Error(`a ${wanted} keyring can only be made on Linux`);
  if (state !== 'unlocked') throw refuse(state);
  const hang = () => {
    throw new Error('a keyring that hangs can only be made on Linux');
  };
  const restart = (wanted: KeyringState) => Promise.reject(refuse(wanted));
  return { state, env: {}, restart, hang, goOn: hang, stop: () => Promise.resolve() };
}

/** The only service that this bus may start asks for the keyring's password, and here the question is never answered. */
const silentPrompter = `[D-BUS Service]
Name=org.gnome.keyring.SystemPrompter
Exec=/usr/libexec/gcr-prompter
`;

/** Leaves out the system's service folders, so that the bus does not start a keyring that is meant to be missing. */
const busSettings = (
  folder: string,
) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <servicedir>${join(folder, 'services')}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="service_start_timeout">3600000</limit>
</busconfig>
`;

async function startBus(folder: string): Promise<{ child: Child; address: string }> {
  const settings = join(folder, 'bus.conf');
  await writeFile(settings, busSettings(folder));
  await mkdir(join(folder, 'services'));
  await writeFile(join(folder, 'services/org.gnome.keyring.SystemPrompter.service'), silentPrompter);
  const child = startChild('dbus-daemon', [`--config-file=${settings}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { child, address: await firstLine(child, 1) };
}

async function startDaemon(
  folder: string,
  busEnv: Record<string, string>,
  how: 'unlock' | 'leave locked',
): Promise<Child> {
  const runtimeFolder = join(folder, 'runtime');
  await mkdir(runtimeFolder, { recursive: true });
  await chmod(runtimeFolder, 0o700); // the daemon refuses a folder that others may read
  const options = how === 'unlock' ? ['--unlock'] : ['--start'];
  const child = startChild('gnome-keyring-daemon', ['--foreground', '--components=secrets', ...options], {
    env: {
      ...process.env,
      ...busEnv,
      HOME: folder,
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_RUNTIME_DIR: runtimeFolder,
    },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.process.stdin?.end(how === 'unlock' ? 'test\n' : '');
  await nameOnBus('org.freedesktop.secrets', busEnv);
  if (how === 'unlock') await collectionUnlocked(busEnv);
  return child;
}

/** Waits until a program owns a name on a message bus. @param busEnv makes programs use that bus */
export async function nameOnBus(name: string, busEnv: Record<string, string>): Promise<void> {
  const question = ['--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.GetNameOwner', `string:${name}`];
  await untilAnswered(question, '', busEnv, `no program owns ${name}`);
}

/** Without its collection, the service would ask for a password when the first entry is kept, and nobody answers here. */
async function collectionUnlocked(busEnv: Record<string, string>): Promise<void> {
  const question = [
    ...['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets/aliases/default'],
    ...['org.freedesktop.DBus.Properties.Get', 'string:org.freedesktop.Secret.Collection', 'string:Locked'],
  ];
  await untilAnswered(question, 'boolean false', busEnv, 'the keyring is still locked');
}

/** Asks a program on a message bus until its answer contains `wanted`. @throws Error that begins with `failure`, after a while */
async function untilAnswered(
  question: readonly string[],
  wanted: string,
  busEnv: Record<string, string>,
  failure: string,
): Promise<void> {
  const untilMs = Date.now() + startLimitMs;
  for (;;) {
    const { code, output } = await run('dbus-send', ['--session', '--print-reply', ...question], { env: busEnv });
    if (code === 0 && output.includes(wanted)) return;
    if (Date.now() > untilMs) throw new Error(`${failure} after ${startLimitMs / 1000} s`);
    await wait(20);
  }
}
