/*
 * Files that are being written where the user wants them. A kill leaves the temporary one there, with ticket texts in the clear:
 * so a note of each is kept until it is gone, and the next start removes what the notes name.
 */

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { removeWithRetry } from './locked-files.ts';

/** Where the notes are; `null`: none are kept. */
let notesFolder: string | null = null;

/** Keeps notes in this folder from now on. */
export function notePartialFilesIn(folder: string): void {
  notesFolder = folder;
}

/** A name for a temporary file, by which `removeLeftovers` knows it too. */
export const partialName = (): string => `.colodesk-${randomUUID().slice(0, 8)}.part`;

/**
 * Notes that a temporary file is about to be written. Returns what removes both. A disk that refuses the note must not keep the
 * user from saving a file elsewhere.
 */
export async function notePartialFile(path: string): Promise<() => Promise<void>> {
  const note = notesFolder && join(notesFolder, `${basename(path)}.txt`);
  if (note) {
    await mkdir(dirname(note), { recursive: true })
      .then(() => writeFile(note, path))
      .catch(() => undefined);
  }
  return async () => {
    await removeWithRetry(path);
    if (note) await removeWithRetry(note);
  };
}

/**
 * Removes the temporary files that an application left behind when it was killed, and the notes of them. A note stays while its
 * folder is not there, such as that of a memory stick. To be called once at the start, before a file is saved.
 * @throws ProblemError `disk-error` for the first that cannot be removed, after all others
 */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []); // there is none before the first file
  // One that cannot be removed, such as in a folder that is read-only by now, must not keep the others there.
  const removed = await Promise.allSettled(names.map((name) => removeLeftover(join(folder, name))));
  const failed = removed.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function removeLeftover(note: string): Promise<void> {
  const path = await readFile(note, 'utf8');
  const isOurs = /^\.colodesk-[0-9a-f]{8}\.part$/.test(basename(path)) && `${basename(path)}.txt` === basename(note);
  if (isOurs && !(await isThere(dirname(path)))) return;
  if (isOurs) await removeWithRetry(path);
  await removeWithRetry(note);
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
