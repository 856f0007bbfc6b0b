import type { Page } from 'playwright';

/** One step of the walk: `take` does it, waits until it is seen to be done, and answers what was seen. */
export type Step = { name: string; picture: string; take(page: Page): Promise<string> };
