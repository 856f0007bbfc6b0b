import { basename } from 'node:path';
import type { ApiClient } from '../api/client.ts';
import type { Attachment } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { saveFile } from '../files/save-file.ts';
import { words } from '../words/words.ts';

/**
 * Downloads one of a ticket's attachments to the place that the user chooses. Returns the name of the saved file, or
 * `null` when the user cancels. @throws ProblemError
 */
export async function saveAttachment(
  api: ApiClient,
  ticketId: TicketId,
  attachment: Pick<Attachment, 'id' | 'fileName'>,
  askPath: AskSavePath,
  signal: AbortSignal,
): Promise<string | null> {
  /** The request starts with the first chunk, when there is a file to write it to. */
  async function* download() {
    yield* await api.downloadAttachment(ticketId, attachment.id, signal);
  }
  const path = await askPath(safeFileName(attachment.fileName));
  if (path === null) return null;
  try {
    await saveFile(path, download());
    return basename(path);
  } catch (error) {
    throw aboutAttachment(error);
  }
}

/** Asks the user where to save a file; `null` when the user cancels. */
export type AskSavePath = (suggestedName: string) => Promise<string | null>;

/** Rewords problems of the network, which speak of tickets. A problem that says what was kept comes from the disk and stays. */
function aboutAttachment(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.kept !== '') return error;
  const { kind, ...details } = error.problem;
  return new ProblemError(
    kind,
    { ...details, ...(kind === 'not-found' && words().saving.fileGone), kept: words().saving.notSaved },
    error,
  );
}
