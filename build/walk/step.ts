import type { Page } from 'playwright';
import type { DirectClient } from '../desktop/direct-client.ts';

/** Somebody else at the demo service that the application started. */
export type SomebodyElse = () => Promise<DirectClient>;

/** One step of the walk: `take` does it, waits until it is seen to be done, and answers what was seen. */
export type Step = { name: string; picture: string; take(page: Page, somebodyElse: SomebodyElse): Promise<string> };
