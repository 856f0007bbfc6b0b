/*
 * Attaches the files that were dropped on the page or pasted into it. Part of the preload.
 */

import type { AttachResult } from './contract/attachment.ts';
import type { Outcome } from './contract/calls.ts';
import type { Problem } from './contract/problem.ts';
import { longestFileName, maxPastedBytes } from './contract/specification.ts';

/** A file of the page that is on a disk. */
export type DroppedFile = { path: string; fileName: string };

/** The most paths that one call accepts. */
const maxPathsPerCall = 100;

type Attaching = Promise<Outcome<AttachResult>>;

/**
 * Attaches files from the disk by their paths and pasted ones by their bytes, and joins the outcomes. A failed call counts as
 * a problem of each of its files, so that the files of other calls are still reported as attached. When the account is no
 * longer open, the rest is given up. The preload runs this without zod, so it validates nothing.
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
  for (let first = 0; first < onDisk.length; first += maxPathsPerCall) {
    const batch = onDisk.slice(first, first + maxPathsPerCall);
    const outcome = await attachPaths(batch.map(({ path }) => path));
    if (isAccountClosed(outcome)) return withAttached(outcome.problem, result.added);
    join(
      outcome,
      batch.map(({ fileName }) => fileName),
    );
  }
  for (const file of pasted) {
    const fileName = file.name.slice(-longestFileName) || 'pasted';
    const bytes = file.size > maxPastedBytes ? tooLarge : await file.arrayBuffer().catch(() => unreadable);
    const outcome: Outcome<AttachResult> =
      bytes instanceof ArrayBuffer ? await attachBytes(fileName, new Uint8Array(bytes)) : { ok: false, problem: bytes };
    if (isAccountClosed(outcome)) return withAttached(outcome.problem, result.added);
    join(outcome, [fileName]);
  }
  return { ok: true, value: result };
}

type Failed = Extract<Outcome<AttachResult>, { ok: false }>;

const isAccountClosed = (outcome: Outcome<AttachResult>): outcome is Failed =>
  !outcome.ok && outcome.problem.kind === 'no-open-account';

function withAttached(problem: Problem, added: number): Failed {
  const kept = added === 1 ? '1 file was attached before.' : `${added} files were attached before.`;
  return { ok: false, problem: { ...problem, kept } };
}

const kept = 'The file itself was not changed.';

const tooLarge: Problem = {
  kind: 'file-unusable',
  message: `You can paste up to ${maxPastedBytes / 1_000_000} MB.`,
  todo: 'Save it as a file, then attach the file.',
  kept,
};

const unreadable: Problem = {
  kind: 'file-unusable',
  message: 'The file could not be read.',
  todo: 'Check that it still exists and that no other program is using it, then attach it again.',
  kept,
};
