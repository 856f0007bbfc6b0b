/* Saving a ticket’s files where the user wants them: one at a place, or several in a folder. */

import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileRef } from '../attachments/kept-files.ts';
import type { TicketFiles } from '../attachments/ticket-files.ts';
import { ProblemError } from '../contract/problem.ts';
import { reserveFreeName } from '../files/free-name.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { type AskSavePath, saveFile } from '../files/save-file.ts';
import { words } from '../words/words.ts';

type Files = Pick<TicketFiles, 'read'>;

/**
 * Saves one of a ticket's attachments at the place that the user chooses. Returns the name of the saved file, or `null` when
 * the user cancels. @throws ProblemError
 */
export async function saveAttachment(
  files: Files,
  ref: FileRef,
  fileName: string,
  askPath: AskSavePath,
  signal: AbortSignal,
): Promise<string | null> {
  const path = await askPath(safeFileName(fileName));
  if (path === null) return null;
  await save(files, ref, path, signal);
  return basename(path);
}

/** Saves one in a folder, beside what is there already. Returns the name of the saved file. @throws ProblemError */
export async function saveAttachmentIn(
  files: Files,
  ref: FileRef,
  fileName: string,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const path = await reserveFreeName(folder, safeFileName(fileName));
  try {
    await save(files, ref, path, signal);
    return basename(path);
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined); // the first failure says more
    throw error;
  }
}

/** The download starts when there is a file to write to. */
async function save(files: Files, ref: FileRef, path: string, signal: AbortSignal): Promise<void> {
  try {
    await saveFile(path, files.read(ref, signal));
  } catch (error) {
    throw aboutAttachment(error);
  }
}

/** Rewords problems of the network, which speak of tickets. A problem that says what was kept comes from the disk and stays. */
function aboutAttachment(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.kept !== '') return error;
  const { kind, ...details } = error.problem;
  return new ProblemError(
    kind,
    { ...details, ...(kind === 'not-found' && words().saving.fileGone), kept: words().saving.notSaved },
    error,
  );
}
