import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files under a folder, by their paths below it. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Which of the texts stand in which files under a folder, in the clear: as UTF-8 or as UTF-16. */
export async function findInFiles(folder: string, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of await filesUnder(folder)) {
    const content = await readFile(file).catch(() => Buffer.alloc(0)); // a lock or a socket, or gone meanwhile
    for (const text of texts) {
      if (content.includes(text) || content.includes(Buffer.from(text, 'utf16le'))) found.push(`${text} in ${file}`);
    }
  }
  return found;
}
