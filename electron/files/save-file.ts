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
    await markDownloaded(partial, platform);
    await onDisk(move(partial, path));
  } finally {
    await removeWithRetry(partial).catch(() => undefined); // a failure before says more
  }
}

/** Moves a file, also to another disk: then a failure may leave a part of it there. */
async function move(from: string, to: string): Promise<void> {
  try {
    await whileLocked(() => rename(from, to));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyFile(from, to).catch((cause: unknown) => {
      throw diskProblem(cause, wordsOfCopy);
    });
  }
}

/** One `write` may take only a part of the chunk. */
async function writeChunk(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

const kept = 'The operator still has the file, and nothing on this computer was changed.';
const words = {
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
};

const wordsOfCopy = {
  ifFull: { ...words.ifFull, kept: 'The operator still has the file. What was saved there may be incomplete.' },
  otherwise: { ...words.otherwise, kept: 'The operator still has the file. What was saved there may be incomplete.' },
};

async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ProblemError ? error : diskProblem(error, words);
  }
}
