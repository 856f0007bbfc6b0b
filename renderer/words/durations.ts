/* How long something has lasted or will take. */

import { words } from './words.ts';

type Unit = 'seconds' | 'minutes' | 'hours';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long something has lasted, in the largest unit of which there are two: `25 min`, `5 h`, `3 d`. */
export function formatAge(durationMs: number): string {
  if (durationMs < 2 * hourMs)
    return words.time.brief.minutes({ count: Math.max(0, Math.floor(durationMs / minuteMs)) });
  if (durationMs < 2 * dayMs) return words.time.brief.hours({ count: Math.floor(durationMs / hourMs) });
  return words.time.brief.days({ count: Math.floor(durationMs / dayMs) });
}

/** A duration as people estimate it: coarser the longer it is, so that an estimate that changes does not flicker. */
function estimateOf(durationMs: number): { count: number; unit: Unit } {
  const seconds = durationMs / 1_000;
  if (seconds < 20) return { count: Math.max(1, Math.round(seconds)), unit: 'seconds' };
  if (seconds < 90) return { count: 5 * Math.round(seconds / 5), unit: 'seconds' };
  if (seconds < 5_400) return { count: Math.round(seconds / 60), unit: 'minutes' };
  return { count: Math.round(seconds / 3_600), unit: 'hours' };
}

/** `12 s`, `45 s`, `3 min`, `2 h`. */
export function formatDuration(durationMs: number): string {
  const { count, unit } = estimateOf(durationMs);
  return words.time.brief[unit]({ count });
}

/** The same for a screen reader: `12 seconds`, `3 minutes`. */
export function spokenDuration(durationMs: number): string {
  const { count, unit } = estimateOf(durationMs);
  return words.time.spoken[unit]({ count });
}
