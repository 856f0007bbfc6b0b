/* The steps with which a coordinator owes something to others: numbers, files for them, and what the next shift should know. */

import type { Page } from 'playwright';
import { parts } from '../desktop/parts.ts';
import { openFirst, type Step } from './step.ts';

/** They save files, so somebody must answer the system's dialog for that. */
export const handingOnSteps: readonly Step[] = [
  {
    name: 'Overview',
    picture: 'overview',
    async take(page) {
      await page.keyboard.press('Control+8');
      const charts = page.getByRole('main', { name: 'Overview' }).getByRole('figure');
      await charts.and(page.locator('[aria-busy=false]')).nth(8).waitFor();
      const sites = charts.filter({ hasText: 'Open tickets by site' }).getByRole('listitem');
      return `${await charts.count()} charts; the first site is ${await sites.first().getByRole('button').getAttribute('aria-label')}`;
    },
  },
  {
    name: 'Behind a bar',
    picture: 'behind-a-bar',
    async take(page) {
      const chart = page.getByRole('figure', { name: 'Open tickets by site' });
      await chart.getByRole('listitem').first().getByRole('button').press('Enter');
      const count = page.locator('output').filter({ hasText: / of [\d,]+ tickets/ });
      await count.waitFor();
      return (await count.textContent()) ?? '';
    },
  },
  exporting('Export as CSV', 'CSV', 'export-csv'),
  {
    ...exporting('Export as Excel', 'Excel', 'export-excel'),
    async take(page, otherClient) {
      await page.keyboard.press('Control+Shift+x');
      await page.keyboard.press('Control+2');
      await page
        .locator('output')
        .filter({ hasText: /^\d+ open tickets$/ })
        .waitFor();
      return await exporting('', 'Excel', '').take(page, otherClient);
    },
  },
  {
    name: 'Hand-over',
    picture: 'hand-over',
    async take(page) {
      await page.keyboard.press('Control+9');
      const screen = page.getByRole('main', { name: 'Hand-over' });
      await screen.getByRole('combobox', { name: 'Since' }).selectOption({ label: 'the last 24 hours' });
      await screen.getByRole('textbox', { name: 'In a sentence' }).focus();
      await page.keyboard.type('The door of cage 1.02 was repaired; please watch the cooling in Frankfurt.');
      await screen.getByRole('list').getByRole('listitem').first().waitFor();
      await screen.getByRole('button', { name: 'Save as PDF' }).press('Enter');
      return await notice(page, /^Saved as “.*pdf”\.$/);
    },
  },
  {
    name: 'Print a ticket',
    picture: 'printed',
    async take(page) {
      const { ticket } = parts(page);
      await page.keyboard.press('Control+1');
      await page
        .locator('output')
        .filter({ hasText: /attention$/ })
        .waitFor();
      await openFirst(page);
      await ticket.getByRole('heading', { name: 'Description' }).waitFor();
      await ticket.getByText(/Fetched/).waitFor();
      await page.keyboard.press('Control+Shift+p');
      return await notice(page, /^Saved as [^“].*pdf\.$/);
    },
  },
];

/** Exports what the list shows, with all columns. */
function exporting(name: string, format: 'CSV' | 'Excel', picture: string): Step {
  return {
    name,
    picture,
    async take(page) {
      await page.keyboard.press('Control+Shift+e');
      const dialog = page.getByRole('dialog', { name: 'Export' });
      await dialog.getByText(/as of/).first().waitFor();
      await dialog.getByRole('radio', { name: format }).press('Space');
      await dialog.getByRole('radio', { name: 'All' }).press('Space');
      await dialog.getByRole('button', { name: 'Export' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      return await notice(page, format === 'CSV' ? /saved as “.*\.csv”/ : /saved as “.*\.xlsx”/);
    },
  };
}

/** Returns what the window says once something is done. */
async function notice(page: Page, words: RegExp): Promise<string> {
  const said = page.getByText(words).first();
  await said.waitFor();
  return (await said.textContent()) ?? '';
}
