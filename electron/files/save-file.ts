import { randomUUID } from 'node:crypto';
import { copyFile, type FileHandle, open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProblemError } from '../contract/problem.ts';
import { diskProblem } from './disk-full.ts';
import { removeWithRetry, whileLocked } from './locked-files.ts';
import { markDownloaded } from './mark-downloaded.ts';

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
  await writeWhole(path, chunks, wordsOfDownload, platform, (partial) => markDownloaded(partial, platform));
}

/** Writes what Colodesk itself made to a file that the user chose, in the same way. @throws ProblemError `disk-full`, `disk-error` */
export async function saveOwnFile(
  path: string,
  content: string | Uint8Array,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  await writeWhole(path, [bytes], wordsOfOwn, platform, () => Promise.resolve());
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

async function writeWhole(
  path: string,
  chunks: Chunks,
  words: Words,
  platform: NodeJS.Platform,
  finish: (partial: string) => Promise<void>,
): Promise<void> {
  const onDisk = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw error instanceof ProblemError ? error : diskProblem(error, words);
    });
  // macOS lets the application write the chosen file, but nothing beside it without asking the user again.
  const folder = platform === 'darwin' ? tmpdir() : dirname(path);
  const partial = join(folder, `.colodesk-${randomUUID().slice(0, 8)}.part`);
  const file = await onDisk(open(partial, 'wx'));
  try {
    try {
      for await (const chunk of chunks) await onDisk(writeChunk(file, chunk));
      await onDisk(file.sync());
    } finally {
      await file.close();
    }
    await finish(partial);
    await onDisk(move(partial, path, words));
  } finally {
    await removeWithRetry(partial).catch(() => undefined); // a failure before says more
  }
}

/** Moves a file, also to another disk: then a failure may leave a part of it there. */
async function move(from: string, to: string, words: Words): Promise<void> {
  try {
    await whileLocked(() => rename(from, to));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyFile(from, to).catch((cause: unknown) => {
      const kept = words.keptOfCopy;
      throw diskProblem(cause, { ifFull: { ...words.ifFull, kept }, otherwise: { ...words.otherwise, kept } });
    });
  }
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
  return {
    ifFull: {
      message: 'The disk is full, so the file could not be saved.',
      todo: 'Free some space, then save the file again.',
      kept,
    },
    otherwise: {
      message: 'The file could not be saved there.',
      todo: 'Save it in another folder or under another name.',
      kept,
    },
    keptOfCopy,
  };
}

const wordsOfDownload = wordsFor(
  'The operator still has the file, and nothing on this computer was changed.',
  'The operator still has the file. What was saved there may be incomplete.',
);
const wordsOfOwn = wordsFor('Nothing on this computer was changed.', 'What was saved there may be incomplete.');
