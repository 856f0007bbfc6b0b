import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskProblem } from './disk-full.ts';

/**
 * Writes a stream to a file that the user chose. The bytes go to a temporary file in the same folder, which replaces the
 * chosen one when it is complete: a failure leaves nothing behind and an existing file as it was.
 * @throws ProblemError `disk-full`, `disk-error`; errors of the stream itself pass through unchanged
 */
export async function saveFile(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const partial = join(dirname(path), `.colodesk-${randomUUID().slice(0, 8)}.part`);
  const file = await onDisk(open(partial, 'wx'));
  try {
    try {
      for await (const chunk of chunks) await onDisk(writeChunk(file, chunk));
      await onDisk(file.sync());
    } finally {
      await file.close();
    }
    await onDisk(rename(partial, path));
  } catch (error) {
    await rm(partial, { force: true, maxRetries: 3 }).catch(() => undefined); // the first error says more
    throw error;
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

async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw diskProblem(error, words);
  }
}
