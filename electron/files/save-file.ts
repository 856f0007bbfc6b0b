import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemError } from '../contract/problem.ts';

/**
 * Writes a stream to a file that the user chose: beside it first, and in its place when it is whole. When it fails nothing
 * is left behind, and what stood there before stays.
 * @throws ProblemError `disk-full`, `disk-error`; what the stream throws is thrown on as it is
 */
export async function saveFile(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const partial = join(dirname(path), `.colodesk-${randomUUID().slice(0, 8)}.part`);
  const file = await onDisk(open(partial, 'wx'));
  try {
    try {
      for await (const chunk of chunks) await onDisk(writeWhole(file, chunk));
      await onDisk(file.sync());
    } finally {
      await file.close();
    }
    await onDisk(rename(partial, path));
  } catch (error) {
    await rm(partial, { force: true, maxRetries: 3 }).catch(() => undefined); // what failed before says more
    throw error;
  }
}

async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

const kept = 'The file is still at the operator’s, and nothing on this computer was changed.';

async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code));
    throw isFull
      ? new ProblemError(
          'disk-full',
          {
            message: 'The disk is full, so the file could not be saved.',
            todo: 'Free some space, then save it again.',
            kept,
          },
          error,
        )
      : new ProblemError(
          'disk-error',
          {
            message: 'The file could not be written there.',
            todo: 'Save it in another folder or under another name.',
            kept,
          },
          error,
        );
  }
}
