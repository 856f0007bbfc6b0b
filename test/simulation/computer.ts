/*
 * The user's computer: the application's lives, one after another, on one disk. Each life is the real session with all that
 * belongs to it; only the window is missing.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountKey } from '../../electron/contract/ids.ts';
import { openPolicy } from '../../electron/contract/policy.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { SessionState } from '../../electron/contract/session.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { Session } from '../../electron/session/session.ts';
import { settle } from './install.ts';
import { copyFolder, cutLog, removeFolder } from './simulated-disk.ts';
import { Keychain } from './simulated-keychain.ts';
import type { SimulatedNetwork } from './simulated-network.ts';
import { type AccountNumber, accountNumbers } from './simulated-server.ts';
import { SimulatedProcess, type Universe } from './universe.ts';

const baseUrl = 'http://127.0.0.1:1';

export const signInRequest = { environment: 'custom', baseUrl, ...demoCredentials, sessionOnly: false } as const;

/** The keys of the two accounts; `null` for one that is not on this computer. */
export type AccountKeys = readonly [AccountKey | null, AccountKey | null];

/** What a computer begins with. */
export type Template = { folder: string; secrets: ReadonlyMap<string, string>; keys: AccountKeys };

/** What is told of a life to whoever watches. */
export type Watcher = {
  trace(line: string): void;
  onProblem(problem: Problem, error: unknown): void;
  /** The application said that a file of the user's could not be read and was set aside. */
  onSetAside(kind: string): void;
};

export class Computer {
  session: Session;
  readonly universe: Universe;
  readonly keychain: Keychain;
  keys: AccountKeys;
  readonly #network: SimulatedNetwork;
  readonly #watcher: Watcher;
  readonly #folder: string;
  readonly #template: Template | null;
  /** Whether what each life began with is kept, for a disk that brings it back. */
  readonly keepsOldCopies: boolean;
  #life = 0;

  constructor(
    universe: Universe,
    network: SimulatedNetwork,
    template: Template | null,
    folder: string,
    keepsOldCopies: boolean,
    watcher: Watcher,
  ) {
    this.universe = universe;
    this.keychain = new Keychain(template?.secrets ?? new Map());
    this.keys = template?.keys ?? [null, null];
    this.#network = network;
    this.#watcher = watcher;
    this.#folder = folder;
    this.#template = template;
    this.keepsOldCopies = keepsOldCopies;
    removeFolder(folder);
    universe.disk.folder = this.#folderOf(0);
    copyFolder(template?.folder ?? '', universe.disk.folder);
    universe.disk.onDeath = () => this.kill();
    this.#keepCopy();
    this.session = this.#newSession();
  }

  get folder(): string {
    return this.universe.disk.folder;
  }

  /** The folder of an account's files, which there is not if the account is not on this computer. */
  folderOf(account: AccountNumber, folder = this.folder): string {
    return join(folder, 'accounts', this.keys[account] ?? 'none');
  }

  accountOf(key: AccountKey): AccountNumber {
    return key === this.keys[0] ? 0 : 1;
  }

  /** Ends the life at once: nothing of it happens any more. */
  kill(): void {
    const { universe } = this;
    if (!universe.process.isAlive) return;
    this.#watcher.trace('the process dies');
    universe.process.isAlive = false;
    universe.disk.isDead = true;
  }

  /**
   * Begins the next life with what the last one left on the disk.
   * @param damage what happened to the files meanwhile
   */
  async startAgain(damage: (folder: string) => void = () => undefined): Promise<void> {
    this.kill();
    for (let turn = 0; turn < 4; turn++) await settle(); // what the dead process still does has no effect
    const { universe } = this;
    const from = this.folder;
    this.#life += 1;
    const to = this.#folderOf(this.#life);
    copyFolder(from, to);
    for (const database of universe.process.databases) database.release();
    removeFolder(from);
    damage(to);
    this.#keepCopy(to);
    universe.process = new SimulatedProcess();
    universe.disk.folder = to;
    universe.disk.isDead = false;
    universe.disk.recover();
    this.session = this.#newSession();
    this.start();
  }

  start(): void {
    this.#watcher.trace('the application starts');
    this.session.start().catch((error: unknown) => this.#watcher.trace(`the start fails: ${String(error)}`));
  }

  remove(): void {
    this.kill();
    for (const database of this.universe.process.databases) database.release();
    removeFolder(this.#folder);
  }

  /** A power cut may cost the cache what was not moved into its file yet: its log was never forced to the disk. */
  losePower(folder: string, share: number): void {
    for (const account of accountNumbers) {
      const now = join(this.folderOf(account, folder), 'cache.db');
      const first = join(this.folderOf(account, this.#template?.folder), 'cache.db');
      // Once something was moved, the log was forced to the disk before, and what it held has to stay.
      if (existsSync(first) && existsSync(now) && readFileSync(first).equals(readFileSync(now)))
        cutLog(`${now}-wal`, share);
    }
  }

  /** The disk loses the end of what it promised to keep. */
  loseEnd(folder: string, share: number): void {
    for (const account of accountNumbers) cutLog(join(this.folderOf(account, folder), 'outbox.db-wal'), share);
  }

  /** What the last life began with comes back, in place of what it left. */
  restoreOldCopy(folder: string): void {
    removeFolder(folder);
    copyFolder(this.#oldCopy, folder);
  }

  get #oldCopy(): string {
    return join(this.#folder, 'old');
  }

  #keepCopy(folder = this.folder): void {
    if (!this.keepsOldCopies) return;
    removeFolder(this.#oldCopy);
    copyFolder(folder, this.#oldCopy);
  }

  #folderOf(life: number): string {
    return join(this.#folder, `life-${life}`);
  }

  /** Each sign-in to an account that was signed out gives it a new key. */
  #noteKeys(state: SessionState): void {
    if (state.phase === 'starting') return;
    const listed = [...('accounts' in state ? state.accounts : []), ...('account' in state ? [state.account] : [])];
    const keyOf = (name: RegExp) => listed.find((account) => name.test(account.name))?.key ?? null;
    this.keys = [keyOf(/Europe/), keyOf(/Americas/)];
  }

  #newSession(): Session {
    const { universe } = this;
    const { process } = universe;
    /** A dead process tells nothing. */
    const told =
      <T extends unknown[]>(tell: (...values: T) => void) =>
      (...values: T) => {
        if (process.isAlive) tell(...values);
      };
    return new Session({
      userDataFolder: universe.disk.folder,
      vault: this.keychain,
      fetch: this.#network.fetch,
      demo: {
        credentials: demoCredentials,
        baseUrl: () => Promise.resolve(baseUrl),
        setNetwork: () => Promise.resolve(),
      },
      policy: openPolicy,
      events: {
        onSession: told((state) => {
          this.#noteKeys(state);
          const problem = 'problem' in state ? state.problem?.kind : 'notice' in state ? state.notice?.kind : undefined;
          this.#watcher.trace(`session: ${state.phase}${problem ? ` ${problem}` : ''}`);
          if (problem?.endsWith('-set-aside')) this.#watcher.onSetAside(problem);
        }),
        onSyncStatus: () => undefined,
        onTicketsChanged: () => undefined,
        onOutbox: told(({ items }) => {
          this.#watcher.trace(`outbox: ${items.map(({ change, state }) => `${change.kind} ${state}`).join(', ')}`);
        }),
        onReferenceData: () => undefined,
        onProblem: told((problem, error) => {
          this.#watcher.trace(`problem: ${problem.kind}`);
          this.#watcher.onProblem(problem, error);
        }),
      },
    });
  }
}
