import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { problem } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import { UnsentError } from './network-errors.ts';

/** A file to upload; its bytes are read only when it is sent. */
export type FileSource = { fileName: string; sizeBytes: number; chunks: () => AsyncIterable<Uint8Array> };

export type MultipartBody = {
  contentType: string;
  bytes: Uint8Array;
  /** How many bytes of the file are among the first `sentBytes` of the body. */
  fileBytesIn(sentBytes: number): number;
};

/**
 * Builds a form whose only part is the file, named `file` (companion page "Attachments"). The body is in one piece, because
 * Chromium sends a `Content-Length` only then, and the server may not accept a body without one.
 * @throws UnsentError `file-unusable` when the file has another size than `sizeBytes`, or does not fit into memory.
 */
export async function multipartOf({ fileName, sizeBytes, chunks }: FileSource): Promise<MultipartBody> {
  const boundary = `colodesk-${randomUUID()}`;
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${escapeName(fileName)}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const bytes = allocate(head.length + sizeBytes + tail.length);
  bytes.set(head);
  let filled = 0;
  for await (const chunk of chunks()) {
    if (filled + chunk.length > sizeBytes) throw sizeMismatch();
    bytes.set(chunk, head.length + filled);
    filled += chunk.length;
    await setImmediate(); // reading is synchronous: other work gets a turn between chunks
  }
  if (filled !== sizeBytes) throw sizeMismatch();
  bytes.set(tail, head.length + sizeBytes);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes,
    fileBytesIn: (sentBytes) => Math.min(Math.max(sentBytes - head.length, 0), sizeBytes),
  };
}

function allocate(sizeBytes: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(sizeBytes);
  } catch (error) {
    throw new UnsentError(problem('file-unusable', words().attaching.noMemory), error);
  }
}

const sizeMismatch = () =>
  new UnsentError(problem('file-unusable'), new Error('the file does not have the announced size'));

/** Percent-encodes the characters that would end the name or the line, as browsers do. */
function escapeName(fileName: string): string {
  return fileName.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}
