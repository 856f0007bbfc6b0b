/*
 * What must not outlive this process: its child processes and its temporary folders. Each is ended or removed by whoever began it;
 * what is left when the process ends, because it failed or was interrupted, is ended and removed here.
 */

import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';

const children = new Set<ChildProcess>();
const folders = new Set<string>();

/** Lets a child process end with this one at the latest: a signal to this process alone does not reach it. */
export function endWithThisProcess(child: ChildProcess): void {
  watchEnd();
  children.add(child);
  for (const end of ['error', 'exit']) child.once(end, () => children.delete(child));
}

/** Makes a folder as `mkdtemp` does, which goes with this process at the latest. */
export async function temporaryFolder(prefix: string): Promise<string> {
  watchEnd();
  const folder = await mkdtemp(prefix);
  folders.add(folder);
  return folder;
}

let isWatched = false;

function watchEnd(): void {
  if (isWatched) return;
  isWatched = true;
  process.once('exit', () => {
    for (const child of children) child.kill();
    for (const folder of folders) removeAtOnce(folder);
  });
}

/** The children that were told to end may still write for a moment. */
function removeAtOnce(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // The system clears its folder for temporary files.
  }
}
