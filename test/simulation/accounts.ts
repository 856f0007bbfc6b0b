/* What the user does with a whole account: opens it, changes to the other one, and removes it from this computer. */

import { signInRequest } from './computer.ts';
import { checkSignedOut } from './invariants.ts';
import type { AccountNumber } from './simulated-server.ts';
import type { World } from './world.ts';

/** Opens an account. One that is not on this computer needs a sign-in first, and has to be opened once more then. */
export function openAccount(world: World, account: AccountNumber): void {
  const { session, keys } = world.computer;
  const key = keys[account];
  if (key) world.user.begin(() => session.choose(key));
  else signIn(world);
}

export function switchAccount(world: World): void {
  openAccount(world, world.open()?.ledger.account === 0 ? 1 : 0);
}

export function signIn(world: World): void {
  world.user.begin(async () => {
    await world.computer.session.signIn(signInRequest);
    world.needsSignIn = false;
  });
}

/** Removes the open account. If that is cut off, all of it is still there, or nothing; if the keychain refuses, all. */
export function signOut(world: World): void {
  const { computer, universe } = world;
  const { ledger } = world.open() ?? {};
  const key = ledger && computer.keys[ledger.account];
  if (!key || computer.keepsOldCopies) return; // with an old copy the account comes back, without the key to its files
  const { process } = universe;
  world.signingOutIn = process;
  world.needsSignIn = true;
  ledger.mayBeGone = true;
  const end = () => {
    if (world.signingOutIn === process) world.signingOutIn = null;
  };
  world.user.begin(
    async () => {
      await computer.session.signOut(key);
      end();
      ledger.startOver();
      world.needsSignIn = false;
      checkSignedOut(computer, key);
    },
    (kind) => {
      end();
      if (kind.startsWith('keychain-')) ledger.mayBeGone = false;
    },
  );
}
