import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { renameWithRetry, whileLocked } from './locked-files.ts';

/**
 * Writes a small file completely or not at all, and creates its folder where there is none. Other users of the computer
 * cannot read the file. @throws ProblemError `disk-error` when the file stays locked; otherwise the error of the file system
 */
export async function writeFileAtomically(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  await mkdir(dirname(file), { recursive: true });
  // Without the flush, a power cut can leave an empty file under the new name.
  await whileLocked(() => writeFile(draft, text, { mode: 0o600, flush: true }));
  await renameWithRetry(draft, file);
}
