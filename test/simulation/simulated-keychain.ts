/* A vault that outlives the application, as the system's keychain does, and that can refuse. */

import { ProblemError } from '../../electron/contract/problem.ts';
import type { Vault } from '../../electron/keychain/vault.ts';

export const keychainProblems = ['keychain-locked', 'keychain-refused', 'keychain-missing'] as const;
export type KeychainProblem = (typeof keychainProblems)[number];

export class Keychain implements Vault {
  readonly secrets: Map<string, string>;
  #trouble: { kind: KeychainProblem; timesLeft: number } | null = null;

  constructor(secrets: ReadonlyMap<string, string>) {
    this.secrets = new Map(secrets);
  }

  /** Refuses the next so many times. */
  fail(kind: KeychainProblem, timesLeft: number): void {
    this.#trouble = { kind, timesLeft };
  }

  calm(): void {
    this.#trouble = null;
  }

  async read(name: string): Promise<string | null> {
    this.#ask();
    return this.secrets.get(name) ?? null;
  }

  async write(name: string, secret: string): Promise<void> {
    this.#ask();
    this.secrets.set(name, secret);
  }

  async remove(name: string): Promise<void> {
    this.#ask();
    this.secrets.delete(name);
  }

  #ask(): void {
    if (!this.#trouble) return;
    const { kind } = this.#trouble;
    this.#trouble.timesLeft -= 1;
    if (this.#trouble.timesLeft <= 0) this.#trouble = null;
    throw new ProblemError(kind);
  }
}
