import { problemOf } from '../../electron/contract/problem.ts';
import { osKeychain } from '../../electron/keychain/os-keychain.ts';

/*
 * A program that makes one keychain call: `read NAME`, `write NAME SECRET` or `remove NAME`. It prints the result, or the
 * kind of the problem, as JSON. It is a separate process because a process can only use the keyring that its environment
 * named when it started.
 */

/** Short, because no password is typed in a test. */
const timeLimitMs = 3_000;

const [, , action = '', name = '', secret = ''] = process.argv;

async function result(): Promise<unknown> {
  const keychain = osKeychain('Colodesk (test)', timeLimitMs);
  if (action === 'read') return await keychain.read(name);
  if (action === 'write') return await keychain.write(name, secret);
  if (action === 'remove') return await keychain.remove(name);
  throw new Error(`no action ${action}`);
}

async function main(): Promise<void> {
  const text = await result().then(
    (value) => ({ value: value ?? null }),
    (error: unknown) => ({ problem: problemOf(error).kind }),
  );
  process.stdout.write(JSON.stringify(text), () => process.kill(process.pid, 'SIGKILL')); // a call that hangs would keep the process alive
}

void main();
