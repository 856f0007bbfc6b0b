import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { problem } from '../contract/problem.ts';
import { UnsentError } from './network-errors.ts';

/** A file as it is handed over: its bytes are read when they are sent. */
export type FileSource = { fileName: string; sizeBytes: number; chunks: () => AsyncIterable<Uint8Array> };

export type MultipartBody = {
  contentType: string;
  bytes: Uint8Array;
  /** How many bytes of the file are among the first `sentBytes` of the body. */
  fileBytesIn(sentBytes: number): number;
};

/**
 * The file as the only part `file` of a form (companion page "Attachments"), in one piece: Chromium says `Content-Length`
 * only for what it gets whole, and the server is not known to take a body without one.
 * @throws UnsentError `file-unusable` when the file has another size than it is said to have, or does not fit into the memory
 */
export async function multipartOf({ fileName, sizeBytes, chunks }: FileSource): Promise<MultipartBody> {
  const boundary = `colodesk-${randomUUID()}`;
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${escapeName(fileName)}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const bytes = roomFor(head.length + sizeBytes + tail.length);
  bytes.set(head);
  let filled = 0;
  for await (const chunk of chunks()) {
    if (filled + chunk.length > sizeBytes) throw sizeMismatch();
    bytes.set(chunk, head.length + filled);
    filled += chunk.length;
    await setImmediate(); // reading is synchronous: whatever else there is to do comes between
  }
  if (filled !== sizeBytes) throw sizeMismatch();
  bytes.set(tail, head.length + sizeBytes);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes,
    fileBytesIn: (sentBytes) => Math.min(Math.max(sentBytes - head.length, 0), sizeBytes),
  };
}

function roomFor(sizeBytes: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(sizeBytes);
  } catch (error) {
    const details = {
      message: 'There is not enough memory to send the file.',
      kept: 'It stays in the outbox.',
      todo: 'Close other programs, then send it again.',
    };
    throw new UnsentError(problem('file-unusable', details), error);
  }
}

const sizeMismatch = () => new UnsentError(problem('file-unusable'), new Error('another size than announced'));

/** As browsers do it: what would end the name or the line is written in percent form. */
function escapeName(fileName: string): string {
  return fileName.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}
