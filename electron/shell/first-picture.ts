/*
 * Shows the picture of the first screen while the application loads, so that tickets are on the screen before the page's
 * scripts are compiled; and keeps the next one. The window's entry point imports this file, so it imports little itself.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';
import type { AccountKey } from '../contract/ids.ts';
import type { Picture } from '../contract/picture.ts';
import type { Vault } from '../keychain/vault.ts';
import { openPicture, readSealed, removePictures, writePictures } from '../session/picture-file.ts';
import { spokenLanguage, systemRegion } from './language.ts';
import type { MainWindow } from './window.ts';

/** The page waits so long for the keyring, which may be asking for its password. On a busy computer both come later. */
const keyLimitMs = 300;
/** In case the page never asks. */
const askLimitMs = 15_000;
/** The rest of the application loads no later than this, in case the window never paints. */
const paintLimitMs = 1_500;

type Options = {
  window: MainWindow;
  userDataFolder: string;
  /** The page's own HTML, which names its scripts and style sheets by their content. */
  pageFile: string;
  policyFile: string;
  /** Loaded only when there is a picture to open. */
  keychain: () => Promise<Vault>;
};

export class FirstPicture {
  /** Resolves when the picture is on the screen, or at once where there is none: the rest may load and run. */
  readonly shown: Promise<void>;
  readonly #options: Options;
  readonly #found: Promise<Picture | null>;
  #resolveAsked = () => {};
  /** Rises with everything that may make a picture wrong. */
  #state = 0;
  /** A picture may be on the disk. Until the first change nobody looks. */
  #mayBeKept = true;
  #folder: string | null = null;
  /** Writing and removing follow each other. */
  #last: Promise<void> = Promise.resolve();

  /** @param isHidden the window is not shown, so nothing is to be painted */
  constructor(options: Options, isHidden: boolean) {
    this.#options = options;
    const painted = options.window.painted();
    const asked = new Promise<void>((resolve) => {
      this.#resolveAsked = resolve;
    });
    const limit = Promise.race([asked.then(() => wait(keyLimitMs, null)), wait(askLimitMs, null)]);
    this.#found = isHidden ? Promise.resolve(null) : Promise.race([this.#find().catch(() => null), limit]);
    this.shown = this.#found.then(async (picture) => {
      if (picture) await Promise.race([painted, wait(paintLimitMs)]);
    });
  }

  /** The picture for the first load of the page, which waits for it; `null` if there is none that is true, or not soon. */
  forPage(): Promise<Picture | null> {
    this.#resolveAsked();
    return this.#found;
  }

  get state(): number {
    return this.#state;
  }

  /** What the first screen shows has changed, or may have: no picture of it is true any more. */
  noteChange(): void {
    this.#state += 1;
    const folder = this.#folder;
    if (!this.#mayBeKept || folder === null) return;
    this.#mayBeKept = false;
    this.#do(() => removePictures(folder));
  }

  /** An account was opened, whose pictures are kept from now on; `null` if none is open, or none to keep anything of. */
  follow(account: AccountKey | null): void {
    const folder = account && this.#folderOf(account);
    if (folder === this.#folder) return;
    this.#folder = folder;
    this.#mayBeKept = true;
    this.#state += 1;
  }

  /** Keeps pictures that were made in a state, unless that is over; returns whether it did. @param key the account's database key */
  async keep(state: number, pictures: readonly Picture[], key: string): Promise<boolean> {
    const folder = this.#folder;
    if (state !== this.#state || folder === null) return false;
    const facts = await this.#facts();
    let isKept = false;
    this.#do(async () => {
      if (state !== this.#state) return;
      this.#mayBeKept = true;
      await writePictures(folder, key, facts, pictures);
      isKept = true;
    });
    await this.#last;
    return isKept;
  }

  async #find(): Promise<Picture | null> {
    const { userDataFolder, keychain } = this.#options;
    const text = await readFile(join(userDataFolder, 'accounts.json'), 'utf8');
    const { current }: { current?: unknown } = JSON.parse(text);
    if (typeof current !== 'string' || !/^[0-9a-f-]{36}$/.test(current)) return null;
    const sealed = await readSealed(this.#folderOf(current));
    if (!sealed) return null;
    const vault = await keychain();
    const [key, facts] = await Promise.all([vault.read(`database-key/${current}`), this.#facts()]);
    return key === null ? null : openPicture(sealed, key, facts, Date.now());
  }

  /**
   * Everything that decides what the first screen looks like, besides the account's own data and the light or dark of the
   * style sheets. The policy is in it because it may forbid the account that was open.
   */
  async #facts(): Promise<string> {
    const { window, userDataFolder, pageFile, policyFile } = this.#options;
    const textOf = (file: string) => readFile(file, 'utf8').catch(() => '');
    const texts = await Promise.all([pageFile, join(userDataFolder, 'settings.json'), policyFile].map(textOf));
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return JSON.stringify([app.getVersion(), spokenLanguage(), systemRegion(), timeZone, window.room(), ...texts]);
  }

  #folderOf(account: string): string {
    return join(this.#options.userDataFolder, 'accounts', account);
  }

  /** A disk that refuses costs the next start some time and nothing else. */
  #do(work: () => Promise<void>): void {
    this.#last = this.#last.then(work).catch(() => undefined);
  }
}
