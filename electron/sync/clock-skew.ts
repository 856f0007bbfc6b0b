/** A clock that is off by less does not mislead anybody. */
const noticeableSkewMs = 5 * 60_000;

/** Answers arrive all the time and the skew wavers by a second: only what a person would notice is told. */
const tellingMs = 60_000;

/** How far this computer's clock is ahead of the server's, as far as a person would notice; `known` is what was told before. */
export function noticedSkewMs(known: number | null, serverTimeMs: number): number | null {
  const skewMs = Date.now() - serverTimeMs;
  const noticed = Math.abs(skewMs) >= noticeableSkewMs ? skewMs : null;
  return Math.abs((noticed ?? 0) - (known ?? 0)) > tellingMs ? noticed : known;
}
