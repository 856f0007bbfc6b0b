/** One line of the bench's table. */
export type Row = {
  what: string;
  /** The comparison, in words; `–` if there is only a limit. */
  against: string;
  /** The target, in words. */
  target: string;
  /** The result with its unit. */
  measured: string;
  isMet: boolean;
  /** The reason given where the target is not met. */
  obstacle: string;
  /** The numbers for the JSON report; times in milliseconds. */
  figures: Readonly<Record<string, number>>;
};

/** Returns the sample below which a share (0 to 1) of all samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export const formatMs = (ms: number): string => (ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : `${ms.toFixed(1)} ms`);

export const formatRatio = (ratio: number): string => `${ratio.toFixed(2)} ×`;
