/*
 * The dialogs in which the user chooses files and confirms that a link is opened.
 */

import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
  shell,
} from 'electron';
import { ProblemError } from '../contract/problem.ts';
import { words } from '../words/words.ts';

/** Windows does not open links that are much longer. */
const longestLink = 2_000;

/** Asks the user with the system's own dialogs, in front of the window while there is one. */
export class Dialogs {
  readonly #window: { readonly current: BrowserWindow | undefined };
  readonly #platform: NodeJS.Platform;
  #isTellingBadLink = false;
  /** The folder that was chosen last, by the id that the page knows it by. */
  #folder: { id: string; path: string } | null = null;

  constructor(window: { readonly current: BrowserWindow | undefined }, platform: NodeJS.Platform = process.platform) {
    this.#window = window;
    this.#platform = platform;
  }

  /** Asks for files to attach. Returns their paths, none when the user cancels. */
  chooseFiles(): Promise<string[]> {
    return this.#chooseFiles({
      title: words().dialogs.attachTitle,
      buttonLabel: words().dialogs.attach,
      properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    });
  }

  /** Asks for the file of views and templates to import. Returns `null` when the user cancels. */
  async chooseOwnDataFile(): Promise<string | null> {
    const [path = null] = await this.#chooseFiles({
      title: words().dialogs.importTitle,
      buttonLabel: words().dialogs.import,
      filters: [{ name: 'Colodesk', extensions: ['json'] }],
      properties: ['openFile', 'dontAddToRecent'],
    });
    return path;
  }

  /** Asks for a folder to save files in. The page is given an id for it. Returns `null` when the user cancels. */
  async chooseFolder(): Promise<{ folderId: string; name: string } | null> {
    const [path = null] = await this.#chooseFiles({
      title: words().files.chooseFolder,
      buttonLabel: words().files.saveHere,
      defaultPath: app.getPath('downloads'),
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    });
    if (path === null) return null;
    this.#folder = { id: randomUUID(), path };
    return { folderId: this.#folder.id, name: basename(path) || path }; // a whole disk has no last part
  }

  /** The path of the folder that was chosen last. @throws ProblemError `invalid-input` */
  folder(folderId: string): string {
    const { folderGone, chooseAgain } = words().files;
    if (this.#folder?.id === folderId) return this.#folder.path;
    throw new ProblemError('invalid-input', { message: folderGone, todo: chooseAgain });
  }

  async #chooseFiles(options: OpenDialogOptions): Promise<string[]> {
    const window = this.#window.current;
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    return canceled ? [] : filePaths;
  }

  /** Asks where to save a file, and whether to replace an existing one. Returns `null` when the user cancels. */
  async askSavePath(suggestedName: string): Promise<string | null> {
    const options: SaveDialogOptions = {
      title: words().dialogs.saveTitle,
      defaultPath: join(app.getPath('downloads'), suggestedName),
      filters: this.#filtersFor(suggestedName),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const window = this.#window.current;
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    return canceled || filePath === '' ? null : filePath;
  }

  /**
   * With a filter, Windows and macOS add the ending to another name that the user types without one; no program would open the file.
   * On Linux programs go by the content, and an ending that is added after the question may replace a file that nobody asked about.
   */
  #filtersFor(suggestedName: string): FileFilter[] {
    const extension = this.#platform === 'linux' ? undefined : /\.(\w{1,10})$/.exec(suggestedName)?.[1];
    return extension === undefined ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
  }

  /** Says that a link into Colodesk names no ticket. One at a time, since a web page can follow links as fast as it likes. */
  async tellBadLink(): Promise<void> {
    if (this.#isTellingBadLink) return;
    this.#isTellingBadLink = true;
    const options: MessageBoxOptions = {
      type: 'warning',
      message: words().dialogs.badLink,
      detail: words().dialogs.badLinkDetail,
      buttons: [words().dialogs.ok],
    };
    const window = this.#window.current;
    await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options)).finally(() => {
      this.#isTellingBadLink = false;
    });
  }

  /**
   * Opens a link in the browser if the user agrees. Others wrote the link in the ticket and may disguise where it leads, so
   * the question names the real server. @throws ProblemError `link-refused`
   */
  async openLink(link: string): Promise<void> {
    const url = safeWebLink(link);
    if (!url) throw new ProblemError('link-refused');
    if (url.href.length > longestLink) throw new ProblemError('link-refused', words().dialogs.longLink);
    const options: MessageBoxOptions = {
      message: words().dialogs.openPage({ host: url.host }),
      detail: url.href,
      buttons: [words().dialogs.open, words().dialogs.cancel],
      defaultId: 1,
      cancelId: 1,
    };
    const window = this.#window.current;
    const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
    if (response !== 0) return;
    try {
      await shell.openExternal(url.href);
    } catch (error) {
      const { notOpened: message, longLink } = words().dialogs;
      throw new ProblemError('link-refused', { message, todo: longLink.todo }, error);
    }
  }
}

/** Returns a link that may be opened: `https:` only, and without a user name and password, which would be sent along. */
export function safeWebLink(link: string): URL | null {
  if (!URL.canParse(link) || !/^https:\/\/[^\s\\\p{Cc}]+$/u.test(link)) return null;
  const url = new URL(link);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}
