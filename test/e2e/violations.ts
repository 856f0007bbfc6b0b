import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/**
 * What axe finds, in light and in dark. Only colours differ between the two, so all other rules are checked once. Leaves the
 * page in light.
 */
export async function violationsIn(page: Page): Promise<string[]> {
  const found = await violationsNow(page, new AxeBuilder({ page }));
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await violationsNow(page, new AxeBuilder({ page }).withRules('color-contrast'))));
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** What axe finds on the screen when nothing moves any more: what fades has another contrast while it does. */
async function violationsNow(page: Page, axe: AxeBuilder): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
