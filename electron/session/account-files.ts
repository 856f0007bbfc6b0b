/* The two files of an account: the cache, and the outbox with everything that the user typed. */

import type { ProblemKind } from '../contract/problem.ts';
import { openOutboxFile } from '../outbox/outbox-file.ts';
import { Cache } from '../store/cache.ts';
import type { SqliteFile } from '../store/database.ts';

/** A file that is corrupt, by the kind of problem that says so. */
export type CorruptFile = 'cache-set-aside' | 'outbox-set-aside';

export const isCorruptFile = (kind: ProblemKind): kind is CorruptFile =>
  kind === 'cache-set-aside' || kind === 'outbox-set-aside';

export type AccountFiles = {
  cache: Cache;
  outboxFile: SqliteFile;
  /** The file that could not be read and was set aside; the outbox when both were. */
  setAside: CorruptFile | null;
};

/**
 * Opens the files in a folder and passes them to `use`. One that cannot be read is set aside and begun anew, as are those that
 * `corrupt` names. If anything fails, they are closed again. @throws ProblemError `cache-newer`, `disk-…`, a `CorruptFile`
 */
export async function withAccountFiles<T>(
  folder: string,
  key: string,
  corrupt: readonly CorruptFile[],
  use: (files: AccountFiles) => T,
): Promise<T> {
  const { cache, wasSetAside: isCacheSetAside } = corrupt.includes('cache-set-aside')
    ? { cache: await Cache.replace(folder, key), wasSetAside: true }
    : await Cache.open(folder, key);
  const opened: { close(): Promise<void> }[] = [cache];
  try {
    const mustReplace = corrupt.includes('outbox-set-aside');
    const { file: outboxFile, wasSetAside: isOutboxSetAside } = await openOutboxFile(folder, key, { mustReplace });
    opened.push(outboxFile);
    const setAside = isOutboxSetAside ? 'outbox-set-aside' : isCacheSetAside ? 'cache-set-aside' : null;
    return use({ cache, outboxFile, setAside });
  } catch (error) {
    for (const file of opened) await file.close();
    throw error;
  }
}
