/*
 * Attaches the files that were dropped on the page or pasted into it. Part of the preload.
 */

import type { AttachedFiles, AttachResult } from './contract/attachment.ts';
import type { Outcome } from './contract/calls.ts';
import type { Problem } from './contract/problem.ts';
import { longestFileName, maxPastedBytes } from './contract/specification.ts';

/** A file of the page that is on a disk. */
export type DroppedFile = { path: string; fileName: string };

/** The most paths that one call accepts. */
const maxPathsPerCall = 100;

type Attaching = Promise<Outcome<AttachResult>>;
type Attached = { ok: true; value: AttachedFiles };

/**
 * Attaches files from the disk by their paths and pasted ones by their bytes, and joins the outcomes. A failed call counts as
 * a problem of each of its files, so that the files of other calls are still reported as attached. When the account is no
 * longer open, the rest is given up. The preload runs this without zod, so it validates nothing, and without words: the page
 * puts in the sentences of the problems that are found here.
 */
export async function attachAll(
  onDisk: readonly DroppedFile[],
  pasted: readonly File[],
  attachPaths: (paths: string[]) => Attaching,
  attachBytes: (fileName: string, bytes: Uint8Array) => Attaching,
): Promise<Attached> {
  const result: AttachedFiles = { added: 0, refused: [] };
  const stoppedBy = (stopped: Problem): Attached => ({ ok: true, value: { ...result, stopped } });
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
    if (isAccountClosed(outcome)) return stoppedBy(outcome.problem);
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
    if (isAccountClosed(outcome)) return stoppedBy(outcome.problem);
    join(outcome, [fileName]);
  }
  return { ok: true, value: result };
}

type Failed = Extract<Outcome<AttachResult>, { ok: false }>;

const isAccountClosed = (outcome: Outcome<AttachResult>): outcome is Failed =>
  !outcome.ok && outcome.problem.kind === 'no-open-account';

const withoutSentences = { message: '', todo: '', kept: '' };
const tooLarge: Problem = { kind: 'paste-too-large', ...withoutSentences };
const unreadable: Problem = { kind: 'file-unreadable', ...withoutSentences };
