const dayMs = 86_400_000;

/** How far back the portfolio reaches. */
export const historyMs = 3 * 365 * dayMs;

/** The moment that the portfolio ends before: the last midnight, so that two starts on a day give the same tickets. */
export function portfolioEndMs(nowMs: number): number {
  return Math.floor(nowMs / dayMs) * dayMs;
}

/** A time as the API writes it: UTC, `yyyy-MM-dd HH:mm:ss` (section 4). */
export function formatTime(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ');
}
