import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { ProblemError } from '../contract/problem.ts';
import { renameReleased, writeWhole } from '../files/atomic-write.ts';
import { isDiskFull } from '../files/disk-full.ts';
import { emptyRegistry, type Registry, registrySchema } from './registry.ts';

const isWithout = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
const isDamage = (error: unknown) => error instanceof SyntaxError || error instanceof z.ZodError;

/**
 * The accounts that this computer is signed in to, in a small file. It holds names and ids, no secret: it tells what to ask
 * the keychain for, and which folder holds whose unsent changes. So there is a second one beside it, in case the first is
 * damaged; a file that cannot be understood is set aside, never overwritten.
 */
export class RegistryFile {
  readonly #file: string;
  readonly #copy: string;
  /** Told of each file that was set aside. */
  readonly #onDamage: (error: ProblemError) => void;

  constructor(file: string, onDamage: (error: ProblemError) => void) {
    this.#file = file;
    this.#copy = `${file}.copy`;
    this.#onDamage = onDamage;
  }

  /**
   * What the file holds, or else its copy; nothing when there is neither.
   * @throws ProblemError `accounts-set-aside` once, when nothing that can be understood is left; `disk-error` when a file
   * is there and cannot be read at this moment, which says nothing of what it holds
   */
  async read(): Promise<Registry> {
    let damage: ProblemError | null = null;
    for (const file of [this.#file, this.#copy]) {
      try {
        return registrySchema.parse(JSON.parse(await readFile(file, 'utf8')));
      } catch (error) {
        if (isWithout(error)) continue;
        if (!isDamage(error)) throw unreadable(error);
        damage = new ProblemError(
          'accounts-set-aside',
          { kept: 'Tickets and unsent changes stay in their folders.' },
          error,
        );
        await this.#setAside(file);
        this.#onDamage(damage);
      }
    }
    if (damage) throw damage;
    return emptyRegistry;
  }

  /** Writes it whole or not at all; an empty registry leaves no file, also none that was set aside. @throws ProblemError `disk-…` */
  async write(registry: Registry): Promise<void> {
    try {
      if (registry.logins.length === 0) await this.#removeAll();
      else await this.#writeBoth(JSON.stringify(registry, null, 2));
    } catch (error) {
      throw unwritable(error);
    }
  }

  async #writeBoth(text: string): Promise<void> {
    await writeWhole(this.#file, text);
    // An old copy would bring back accounts that are signed out; none is better.
    await writeWhole(this.#copy, text).catch(() => rm(this.#copy, { force: true, maxRetries: 3 }));
  }

  /** The file itself last: while something is in the way, the accounts stay listed and signing out can be tried again. */
  async #removeAll(): Promise<void> {
    const folder = dirname(this.#file);
    const names = existsSync(folder) ? await readdir(folder) : [];
    const companions = names.filter((name) => name.startsWith(`${basename(this.#file)}.`));
    for (const name of [...companions, basename(this.#file)]) {
      await rm(join(folder, name), { force: true, maxRetries: 3 });
    }
  }

  async #setAside(file: string): Promise<void> {
    const nameOf = (number: number) => `${this.#file}.set-aside${number === 1 ? '' : `-${number}`}`;
    let number = 1;
    while (existsSync(nameOf(number))) number += 1;
    await renameReleased(file, nameOf(number));
  }
}

function unreadable(cause: unknown): ProblemError {
  const details = {
    message: 'The list of accounts on this computer cannot be read at the moment.',
    kept: 'It was left as it is, with all accounts, their tickets and unsent changes.',
    todo: 'Check the rights to Colodesk’s folder and that no other program holds it, then start Colodesk again.',
  };
  return new ProblemError('disk-error', details, cause);
}

function unwritable(cause: unknown): ProblemError {
  const details = {
    message: 'The list of accounts on this computer could not be written.',
    kept: 'It was left as it was, with all accounts, their tickets and unsent changes.',
  };
  return isDiskFull(cause)
    ? new ProblemError('disk-full', { ...details, todo: 'Free some space, then try again.' }, cause)
    : new ProblemError(
        'disk-error',
        { ...details, todo: 'Check the rights to Colodesk’s folder, then try again.' },
        cause,
      );
}
