import type { Vault } from './vault.ts';

/** Windows' credential store holds 2,560 bytes an entry; a token can be longer. */
export const maxEntryBytes = 2_500;
/** The first entry begins with a line that tells how many pieces there are and in which generation they lie. */
const headerBytes = 32;

/**
 * Spreads long secrets over several entries of a vault whose entries are short.
 *
 * The entry `name` holds the first piece and is written last. Further pieces lie in `name#a1`, `name#a2`, … or, at the
 * next writing, `name#b1`, `name#b2`, …, so that a kill in the middle of a writing leaves the older secret whole.
 */
export function inPieces(entries: Vault): Vault {
  const pieceName = (name: string, generation: string, index: number) => `${name}#${generation}${index}`;

  async function removePieces(name: string, generation: string) {
    for (let index = 1; (await entries.read(pieceName(name, generation, index))) !== null; index++) {
      await entries.remove(pieceName(name, generation, index));
    }
  }

  return {
    async read(name) {
      const first = await entries.read(name);
      if (first === null) return null;
      const { count, generation, piece } = parseFirst(first);
      const pieces = [piece];
      for (let index = 1; index < count; index++) {
        const next = await entries.read(pieceName(name, generation, index));
        if (next === null) return null; // someone removed a part by hand: the whole is gone
        pieces.push(next);
      }
      return pieces.join('');
    },

    async write(name, secret) {
      const previous = await entries.read(name);
      const oldGeneration = previous === null ? 'b' : parseFirst(previous).generation;
      const generation = oldGeneration === 'a' ? 'b' : 'a';
      const [first = '', ...rest] = splitByBytes(secret, maxEntryBytes - headerBytes);
      for (const [index, piece] of rest.entries()) await entries.write(pieceName(name, generation, index + 1), piece);
      await entries.write(name, `${rest.length + 1}${generation}\n${first}`);
      await removePieces(name, oldGeneration);
    },

    async remove(name) {
      // The pieces go first: a kill in the middle must not leave pieces that no entry leads to.
      await removePieces(name, 'a');
      await removePieces(name, 'b');
      await entries.remove(name);
    },
  };
}

function parseFirst(entry: string): { count: number; generation: string; piece: string } {
  const header = /^(\d{1,4})([ab])\n/.exec(entry);
  if (!header) return { count: 1, generation: 'b', piece: entry };
  return { count: Number(header[1]), generation: header[2] ?? 'b', piece: entry.slice(header[0].length) };
}

/** Cuts between characters, never inside one; each piece has at most `maxBytes` bytes in UTF-8. */
function splitByBytes(text: string, maxBytes: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > maxBytes) {
      pieces.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += character;
    bytes += size;
  }
  pieces.push(piece);
  return pieces;
}
