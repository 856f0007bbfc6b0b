import type { AttachResult } from './contract/attachment.ts';
import type { Outcome } from './contract/calls.ts';
import type { Problem } from './contract/problem.ts';
import { maxPastedBytes } from './contract/specification.ts';

/** A file of the page's that lies on a disk. */
export type DroppedFile = { path: string; fileName: string };

/** As many as one call takes. */
const batchSize = 100;
const longestName = 255;

type Attaching = Promise<Outcome<AttachResult>>;

/**
 * Attaches files of both kinds and joins the outcomes: what failed as a whole is told for each of its files, so that nothing
 * of what was taken is forgotten. Ends where their account is open no longer: nobody takes the others then. Without any
 * schema, since the preload has none.
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
    const outcome = await attachPaths(batch.map(({ path }) => path));
    if (isClosed(outcome)) return withKept(outcome.problem, result.added);
    join(outcome, names);
  }
  for (const file of pasted) {
    const fileName = file.name.slice(-longestName) || 'pasted';
    const bytes = file.size > maxPastedBytes ? tooLarge : await file.arrayBuffer().catch(() => unreadable);
    const outcome: Outcome<AttachResult> =
      bytes instanceof ArrayBuffer ? await attachBytes(fileName, new Uint8Array(bytes)) : { ok: false, problem: bytes };
    if (isClosed(outcome)) return withKept(outcome.problem, result.added);
    join(outcome, [fileName]);
  }
  return { ok: true, value: result };
}

type Failed = Extract<Outcome<AttachResult>, { ok: false }>;

const isClosed = (outcome: Outcome<AttachResult>): outcome is Failed =>
  !outcome.ok && outcome.problem.kind === 'no-open-account';

function withKept(problem: Problem, added: number): Failed {
  const kept = added === 1 ? '1 file was attached before.' : `${added} files were attached before.`;
  return { ok: false, problem: { ...problem, kept } };
}

const kept = 'The file itself was not touched.';

const tooLarge: Problem = {
  kind: 'file-unusable',
  message: `What is pasted can have at most ${maxPastedBytes / 1_000_000} MB.`,
  todo: 'Save it as a file, then choose that.',
  kept,
};

const unreadable: Problem = {
  kind: 'file-unusable',
  message: 'The file could not be read.',
  todo: 'Check that it is still there and not held by another program, then attach it again.',
  kept,
};
