import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright';

/** What is right is not described, which would take as long as the search. */
const options: RunOptions = { resultTypes: ['violations'] };
const coloursOnly: RunOptions = { ...options, runOnly: { type: 'rule', values: ['color-contrast'] } };

/** The rows of the list are alike, and most of the work: the first ones stand for all. */
const context = { exclude: [['[role="row"]:nth-child(n + 7)']] };

/**
 * What axe finds, in light and in dark. Only colours differ between the two, so all other rules are checked once. Leaves the
 * page in light.
 */
export async function violationsIn(page: Page): Promise<string[]> {
  const hasAxe = await page.evaluate(() => 'axe' in window);
  if (!hasAxe) await page.evaluate(axe.source);
  const found = await violationsNow(page, options);
  await changeScheme(page, 'dark');
  found.push(...(await violationsNow(page, coloursOnly)));
  await changeScheme(page, 'light');
  return found;
}

/** Mantine's colours follow those of our style sheets a moment later, and half of each have too little contrast. */
async function changeScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
}

/** What axe finds on the screen when nothing moves any more: what fades has another contrast while it does. */
async function violationsNow(page: Page, runOptions: RunOptions): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await page.evaluate(
    ([where, how]) => (window as unknown as { axe: typeof axe }).axe.run(where, how),
    [context, runOptions] as const,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
