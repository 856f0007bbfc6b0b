/** One line of the bench's table. */
export type Row = {
  what: string;
  /** What it is measured against, in words; `–` when a limit stands alone. */
  against: string;
  /** What is to be reached. */
  reach: string;
  /** What was measured, with its unit. */
  measured: string;
  isReached: boolean;
  /** What is in the way where it is not reached. */
  heldBackBy: string;
  /** The numbers behind it, for the JSON; times in milliseconds. */
  figures: Readonly<Record<string, number>>;
};

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export const formatMs = (ms: number): string => (ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : `${ms.toFixed(1)} ms`);

export const formatRatio = (ratio: number): string => `${ratio.toFixed(2)} ×`;
