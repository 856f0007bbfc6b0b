/**
 * Keeps secrets by name.
 * @throws ProblemError `keychain-missing`, `keychain-locked`, `keychain-refused` from every method.
 */
export interface Vault {
  /** Returns `null` for a secret that is not there. */
  read(name: string): Promise<string | null>;
  write(name: string, secret: string): Promise<void>;
  /** Removing a secret that is not there is no error. */
  remove(name: string): Promise<void>;
}

/** A vault in memory, for a user who goes on “for this session only”: its secrets end with the process. */
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
