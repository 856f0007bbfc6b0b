import type { Vault } from './vault.ts';

/**
 * A vault for a keyring that answers "nothing there" for what it holds as long as it is locked: no secret counts as missing,
 * or as removed, before `proveUnlocked` has come through. That costs little, since hardly ever is a secret not there.
 */
export function provenUnlocked(vault: Vault, proveUnlocked: () => Promise<void>): Vault {
  return {
    async read(name) {
      const found = await vault.read(name);
      if (found !== null) return found;
      await proveUnlocked();
      return await vault.read(name);
    },
    write: (name, secret) => vault.write(name, secret),
    async remove(name) {
      await proveUnlocked();
      await vault.remove(name);
    },
  };
}
