/* Where the bytes of a file come from: this computer, or else the server. */

import type { ApiClient } from '../api/client.ts';
import { ProblemError, problemOf, problemsOfTheWay } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import type { FileRef } from './kept-files.ts';

/** Larger files are neither shown nor kept. */
export const maxShownBytes = 50_000_000;

/** Downloads a file whole; `null` when it is larger than `maxBytes`. @throws ProblemError */
export async function downloadWhole(
  api: ApiClient,
  { ticketId, fileId }: FileRef,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const enough = new AbortController();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  const stream = await api.downloadAttachment(ticketId, fileId, AbortSignal.any([signal, enough.signal]));
  for await (const chunk of stream) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) {
      enough.abort();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Says of a failed download what it means for a file that is to be shown; anything else stays. */
export function aboutViewing(error: unknown): unknown {
  const { kind, ...details } = problemOf(error);
  if (!(error instanceof ProblemError)) return error;
  const { notKept, openOnline, isGone, mayBeRemoved } = words().files;
  if (kind === 'not-found') return new ProblemError(kind, { ...details, message: isGone, todo: mayBeRemoved }, error);
  const isOnTheWay = problemsOfTheWay.includes(kind) || kind === 'timeout';
  return isOnTheWay ? new ProblemError(kind, { ...details, message: notKept, todo: openOnline }, error) : error;
}

export const tooLargeToShow = () =>
  new ProblemError('file-unviewable', { message: words().files.isTooLarge({ megabytes: maxShownBytes / 1_000_000 }) });
