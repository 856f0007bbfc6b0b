import type { Locator, Page } from 'playwright';
import type { DirectClient } from '../desktop/direct-client.ts';
import { parts } from '../desktop/parts.ts';

/** Returns another client of the demo service that the application has started. */
export type OtherClient = () => Promise<DirectClient>;

/** One step of the walk. */
export type Step = {
  name: string;
  picture: string;
  /** Performs it, waits until the screen shows the result, and returns a description of it. */
  take(page: Page, otherClient: OtherClient): Promise<string>;
  /** What its picture is of, if a window of another size may have moved that out of sight. */
  subject?(page: Page): Locator;
};

/** Opens the first ticket of the list with the keyboard. */
export async function openFirst(page: Page): Promise<void> {
  await parts(page).grid.press('Home');
  await page.keyboard.press('Enter');
}

/** Returns the title and the id of the open ticket. */
export async function titleOf(page: Page): Promise<string> {
  const id = await parts(page).ticket.locator('[data-ticket-id]').textContent();
  return `“${await parts(page).ticket.getByRole('heading', { level: 2 }).textContent()}”, ${id}`;
}
