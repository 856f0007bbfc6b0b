import type { Page } from 'playwright';
import { parts } from '../desktop/parts.ts';
import { openFirst, type Step, titleOf } from './step.ts';

/** How many tickets the operator answers in the first moments of the demo. */
const answers = 4;

/** The steps of a morning, with the keyboard alone: what needs the user, what changed, six tickets answered at once, a snooze. */
export const morningSteps: readonly Step[] = [
  {
    name: 'What needs me',
    picture: 'needs-attention',
    async take(page) {
      const { grid, rows } = parts(page);
      await page.keyboard.press('Control+1');
      await grid
        .locator('[data-reason="answered"]')
        .nth(answers - 1)
        .waitFor();
      const count = (await page.locator('output').textContent()) ?? '';
      const view = page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Needs attention/ });
      await view.filter({ hasText: Number.parseInt(count, 10).toString() }).waitFor();
      return `${count}, first: ${await rows.first().locator('[data-reason]').first().textContent()}`;
    },
  },
  {
    name: 'What changed',
    picture: 'what-changed',
    async take(page) {
      const { ticket } = parts(page);
      await openFirst(page);
      await ticket.getByRole('heading', { name: 'What changed' }).waitFor();
      const fresh = ticket.getByRole('list', { name: 'New since you last looked' }).getByRole('listitem');
      return `${await titleOf(page)}: ${await fresh.first().locator('p').first().textContent()}`;
    },
  },
  {
    name: 'Six at once',
    picture: 'six-at-once',
    async take(page) {
      await page.keyboard.press('Control+2');
      await selectSix(page);
      await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Comment' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Comment on tickets' });
      await page.keyboard.type('Our engineer is on site from 13:00. Please call before you begin.');
      const preview = dialog.getByText(/tickets will be changed/);
      await preview.waitFor();
      return (await preview.textContent()) ?? '';
    },
  },
  {
    name: 'Confirmed',
    picture: 'six-confirmed',
    async take(page) {
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+Shift+O');
      const sent = page.getByRole('list', { name: 'Sent' }).getByRole('listitem');
      await sent.nth(5).waitFor();
      await page.getByRole('button', { name: 'Outbox', exact: true }).waitFor();
      return `the outbox is empty, and ${await sent.count()} comments are in the log`;
    },
  },
  {
    name: 'Snooze',
    picture: 'snoozed',
    async take(page) {
      const { grid, rows } = parts(page);
      const count = page.locator('output');
      await page.keyboard.press('Control+1');
      await count.filter({ hasText: /attention$/ }).waitFor();
      await grid.focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('h');
      await page.getByRole('dialog', { name: 'Snooze until' }).getByRole('button', { name: 'Tomorrow' }).press('Enter');
      await page.getByText(/^1 ticket snoozed until/).waitFor();
      await page.keyboard.press('Control+5');
      await count.filter({ hasText: '1 snoozed ticket' }).waitFor();
      const snoozed =
        (await rows
          .first()
          .getByText(/^Snoozed until/)
          .textContent()) ?? '';
      await page.keyboard.press('Control+7');
      await count.filter({ hasText: /^[\d,]+ tickets$/ }).waitFor();
      return snoozed;
    },
  },
];

/** Selects the first six tickets of the list, once it is that of the open ones. */
async function selectSix(page: Page): Promise<void> {
  await page
    .locator('output')
    .filter({ hasText: /open tickets$/ })
    .waitFor();
  await parts(page).grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  for (let more = 1; more < 6; more++) await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('toolbar', { name: 'Selection' }).getByText('6 selected').waitFor();
}
