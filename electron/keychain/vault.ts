import { ProblemError } from '../contract/problem.ts';

/**
 * Where secrets are kept, by name. Every method rejects with a `ProblemError` of a `keychain-…` kind
 * when the place does not answer as it should.
 */
export interface Vault {
  read(name: string): Promise<string | null>;
  write(name: string, secret: string): Promise<void>;
  /** Removing what is not there is no error. */
  remove(name: string): Promise<void>;
}

/** A vault that forgets everything when the application ends: "for this session only". */
export class SessionVault implements Vault {
  readonly #secrets = new Map<string, string>();

  async read(name: string): Promise<string | null> {
    return this.#secrets.get(name) ?? null;
  }

  async write(name: string, secret: string): Promise<void> {
    this.#secrets.set(name, secret);
  }

  async remove(name: string): Promise<void> {
    this.#secrets.delete(name);
  }
}

/** Reads an entry that must be there. */
export async function readRequired(vault: Vault, name: string): Promise<string> {
  const secret = await vault.read(name);
  if (secret === null) throw new ProblemError('keychain-entry-missing');
  return secret;
}
