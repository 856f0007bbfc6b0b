import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AttachResult } from '../contract/attachment.ts';
import { type ChangeId, changeIdSchema, type TicketId } from '../contract/ids.ts';
import { type Problem, ProblemError, problem, problemOf } from '../contract/problem.ts';
import { maxAttachmentBytes } from '../contract/specification.ts';
import { chunkBytes, type FileChunks, fileTooLarge } from './file-chunks.ts';

/** As the contract has it. */
const longestName = 255;

/** A file to attach, which is opened only when its turn comes. */
export type FileToAttach = { fileName: string; open: () => Promise<AsyncIterable<Uint8Array>> };

export type AttachTools = {
  pieces: FileChunks;
  /** Writes the change, when the copy is whole. */
  commit: (id: ChangeId, ticketId: TicketId, file: { fileName: string; sizeBytes: number }) => void;
  signal: AbortSignal;
};

/** Files on the disk, to be copied as they are now: they may be moved or changed before they can be sent. */
export function filesAt(paths: readonly string[]): FileToAttach[] {
  return paths.map((path) => ({ fileName: basename(path), open: () => openFile(path) }));
}

/** A file of these bytes. */
export function fileOf(fileName: string, bytes: Uint8Array): FileToAttach {
  return {
    fileName,
    open: async () => {
      if (bytes.byteLength > maxAttachmentBytes) throw fileTooLarge();
      async function* whole() {
        yield bytes;
      }
      return whole();
    },
  };
}

/** Copies files into the outbox one after another; one that cannot be taken does not hold up the others. */
export async function attach(
  ticketId: TicketId,
  files: readonly FileToAttach[],
  tools: AttachTools,
): Promise<AttachResult> {
  const result: AttachResult = { added: 0, refused: [] };
  for (const file of files) {
    try {
      await attachOne(ticketId, file, tools);
      result.added += 1;
    } catch (error) {
      result.refused.push({ fileName: file.fileName, problem: inWords(problemOf(error), tools.signal) });
    }
  }
  return result;
}

/** The disk's problems are worded for the tickets; a copy that was broken off is nobody's fault. */
function inWords(cause: Problem, signal: AbortSignal): Problem {
  if (signal.aborted) {
    const message = 'The account was closed before the file was copied.';
    return problem('file-unusable', { message, todo: 'Attach it again.', kept: 'The file itself was not touched.' });
  }
  if (!cause.kind.startsWith('disk-')) return cause;
  const message = 'The disk is full or cannot be written, so the file could not be copied.';
  return {
    ...cause,
    message,
    todo: 'Free some space, then attach it again.',
    kept: 'The file itself was not touched.',
  };
}

async function attachOne(ticketId: TicketId, { fileName, open }: FileToAttach, tools: AttachTools): Promise<void> {
  const id = changeIdSchema.parse(randomUUID());
  if (fileName === '' || fileName.length > longestName) {
    throw new ProblemError('file-unusable', {
      message: 'The file’s name is too long.',
      todo: 'Give it a shorter name.',
    });
  }
  await tools.pieces.copy(
    id,
    await open(),
    (sizeBytes) => {
      if (sizeBytes === 0) throw new ProblemError('file-empty');
      tools.commit(id, ticketId, { fileName, sizeBytes });
    },
    tools.signal,
  );
}

/** @throws ProblemError `file-empty`, `file-unusable` */
async function openFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  const found = await stat(path).catch((error: unknown) => {
    throw new ProblemError('file-unusable', {}, error);
  });
  if (!found.isFile()) throw new ProblemError('file-unusable');
  if (found.size === 0) throw new ProblemError('file-empty');
  if (found.size > maxAttachmentBytes) throw fileTooLarge();
  return readFile(path);
}

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: chunkBytes });
  } catch (error) {
    throw new ProblemError('file-unusable', {}, error);
  }
}
