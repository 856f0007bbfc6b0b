import type { Page } from 'playwright';
import type { DirectClient } from '../desktop/direct-client.ts';
import { parts } from '../desktop/parts.ts';

/** Somebody else at the demo service that the application started. */
export type SomebodyElse = () => Promise<DirectClient>;

/** One step of the walk: `take` does it, waits until it is seen to be done, and answers what was seen. */
export type Step = { name: string; picture: string; take(page: Page, somebodyElse: SomebodyElse): Promise<string> };

/** The title and the id of the ticket that is read. */
export async function titleOf(page: Page): Promise<string> {
  const id = await parts(page).ticket.locator('.pane-id').textContent();
  return `“${await parts(page).ticket.getByRole('heading', { level: 2 }).textContent()}”, ${id}`;
}
