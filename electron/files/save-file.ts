/* Writes files where the user wants them, whole or not at all. */

import { copyFile, type FileHandle, open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import { diskProblem } from './disk-full.ts';
import { isLocked, whileLocked } from './locked-files.ts';
import { markDownloaded } from './mark-downloaded.ts';
import { notePartialFile, partialName } from './partial-files.ts';

/** Asks the user where to save a file; `null` when the user cancels. */
export type AskSavePath = (suggestedName: string) => Promise<string | null>;

/**
 * Writes a stream from the internet to a file that the user chose. The bytes go to a temporary file, which replaces the
 * chosen one when it is complete: a failure leaves nothing behind and an existing file as it was.
 * @throws ProblemError `disk-full`, `disk-error`; errors of the stream itself pass through unchanged
 */
export async function saveFile(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  await saveFileIn(dirname(path), async () => path, chunks, platform);
}

/** The same in a folder, at a path there that is asked for once the file is complete. */
export async function saveFileIn(
  folder: string,
  findPath: () => Promise<string>,
  chunks: AsyncIterable<Uint8Array>,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const finish = (partial: string) => markDownloaded(partial, platform);
  await writeWhole({ folder, findPath }, chunks, wordsOfDownload(), platform, finish);
}

/** Writes what Colodesk itself made to a file that the user chose, in the same way. @throws ProblemError `disk-full`, `disk-error` */
export async function saveOwnFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const chunks = typeof content === 'string' || content instanceof Uint8Array ? [Buffer.from(content)] : content;
  const place = { folder: dirname(path), findPath: async () => path };
  await writeWhole(place, chunks, wordsOfOwn(), platform, () => Promise.resolve());
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

async function writeWhole(
  place: { folder: string; findPath: () => Promise<string> },
  chunks: Chunks,
  ofUse: Words,
  platform: NodeJS.Platform,
  finish: (partial: string) => Promise<void>,
): Promise<void> {
  const onDisk = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw error instanceof ProblemError ? error : refusal(error, ofUse);
    });
  // macOS lets the application write the chosen file, but nothing beside it without asking the user again.
  const partial = join(platform === 'darwin' ? tmpdir() : place.folder, partialName());
  const remove = await notePartialFile(partial);
  try {
    const file = await onDisk(open(partial, 'wx'));
    try {
      for await (const chunk of chunks) await onDisk(writeChunk(file, chunk));
      await onDisk(file.sync());
    } finally {
      await file.close();
    }
    await finish(partial);
    const path = await place.findPath();
    await onDisk(move(partial, path, ofUse));
  } finally {
    await remove().catch(() => undefined); // a failure before says more
  }
}

/** Moves a file, also to another disk: then a failure may leave a part of it there. */
async function move(from: string, to: string, ofUse: Words): Promise<void> {
  try {
    await whileLocked(() => rename(from, to));
  } catch (error) {
    if (isLocked(error)) throw heldOpen(error, to, ofUse);
    if (codeOf(error) !== 'EXDEV') throw error;
    await whileLocked(() => copyFile(from, to)).catch((cause: unknown) => {
      if (isLocked(cause)) throw heldOpen(cause, to, ofUse);
      const kept = ofUse.keptOfCopy;
      throw diskProblem(cause, {
        ifFull: { ...ofUse.ifFull, kept },
        otherwise: { ...fault(cause, ofUse), kept },
      });
    });
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** A program such as Excel lets nobody replace the file that it shows. */
function heldOpen(cause: unknown, path: string, { otherwise: { kept } }: Words): ProblemError {
  const { heldOpen, heldOpenTodo } = words().exports.saving;
  const message = heldOpen({ fileName: basename(path) });
  return new ProblemError('disk-error', { message, todo: heldOpenTodo, kept }, cause);
}

/** The problem to report where the disk takes nothing of a file from the server, by the error of the file system. */
export const downloadProblem = (cause: unknown): ProblemError => refusal(cause, wordsOfDownload());

const refusal = (cause: unknown, ofUse: Words): ProblemError =>
  diskProblem(cause, { ...ofUse, otherwise: fault(cause, ofUse) });

/** What is said of a failure that has nothing to do with space. */
function fault(cause: unknown, { otherwise }: Words): Words['otherwise'] {
  const { folderGone, folderGoneTodo, notAllowed, notAllowedTodo } = words().exports.saving;
  const code = codeOf(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { ...otherwise, message: folderGone, todo: folderGoneTodo };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return { ...otherwise, message: notAllowed, todo: notAllowedTodo };
  }
  return otherwise;
}

/** One `write` may take only a part of the chunk. */
async function writeChunk(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

/** What is said when the disk refuses. `keptOfCopy`: when a part of the file may be there. */
type Words = ReturnType<typeof wordsFor>;

function wordsFor(kept: string, keptOfCopy: string) {
  const { isFull, failed } = words().saving;
  return { ifFull: { ...isFull, kept }, otherwise: { ...failed, kept }, keptOfCopy };
}

const wordsOfDownload = () => wordsFor(words().saving.keptAtOperator, words().saving.keptAtOperatorInPart);
const wordsOfOwn = () => wordsFor(words().saving.keptHere, words().saving.keptHereInPart);
