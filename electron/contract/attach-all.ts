import type { AttachResult } from './attachment.ts';
import type { Outcome } from './calls.ts';

/** A file of the page's that lies on a disk. */
export type DroppedFile = { path: string; fileName: string };

/** As many as one call takes. */
const batchSize = 100;
const longestName = 255;

type Attaching = Promise<Outcome<AttachResult>>;

/**
 * Attaches files of both kinds and joins the outcomes: what failed as a whole is told for each of its files, so that nothing
 * of what was taken is forgotten. Without any schema, since the preload has none.
 */
export async function attachAll(
  onDisk: readonly DroppedFile[],
  pasted: readonly File[],
  attachPaths: (paths: string[]) => Attaching,
  attachBytes: (fileName: string, bytes: Uint8Array) => Attaching,
): Attaching {
  const result: AttachResult = { added: 0, refused: [] };
  const join = (outcome: Outcome<AttachResult>, fileNames: readonly string[]) => {
    if (outcome.ok) {
      result.added += outcome.value.added;
      result.refused.push(...outcome.value.refused);
    } else {
      result.refused.push(...fileNames.map((fileName) => ({ fileName, problem: outcome.problem })));
    }
  };
  for (let first = 0; first < onDisk.length; first += batchSize) {
    const batch = onDisk.slice(first, first + batchSize);
    const names = batch.map(({ fileName }) => fileName);
    join(await attachPaths(batch.map(({ path }) => path)), names);
  }
  for (const file of pasted) {
    const fileName = file.name.slice(-longestName) || 'pasted';
    join(await attachBytes(fileName, new Uint8Array(await file.arrayBuffer())), [fileName]);
  }
  return { ok: true, value: result };
}
