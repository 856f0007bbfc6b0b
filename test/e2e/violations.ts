import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

type RunOptions = Parameters<AxeBuilder['options']>[0];

/** What is right is not described, which would take as long as the search. */
const options: RunOptions = { resultTypes: ['violations'] };
const coloursOnly: RunOptions = { ...options, runOnly: { type: 'rule', values: ['color-contrast'] } };

/**
 * What axe finds, in light and in dark. Only colours differ between the two, so all other rules are checked once. Leaves the
 * page in light.
 */
export async function violationsIn(page: Page): Promise<string[]> {
  const found = await violationsNow(page, options);
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await violationsNow(page, coloursOnly)));
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** What axe finds on the screen when nothing moves any more: what fades has another contrast while it does. */
async function violationsNow(page: Page, runOptions: RunOptions): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  // The rows of the list are alike, and most of the work: the first ones stand for all.
  const axe = new AxeBuilder({ page }).exclude('[role="row"]:nth-child(n + 7)').options(runOptions);
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
