/*
 * The disk: a folder in memory for each life of the application, what a life's end leaves of it, and the ways in which it
 * refuses or lies.
 */

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** How writes fail while there is trouble. */
export type DiskTrouble = 'full' | 'refuses';

/** Thrown into the code of a process that has died: nothing that it still does has an effect. */
export class ProcessDied extends Error {}

const errors = {
  full: { code: 'SQLITE_FULL', message: 'database or disk is full', fileCode: 'ENOSPC' },
  refuses: { code: 'SQLITE_IOERR_WRITE', message: 'disk I/O error', fileCode: 'EIO' },
} as const;

export class SimulatedDisk {
  /** The folder that the application has in this life. */
  folder: string;
  /** Called in the middle of a write at which the process dies. */
  onDeath: () => void = () => undefined;
  isDead = false;
  #trouble: { kind: DiskTrouble; writesLeft: number } | null = null;
  #writesToDeath: number | null = null;
  /** How often anything was written, or nearly. */
  writes = 0;
  /** The same for the files of the user's entries alone. */
  entryWrites = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The next so many writes fail. */
  fail(kind: DiskTrouble, writesLeft: number): void {
    this.#trouble = { kind, writesLeft };
  }

  /** The process dies at one of the next writes; before it for an even number, after it for an odd one. */
  dieIn(writes: number | null): void {
    this.#writesToDeath = writes;
  }

  recover(): void {
    this.#trouble = null;
    this.#writesToDeath = null;
  }

  contains(path: unknown): path is string {
    return typeof path === 'string' && path.startsWith(this.folder);
  }

  /** Writes something, unless the disk refuses or the process dies just before; it may also die just after. */
  write<T>(perform: () => T, isFile = false): T {
    this.#pass();
    this.writes += 1;
    if (this.#trouble) {
      const { code, message, fileCode } = errors[this.#trouble.kind];
      this.#trouble.writesLeft -= 1;
      if (this.#trouble.writesLeft <= 0) this.#trouble = null;
      throw Object.assign(new Error(isFile ? `${fileCode}: ${message}` : message), { code: isFile ? fileCode : code });
    }
    const result = perform();
    this.#pass();
    return result;
  }

  /** Refuses everything to a process that has died. */
  requireLife(): void {
    if (this.isDead) throw new ProcessDied();
  }

  #pass(): void {
    this.requireLife();
    if (this.#writesToDeath === null) return;
    this.#writesToDeath -= 1;
    if (this.#writesToDeath >= 0) return;
    this.#writesToDeath = null;
    this.onDeath();
    throw new ProcessDied();
  }
}

/** Copies a folder as it is, without the files that only one process shares in memory. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyFolder(join(from, entry.name), join(to, entry.name));
    else if (!entry.name.endsWith('-shm')) copyFileSync(join(from, entry.name), join(to, entry.name));
  }
}

/** The paths of all files in a folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Cuts a share off the end of a database's log, in the middle of a page as well as between two. */
export function cutLog(log: string, share: number): void {
  if (!existsSync(log)) return;
  const { length } = readFileSync(log);
  truncateSync(log, Math.floor(length * (1 - share)));
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
