import { problemOf } from '../../electron/contract/problem.ts';
import { osKeychain } from '../../electron/keychain/os-keychain.ts';

/*
 * A program of its own, since a process asks only the keyring that its environment named at the start:
 * `read NAME`, `write NAME SECRET`, `remove NAME`. Writes the answer, or the problem's kind, as JSON.
 */

/** Nobody types a password here. */
const timeLimitMs = 3_000;

const [, , action = '', name = '', secret = ''] = process.argv;

async function answer(): Promise<unknown> {
  const keychain = osKeychain('Colodesk (test)', timeLimitMs);
  if (action === 'read') return await keychain.read(name);
  if (action === 'write') return await keychain.write(name, secret);
  if (action === 'remove') return await keychain.remove(name);
  throw new Error(`no action ${action}`);
}

async function main(): Promise<void> {
  const text = await answer().then(
    (value) => ({ value: value ?? null }),
    (error: unknown) => ({ problem: problemOf(error).kind }),
  );
  process.stdout.write(JSON.stringify(text), () => process.kill(process.pid, 'SIGKILL')); // a call that hangs would keep it
}

void main();
