/* The file in which the user carries views, templates and settings to another computer. */

import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ProblemError } from '../contract/problem.ts';
import { withoutByteOrderMark } from '../files/byte-order-mark.ts';
import type { AskSavePath } from '../files/save-file.ts';
import { saveOwnFile } from '../files/save-file.ts';
import { maxOwnDataBytes, type OwnData } from '../personal/own-data.ts';
import { words } from '../words/words.ts';
import type { FollowedSettings } from './followed-settings.ts';
import { defaultsHere } from './settings-file.ts';

/** Asks the user for a file to read; `null` when the user cancels. */
export type ChooseFile = () => Promise<string | null>;

export type ImportedOwnData = { fileName: string; added: number; alreadyHere: number };

/** Writes the file where the user wants it. Returns its name; `null` when the user cancels. @throws ProblemError `disk-…` */
export async function saveOwnData(content: string, askPath: AskSavePath): Promise<string | null> {
  const path = await askPath(`${words().ownData.fileName}.json`);
  if (path === null) return null;
  await saveOwnFile(path, content);
  return basename(path);
}

/**
 * Passes the content of the file that the user chooses to `take`. Returns what that returns, and the file's name; `null` when
 * the user cancels. @throws ProblemError `invalid-input` for a file that is too large, `disk-error`
 */
export async function readOwnData(
  choose: ChooseFile,
  take: (content: string, fileName: string) => Promise<Omit<ImportedOwnData, 'fileName'>>,
): Promise<ImportedOwnData | null> {
  const path = await choose();
  if (path === null) return null;
  const fileName = basename(path);
  return { fileName, ...(await take(await readText(path, fileName), fileName)) };
}

/**
 * Adds the content of such a file to an account and to the settings, or nothing.
 * @param report called for what fails beside the error that is thrown @throws ProblemError `invalid-input`, `disk-full`, `disk-error`
 */
export async function addOwnData(
  { text, fileName }: { text: string; fileName: string },
  ownData: OwnData,
  settings: FollowedSettings,
  report: (error: unknown) => void,
): Promise<Omit<ImportedOwnData, 'fileName'>> {
  await settings.readUnread();
  const before = settings.current;
  const { settings: changed, add, ...counts } = ownData.readImport(text, fileName, before, defaultsHere);
  await settings.change(changed);
  try {
    add();
  } catch (error) {
    await settings.change(before).catch(report); // the first error says more
    throw error;
  }
  return counts;
}

/** Reads at most as much as may be in the file, however large it is or becomes. */
async function readText(path: string, fileName: string): Promise<string> {
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error('not a file'); // Windows opens a folder too, and reads nothing
    const { size } = stats;
    if (size > maxOwnDataBytes) {
      const { tooLarge, chooseAnother, nothing } = words().ownData;
      const message = tooLarge({ fileName });
      throw new ProblemError('invalid-input', { field: '', message, todo: chooseAnother, kept: nothing });
    }
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    return withoutByteOrderMark(bytes.toString('utf8', 0, bytesRead));
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const { unreadable, nothing } = words().ownData;
    const details = { message: unreadable.message({ fileName }), todo: unreadable.todo, kept: nothing };
    throw new ProblemError('disk-error', details, error);
  } finally {
    await file?.close();
  }
}
