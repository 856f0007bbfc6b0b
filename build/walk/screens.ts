import type { Locator, Page } from 'playwright';
import { chooseFilter, parts } from '../desktop/parts.ts';
import { openFirst, type Step } from './step.ts';

/** Screens that the walk does not come to, for the pictures: each is opened over the list and closed by the next. */
export const screens: readonly Step[] = [
  {
    name: 'Filters',
    picture: 'filters',
    async take(page) {
      await showList(page);
      await chooseFilter(page, 'Status', 'In Progress');
      await page.getByRole('combobox', { name: 'Site', exact: true }).press('Enter');
      await page.getByRole('listbox', { name: 'Values for Site' }).waitFor();
      return 'a filter is set, and another is open';
    },
  },
  {
    name: 'Selection',
    picture: 'selection',
    async take(page) {
      await page.keyboard.press('Escape');
      await parts(page).grid.focus();
      await page.keyboard.press('Control+a');
      const selected = page.getByRole('toolbar', { name: 'Selection' }).getByText(/selected$/);
      await selected.waitFor();
      return (await selected.textContent()) ?? '';
    },
  },
  {
    name: 'Left out',
    picture: 'left-out',
    async take(page) {
      await page.keyboard.press('Escape');
      await showList(page);
      await page.keyboard.press('Control+a');
      await page.getByRole('toolbar', { name: 'Selection' }).waitFor();
      await page.keyboard.press('c');
      const leftOut = page.getByRole('dialog', { name: 'Comment on tickets' }).getByText(/will be left out$/);
      await leftOut.waitFor();
      return (await leftOut.textContent()) ?? '';
    },
  },
  {
    name: 'Row menu',
    picture: 'row-menu',
    async take(page) {
      await page.keyboard.press('Escape'); // the dialog
      await parts(page).grid.focus();
      await page.keyboard.press('Escape'); // the selection
      await parts(page)
        .rows.nth(1)
        .click({ button: 'right', position: { x: 200, y: 10 } }); // in sight in a small window, too
      const menu = page.getByRole('menu', { name: 'Ticket' });
      await menu.getByRole('menuitem', { name: 'Snooze' }).press('ArrowRight');
      await page.getByRole('menuitem', { name: 'Choose a date…' }).waitFor();
      return 'the menu of a row is open, and in it that of a snooze';
    },
  },
  {
    name: 'Snooze until',
    picture: 'snooze-until',
    async take(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await showList(page);
      await page.keyboard.press('h');
      await page.getByRole('dialog', { name: 'Snooze until' }).waitFor();
      return 'it asks until when';
    },
  },
  {
    name: 'Dates',
    picture: 'dates',
    async take(page) {
      await page.keyboard.press('Escape');
      await showList(page);
      await page.getByRole('button', { name: 'Dates', exact: true }).press('Enter');
      await page.getByRole('combobox', { name: 'Created', exact: true }).selectOption({ label: 'From – to…' });
      return 'a span of days is asked for';
    },
  },
  {
    name: 'Views in a narrow window',
    picture: 'views-menu',
    async take(page) {
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 720, height: 480 });
      await page.getByRole('button', { name: /^Views: / }).press('Enter');
      await page.getByRole('navigation', { name: 'Views' }).waitFor();
      return 'the views are open';
    },
  },
  dialog('palette', 'Commands', 'Control+k', 'cage'),
  dialog('save-view', 'Save view', 'Control+Shift+s', 'Under way in Frankfurt'),
  dialog('settings', 'Settings', 'Control+,'),
  {
    name: 'The end of the settings',
    picture: 'settings-end',
    async take(page) {
      const last = page.getByRole('dialog', { name: 'Settings' }).getByRole('button').last();
      await last.focus();
      await last.scrollIntoViewIfNeeded();
      return 'the last button is in sight';
    },
  },
  dialogOfCommand('columns', 'Columns'),
  dialogOfCommand('site-notes', 'Site notes'),
  dialogOfCommand('comment-texts', 'Comment texts'),
  {
    name: 'Keyboard shortcuts',
    picture: 'keys',
    async take(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
      return 'the keys are listed';
    },
  },
  {
    name: 'Overview',
    picture: 'overview',
    async take(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+8');
      const charts = page.getByRole('main', { name: 'Overview' }).getByRole('figure');
      await charts.and(page.locator('[aria-busy=false]')).nth(8).waitFor();
      return 'all charts are drawn';
    },
  },
  {
    name: 'Weeks',
    picture: 'overview-weeks',
    subject: weeksOf,
    async take(page) {
      await weeksOf(page).waitFor();
      return 'the chart of the weeks is in sight';
    },
  },
  {
    name: 'A chart as a table',
    picture: 'overview-table',
    subject: weeksOf,
    async take(page) {
      const chart = weeksOf(page);
      await chart.getByRole('button', { name: 'Show as table' }).click();
      await chart.getByRole('table').waitFor();
      return 'the table stands in its place';
    },
  },
  {
    name: 'Hand-over',
    picture: 'hand-over',
    async take(page) {
      await page.keyboard.press('Control+9');
      await page.getByRole('main', { name: 'Hand-over' }).getByRole('listitem').first().waitFor();
      return 'the page is made';
    },
  },
  {
    name: 'Maintenance dates',
    picture: 'maintenance-dates',
    subject: datesOf,
    async take(page) {
      await page.keyboard.press('Control+7');
      await openFirst(page);
      const button = parts(page).ticket.getByRole('button', { name: 'Give maintenance dates' });
      const fields = datesOf(page);
      await button.or(fields).waitFor(); // a ticket that speaks of maintenance has the fields already
      if (await button.isVisible()) await button.click();
      await fields.waitFor();
      return 'the fields are open';
    },
  },
  {
    name: 'A form with errors',
    picture: 'form-errors',
    async take(page) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'New ticket' }).click();
      const form = page.getByRole('region', { name: 'New ticket' });
      await form.getByLabel('Title').fill(`${'اختبار التبريد في القاعة '.repeat(4)}${'x'.repeat(200)}`);
      await page.keyboard.press('Control+Enter');
      await form
        .getByText(/at most/)
        .first()
        .waitFor();
      return 'what is missing is said';
    },
  },
  {
    name: 'Repeat',
    picture: 'repeat',
    async take(page) {
      const form = page.getByRole('region', { name: 'New ticket' });
      await form.getByRole('button', { name: 'Templates' }).click();
      const templates = page.getByRole('dialog', { name: 'Templates' });
      await templates.getByLabel('Template name').fill('Monthly walk through every cage with a very long name');
      await page.keyboard.press('Enter');
      await templates
        .getByRole('button', { name: /^Repeat/ })
        .first()
        .click();
      await page.getByRole('dialog', { name: 'Repeat' }).waitFor();
      return 'the rhythm is asked for';
    },
  },
];

function weeksOf(page: Page): Locator {
  return page.getByRole('figure', { name: 'Created and closed by week' });
}

function datesOf(page: Page): Locator {
  return parts(page).ticket.getByRole('region', { name: 'Maintenance dates' });
}

/** Shows all tickets, and none in the pane, which covers the list in a narrow window. */
async function showList(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+7');
  const { grid, ticket } = parts(page);
  await grid.focus();
  await page.keyboard.press('Escape');
  await ticket.waitFor({ state: 'detached' });
}

/** A dialog that a key opens. @param typed what is typed into it */
function dialog(picture: string, name: string, key: string, typed = ''): Step {
  return {
    name,
    picture,
    async take(page) {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      await page.keyboard.type(typed);
      return 'the dialog is open';
    },
  };
}

/** A dialog that the palette opens. */
function dialogOfCommand(picture: string, name: string): Step {
  return {
    name,
    picture,
    async take(page) {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name }).waitFor();
      return 'the dialog is open';
    },
  };
}
