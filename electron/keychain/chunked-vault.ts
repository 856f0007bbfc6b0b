import type { Vault } from './vault.ts';

/** The credential store of Windows takes at most 2,560 bytes an entry; an access token can be longer. */
export const maxEntryBytes = 2_500;
/** Room for the line at the start of the first entry, which says how many chunks there are and which generation they belong to. */
const headerBytes = 32;

/**
 * A vault for secrets of any length on top of one whose entries are short: a long secret is split into chunks.
 *
 * The entry `name` holds the first chunk and is written last. The other chunks are in `name#a1`, `name#a2`, … and, after
 * the next write, in `name#b1`, `name#b2`, …, so that a write that is killed halfway leaves the old secret whole.
 */
export function chunkedVault(entries: Vault): Vault {
  const chunkName = (name: string, generation: string, index: number) => `${name}#${generation}${index}`;

  const lastChanges = new Map<string, Promise<void>>();

  /** Two changes of one secret at once would mix their chunks, so the second waits for the end of the first. */
  async function afterOthers(name: string, change: () => Promise<void>): Promise<void> {
    const done = (lastChanges.get(name) ?? Promise.resolve()).then(change);
    const settled = done.catch(() => undefined); // whoever made the change learns it
    lastChanges.set(name, settled);
    try {
      await done;
    } finally {
      if (lastChanges.get(name) === settled) lastChanges.delete(name);
    }
  }

  async function removeChunks(name: string, generation: string) {
    for (let index = 1; (await entries.read(chunkName(name, generation, index))) !== null; index++) {
      await entries.remove(chunkName(name, generation, index));
    }
  }

  return {
    async read(name) {
      const first = await entries.read(name);
      if (first === null) return null;
      const { count, generation, chunk } = parseFirst(first);
      const chunks = [chunk];
      for (let index = 1; index < count; index++) {
        const next = await entries.read(chunkName(name, generation, index));
        if (next === null) return null; // a chunk was removed by hand, so the secret is lost
        chunks.push(next);
      }
      return chunks.join('');
    },

    write: (name, secret) =>
      afterOthers(name, async () => {
        const previous = await entries.read(name);
        const oldGeneration = previous === null ? 'b' : parseFirst(previous).generation;
        const generation = oldGeneration === 'a' ? 'b' : 'a';
        const [first = '', ...rest] = splitByBytes(secret, maxEntryBytes - headerBytes);
        for (const [index, chunk] of rest.entries()) await entries.write(chunkName(name, generation, index + 1), chunk);
        await entries.write(name, `${rest.length + 1}${generation}\n${first}`);
        await removeChunks(name, oldGeneration);
      }),

    remove: (name) =>
      afterOthers(name, async () => {
        // The chunks go first: a kill halfway must not leave chunks that no first entry refers to.
        await removeChunks(name, 'a');
        await removeChunks(name, 'b');
        await entries.remove(name);
      }),
  };
}

/** An entry without a header, written by another program, counts as a secret of one chunk. */
function parseFirst(entry: string): { count: number; generation: string; chunk: string } {
  const header = /^(\d{1,4})([ab])\n/.exec(entry);
  if (!header) return { count: 1, generation: 'b', chunk: entry };
  return { count: Number(header[1]), generation: header[2] ?? 'b', chunk: entry.slice(header[0].length) };
}

/** Splits between characters, never inside one; each chunk has at most `maxBytes` bytes in UTF-8. */
function splitByBytes(text: string, maxBytes: number): string[] {
  const chunks: string[] = [];
  let chunk = '';
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > maxBytes) {
      chunks.push(chunk);
      chunk = '';
      bytes = 0;
    }
    chunk += character;
    bytes += size;
  }
  chunks.push(chunk);
  return chunks;
}
