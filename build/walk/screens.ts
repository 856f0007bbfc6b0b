import { chooseFilter, parts } from '../desktop/parts.ts';
import type { Step } from './step.ts';

/** Screens that the walk does not come to, for the pictures: each is opened over the list and closed by the next. */
export const screens: readonly Step[] = [
  {
    name: 'Filters',
    picture: 'filters',
    async take(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+7');
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
  dialog('palette', 'Commands', 'Control+k', 'cage'),
  dialog('save-view', 'Save view', 'Control+Shift+s', 'Under way in Frankfurt'),
  dialog('settings', 'Settings', 'Control+,'),
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
];

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
