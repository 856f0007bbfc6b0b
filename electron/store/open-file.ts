/* Opens an encrypted file in its newest version. */

import { ProblemError } from '../contract/problem.ts';
import { SqliteFile, type SqliteFileOptions } from './database.ts';
import { migrate } from './migrate.ts';
import { hasReadableTexts } from './readable-texts.ts';

/** How a file is brought to its newest version; see `migrate`. */
type Versions = { readonly steps: readonly string[]; readonly firstVersion?: number };

/**
 * Opens or creates `path`. `key` is 64 hexadecimal digits. Where the process that used it last has died, it may have been of
 * a text that cannot be read: such a text is looked for then, since the next process would die of it, too.
 * @throws ProblemError as `SqliteFile` and `migrate`
 */
export async function openSqliteFile(
  path: string,
  key: string,
  options: SqliteFileOptions,
  { steps, firstVersion }: Versions,
): Promise<SqliteFile> {
  const file = new SqliteFile(path, key, options);
  try {
    migrate(file, steps, firstVersion);
    if (file.wasLeftOpen && !(await hasReadableTexts(file))) throw new ProblemError(options.unreadableKind);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
