import { basename } from 'node:path';
import type { ApiClient } from '../api/client.ts';
import type { Attachment } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { saveFile } from '../files/save-file.ts';

/** Asks where to save, with a name to begin from; `null` when the user thought better of it. */
export type AskSavePath = (suggestedName: string) => Promise<string | null>;

/** Fetches a file of the server's to where the user wants it; answers its name there, or `null` when there is no such place. */
export async function saveAttachment(
  api: ApiClient,
  ticketId: TicketId,
  file: Pick<Attachment, 'id' | 'fileName'>,
  askPath: AskSavePath,
  signal: AbortSignal,
): Promise<string | null> {
  const path = await askPath(safeFileName(file.fileName));
  if (path === null) return null;
  try {
    await saveFile(path, download());
    return basename(path);
  } catch (error) {
    throw inWordsOfFiles(error);
  }
  /** Asks the server only when there is a file to write into. */
  async function* download() {
    yield* await api.downloadAttachment(ticketId, file.id, signal);
  }
}

const gone = {
  message: 'The server does not have this file any more.',
  todo: 'It may have been removed there; the list of files is being fetched again.',
};
const kept = 'Nothing was saved on this computer, and nothing was changed.';

/** Problems of the network speak of tickets; what the disk said is said already. */
function inWordsOfFiles(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.kept !== '') return error;
  const { kind, ...details } = error.problem;
  return new ProblemError(kind, { ...details, ...(kind === 'not-found' && gone), kept }, error);
}
