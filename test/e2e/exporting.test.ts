/* Exports by the keyboard, from the list to a file that another program reads. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { ownFolder } from '../support/folder.ts';
import { readCsvFile, readXlsx } from '../support/sheet.ts';
import { dayParts } from './day-parts.ts';
import { saveTo } from './dialogs.ts';
import { openAccount } from './open-account.ts';

it('a view becomes a CSV file and a selection an Excel file, each read again by another program', async () => {
  const { app, page, service } = await openAccount();
  const { count, selection } = dayParts(page);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const folder = await ownFolder();
  const open = service.tickets().filter(({ status }) => status === 'New' || status === 'In Progress');

  await page.keyboard.press('Control+2');
  await count(/open tickets$/).waitFor();
  await saveTo(app, join(folder, 'open.csv'));
  await page.keyboard.press('Control+Shift+e');
  await dialog.getByText(`${open.length} tickets from “Open”`).waitFor();
  await dialog.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name: 'CSV' }).press('Space');
  await dialog.getByRole('radiogroup', { name: 'Columns' }).getByRole('radio', { name: 'All' }).press('Space');
  await dialog.getByRole('button', { name: 'Export' }).press('Enter');
  await page.getByText(`${open.length} rows saved as “open.csv”.`).waitFor();
  const [heading = [], ...rows] = await readCsvFile(join(folder, 'open.csv'));
  expect(heading).toEqual(expect.arrayContaining(['ID', 'Title', 'Created (UTC)', 'Description', 'Private note']));
  expect(rows.map(([id]) => id).sort()).toEqual(open.map(({ id }) => id).sort());

  await parts(page).grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await selection.getByText('2 selected').waitFor();
  await saveTo(app, join(folder, 'chosen.xlsx'));
  await selection.getByRole('button', { name: 'Export' }).press('Enter');
  await dialog.getByText(/^2 selected tickets/).waitFor();
  await dialog.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name: 'Excel' }).press('Space');
  await dialog.getByRole('button', { name: 'Export' }).press('Enter');
  await page.getByText('2 rows saved as “chosen.xlsx”.').waitFor();
  const [sheet] = await readXlsx(join(folder, 'chosen.xlsx'));
  const [names = [], ...cells] = sheet?.data ?? [];
  expect(cells.map((row) => row[names.indexOf('ID')])).toEqual(rows.slice(0, 2).map(([id]) => id));
  expect(cells[0]?.[names.indexOf('Created (UTC)')]).toBeInstanceOf(Date);
  expect((await readdir(folder)).sort()).toEqual(['chosen.xlsx', 'open.csv']);
});
