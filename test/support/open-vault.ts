import { ProblemError, type ProblemKind } from '../../electron/contract/problem.ts';
import { SessionVault } from '../../electron/keychain/vault.ts';

/** A vault that shows the names of its entries, and can refuse calls as a keychain does. */
export class OpenVault extends SessionVault {
  readonly names = new Set<string>();
  refusal: ProblemKind | null = null;
  /** Entries whose names begin with this cannot be written. */
  refusedName: string | null = null;
  /** Entries whose names begin with this cannot be removed. */
  refusedRemoval: string | null = null;

  override async read(name: string) {
    this.#mayRefuse();
    return await super.read(name);
  }
  override async write(name: string, secret: string) {
    this.#mayRefuse();
    if (this.refusedName !== null && name.startsWith(this.refusedName)) throw new ProblemError('keychain-refused');
    this.names.add(name);
    await super.write(name, secret);
  }
  override async remove(name: string) {
    this.#mayRefuse();
    if (this.refusedRemoval !== null && name.startsWith(this.refusedRemoval))
      throw new ProblemError('keychain-refused');
    this.names.delete(name);
    await super.remove(name);
  }
  #mayRefuse() {
    if (this.refusal) throw new ProblemError(this.refusal);
  }
}
