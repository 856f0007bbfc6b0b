const dayMs = 86_400_000;

/** The age of the portfolio's oldest tickets. */
export const historyMs = 3 * 365 * dayMs;

/** Returns the time before which the portfolio ends: the last midnight, so that two starts on a day give the same tickets. */
export function portfolioEndMs(nowMs: number): number {
  return Math.floor(nowMs / dayMs) * dayMs;
}

/** Formats a time as the API does: UTC, `yyyy-MM-dd HH:mm:ss` (section 4). */
export function formatTime(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ');
}
