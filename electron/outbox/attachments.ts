/*
 * Takes files into the outbox. They are copied as they are now, since they may be moved or edited before they can be sent.
 */

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AttachResult } from '../contract/attachment.ts';
import { type ChangeId, changeIdSchema, type TicketId } from '../contract/ids.ts';
import { type Problem, ProblemError, problem, problemOf } from '../contract/problem.ts';
import { longestFileName, maxAttachmentBytes } from '../contract/specification.ts';
import { readableText } from '../contract/ticket-equality.ts';
import { words } from '../words/words.ts';
import { chunkBytes, type FileChunks, fileTooLarge } from './file-chunks.ts';

/** Copies files into the outbox and makes a change of each. */
export class Attacher {
  readonly #chunks: FileChunks;
  readonly #add: AddAttachment;
  readonly #signal: AbortSignal;
  /** Promises that never reject. */
  readonly #copying = new Set<Promise<AttachResult>>();

  /** @param signal by which a copy that was cut short is distinguished from one that failed */
  constructor(chunks: FileChunks, add: AddAttachment, signal: AbortSignal) {
    this.#chunks = chunks;
    this.#add = add;
    this.#signal = signal;
  }

  /** Attaches files one after another. The result names those that could not be taken; they do not hold up the others. */
  attach(ticketId: TicketId, files: readonly FileToAttach[]): Promise<AttachResult> {
    const copying = this.#attachAll(ticketId, files).finally(() => {
      this.#copying.delete(copying);
      this.#chunks.sweep(); // what failed has left chunks behind
    });
    this.#copying.add(copying);
    return copying;
  }

  /** Returns when nothing is being copied. */
  async idle(): Promise<void> {
    await Promise.all(this.#copying);
  }

  async #attachAll(ticketId: TicketId, files: readonly FileToAttach[]): Promise<AttachResult> {
    const result: AttachResult = { added: 0, refused: [] };
    for (const file of files) {
      try {
        await this.#attachOne(ticketId, file);
        result.added += 1;
      } catch (error) {
        const cause = this.#signal.aborted ? cutShort() : problemOfFile(problemOf(error));
        result.refused.push({ fileName: file.fileName, problem: cause });
      }
    }
    return result;
  }

  async #attachOne(ticketId: TicketId, { fileName, open }: FileToAttach): Promise<void> {
    const id = changeIdSchema.parse(randomUUID());
    requireUsableName(fileName);
    const commit = (sizeBytes: number) => {
      if (sizeBytes === 0) throw new ProblemError('file-empty');
      this.#add(id, ticketId, { fileName, sizeBytes });
    };
    await this.#chunks.copy(id, await open(), commit);
  }
}

/** A file to attach, which is opened only when its turn comes. */
export type FileToAttach = { fileName: string; open: () => Promise<AsyncIterable<Uint8Array>> };

/** Returns files on the disk. */
export function filesAt(paths: readonly string[]): FileToAttach[] {
  return paths.map((path) => ({ fileName: basename(path), open: () => openFile(path) }));
}

/** Returns a file that consists of these bytes. */
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

/** Writes the change of a file that is copied whole. */
type AddAttachment = (id: ChangeId, ticketId: TicketId, file: { fileName: string; sizeBytes: number }) => void;

/** @throws ProblemError `file-unusable` */
function requireUsableName(fileName: string): void {
  const isEmpty = readableText(fileName) === '';
  if (!isEmpty && fileName.length <= longestFileName) return;
  throw new ProblemError('file-unusable', isEmpty ? words().attaching.noName : words().attaching.longName);
}

const cutShort = (): Problem =>
  problem('file-unusable', { ...words().attaching.cutShort, kept: words().attaching.unchanged });

/** The disk's problems speak of tickets by default; here they are about a file. */
function problemOfFile(cause: Problem): Problem {
  if (!cause.kind.startsWith('disk-')) return cause;
  return { ...cause, ...words().attaching.noSpace, kept: words().attaching.unchanged };
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
