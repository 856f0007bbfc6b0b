import type { Page } from 'playwright';
import { chooseFilter, parts } from '../desktop/parts.ts';
import { offlineSteps, onlineSteps } from './life-of-a-ticket.ts';
import { type Step, titleOf } from './step.ts';

/** All steps: the main job, from the first start to reading offline, and the whole life of a ticket. */
export const steps: readonly Step[] = [
  {
    name: 'Start',
    picture: 'start',
    async take(page) {
      await page.getByRole('button', { name: 'Try the demo' }).waitFor();
      return 'the sign-in form is on the screen';
    },
  },
  {
    name: 'Sign in',
    picture: 'signed-in',
    async take(page) {
      await page.getByRole('button', { name: 'Try the demo' }).click();
      await parts(page).rows.first().waitFor();
      return `the first tickets are on the screen (${await statusOf(page)})`;
    },
  },
  {
    name: 'First sync',
    picture: 'inbox',
    async take(page) {
      await parts(page)
        .status.filter({ hasText: /\d tickets · confirmed/ })
        .waitFor();
      return await statusOf(page);
    },
  },
  {
    name: 'Search',
    picture: 'search',
    async take(page) {
      const { search } = parts(page);
      await search.fill('cooling');
      const count = page.locator('output').filter({ hasText: / of [\d,]+ tickets/ });
      await count.waitFor();
      return `“cooling” finds ${await count.textContent()}`;
    },
  },
  {
    name: 'Open a ticket',
    picture: 'ticket',
    async take(page) {
      const { search, ticket } = parts(page);
      await search.press('Enter');
      await page.keyboard.press('Enter');
      await ticket.getByRole('heading', { name: 'Description' }).waitFor();
      await ticket.getByText(/Fetched/).waitFor();
      return await titleOf(page);
    },
  },
  {
    name: 'Network gone',
    picture: 'offline',
    async take(page) {
      await page.getByRole('switch', { name: 'Demo network' }).click();
      await parts(page).status.filter({ hasText: 'Offline' }).waitFor();
      return await statusOf(page);
    },
  },
  {
    name: 'Read on',
    picture: 'reading-offline',
    async take(page) {
      const { search, ticket, grid } = parts(page);
      const count = page.locator('output');
      const paneId = ticket.locator('[data-ticket-id]');
      const idBefore = (await paneId.textContent()) ?? '';
      await search.fill('');
      await count.filter({ hasText: /^[\d,]+ tickets$/ }).waitFor(); // the count of the search has the form of the next one
      await chooseFilter(page, 'Status', 'Open');
      await count.filter({ hasText: / of [\d,]+ tickets/ }).waitFor();
      await grid.focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await paneId.filter({ hasNotText: idBefore }).waitFor(); // the previous ticket has a description too
      await ticket.getByRole('heading', { name: 'Description' }).waitFor();
      return await titleOf(page);
    },
  },
  ...offlineSteps,
  {
    name: 'Network back',
    picture: 'online-again',
    async take(page) {
      await page.getByRole('switch', { name: 'Demo network' }).click();
      await parts(page)
        .status.filter({ hasText: /^(?!.*Offline).*confirmed/ })
        .waitFor();
      return await statusOf(page);
    },
  },
  ...onlineSteps,
];

const statusOf = async (page: Page) => (await parts(page).status.textContent()) ?? '';
