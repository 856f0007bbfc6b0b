import type { DemoOptions } from './options.ts';

/**
 * The options with which the service answers as the vendor's server was seen to do (companion page "As observed"): slowly,
 * in four forms, with lag and odd rows. What was not seen is left as it is: the totals are right, and no row is doubled.
 * @param speed the share of the observed times, also of the lag; 0.01 keeps tests quick
 */
export const asObserved = (speed = 1): Partial<DemoOptions> => ({
  observedSpeed: speed,
  pageCap: 1_000, // the largest size that the vendor's own test cases name
  reusesTokenUntilS: 5,
  errorForm: 'mixed',
  emptyListForm: 'mixed',
  hasFeed: true,
  hasOddRows: true,
  commentDelayMs: 5_000 * speed,
  ticketDelayMs: 5_000 * speed,
});
