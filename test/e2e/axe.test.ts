import { expect, it, onTestFinished } from 'vitest';
import { filterOptions, parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';
import { answer, dayParts, runCommand } from './day-parts.ts';
import { formParts, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';
import { violationsIn } from './violations.ts';

it('axe finds what is planted: a picture without words, and text that is too faint in the dark', async () => {
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  await page.evaluate(() => {
    const text = Object.assign(document.createElement('p'), { textContent: 'Faint in the dark' });
    text.style.color = '#333';
    document.querySelector('main')?.append(document.createElement('img'), text);
  });
  const rules = (await violationsIn(page)).map((found) => found.split(':')[0]);
  expect(new Set(rules)).toEqual(new Set(['image-alt', 'color-contrast']));
});

it('axe finds nothing on any screen', async () => {
  const service = await startDemoService({ ticketCount: 400 });
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const { page, close } = await startApp(folder, await ownKeyring());
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const { rows, search, status, syncNow, ticket } = parts(page);
  const look = async (screen: string) => expect(await violationsIn(page), screen).toEqual([]);

  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  await look('first start');
  await signIn(page, service.baseUrl, { clientId: 'demo-client', clientSecret: 'wrong' });
  await page.getByRole('alert').waitFor();
  await look('sign-in with a problem');
  await signIn(page, service.baseUrl, demoCredentials);
  await page.getByRole('heading', { name: 'Choose an account' }).waitFor();
  await look('choice of accounts');
  await page.getByRole('button', { name: /Meridian Payments Europe/ }).click();
  await waitForFirstSync(page, 400);
  await look('inbox');
  await search.fill('nothing is called like this');
  await page.getByText('No tickets match').waitFor();
  await look('nothing found');
  await search.fill('');
  await page.getByRole('combobox', { name: 'Site', exact: true }).click();
  await filterOptions(page, 'Site').first().click();
  await page.getByRole('button', { name: /^Remove filter: Site: / }).waitFor();
  await look('a filter that is open');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Dates' }).click();
  await page.getByLabel('Created', { exact: true }).selectOption('From – to…');
  await look('dates');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'View name' }).fill('One site');
  await look('saving a view');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Actions for the view One site' }).click();
  await look('menu of a view');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fold views' }).click();
  await look('views folded');
  await page.getByRole('button', { name: 'Unfold views' }).click();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await rows.first().click();
  await ticket.getByRole('heading', { name: 'Description' }).waitFor();
  await look('ticket');
  await search.fill('a e i o');
  await ticket.locator('h2 mark').first().waitFor();
  await page.locator('[role=row] mark').first().waitFor();
  await look('what was searched for is marked');
  await search.fill('');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  await look('settings');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  await look('account menu');
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('dialog').waitFor();
  await look('signing out');
  await page.keyboard.press('Escape');
  service.set({ faults: [{ kind: 'unauthorized' }] });
  await syncNow.click();
  await page.getByRole('button', { name: 'Sign in again' }).waitFor();
  await look('a refused sign-in');
  service.set({ faults: [] });
  await service.setConnected(false);
  await syncNow.click();
  await status.filter({ hasText: 'Offline' }).waitFor();
  await look('offline');
  await page.setViewportSize({ width: 720, height: 480 });
  await look('narrow window');
  await close();

  if (process.platform !== 'linux') return; // elsewhere there is always a keychain
  const { page: secondPage } = await startApp(folder, await ownKeyring('missing'));
  await secondPage.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await secondPage.getByRole('alert').waitFor();
  expect(await violationsIn(secondPage), 'an account that cannot be opened').toEqual([]);
});

it('axe finds nothing on the forms and in the outbox', async () => {
  const { app, page, service } = await openAccount();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const { newTicket, edit, changes, comments } = formParts(page);
  const { status, syncNow } = parts(page);
  const look = async (screen: string) => expect(await violationsIn(page), screen).toEqual([]);
  const wanted = openTicketOf(service);

  await page.keyboard.press('n');
  await newTicket.waitFor();
  await look('new ticket');
  await newTicket.getByLabel('Site').selectOption('AMS017');
  await newTicket.getByLabel('Title').fill('x'.repeat(170));
  await newTicket.getByLabel('Notification recipients').fill('noc@meridian.example, nobody');
  await page.keyboard.press('Control+Enter');
  await newTicket.getByText('The title can have at most 160 characters.').waitFor();
  await look('new ticket with errors');
  await newTicket.getByLabel('Location').click();
  await page.getByRole('listbox', { name: 'Rooms, cages and racks' }).waitFor();
  await look('locations');
  await page.keyboard.press('Escape');
  await newTicket.getByRole('button', { name: 'Templates' }).click();
  await page.getByRole('dialog', { name: 'Templates' }).getByLabel('Template name').fill('Monthly');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Use the template Monthly' }).waitFor();
  await look('templates');
  await page.keyboard.press('Escape');
  await newTicket.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await look('undo');

  await openByKeyboard(page, wanted.id);
  await page.getByRole('button', { name: 'Cancel ticket' }).click();
  await page.getByRole('dialog', { name: 'Cancel ticket' }).waitFor();
  await look('cancelling');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await edit.waitFor();
  await edit.getByLabel('Title').fill('My title');
  wanted.title = 'Their title';
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Outbox (1)' }).click();
  await changes.filter({ hasText: 'Refused' }).waitFor();
  await look('outbox');
  await changes.getByRole('button', { name: 'Edit' }).click();
  await edit.getByText('Their title').waitFor();
  await look('conflict');
  await page.keyboard.press('Escape');

  await service.setConnected(false);
  await syncNow.click();
  await status.filter({ hasText: 'Offline' }).waitFor();
  await page.getByRole('textbox', { name: 'Comment' }).fill('Our engineer is on site.');
  await page.keyboard.press('Control+Enter');
  await comments.filter({ hasText: 'Not confirmed yet' }).waitFor();
  await look('a ticket with what is not confirmed');
  await page.setViewportSize({ width: 720, height: 480 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await newTicket.waitFor();
  await look('new ticket, narrow');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await look('outbox, narrow');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await page.getByRole('dialog', { name: 'Some changes are not sent yet' }).waitFor();
  await look('closing');
  await Promise.allSettled([app.waitForEvent('close'), page.getByRole('button', { name: 'Quit' }).click()]);
});

it('axe finds nothing on the screens of a coordinator’s day', async () => {
  const { page, service } = await openAccount();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const { count, changes, selection, view } = dayParts(page);
  const { grid, ticket } = parts(page);
  const look = async (screen: string) => expect(await violationsIn(page), screen).toEqual([]);
  const wanted = openTicketOf(service);
  answer(service, wanted, 'The part has arrived.');
  service.changeTicket(wanted.id, { title: 'Their new title' });
  await page.keyboard.press('F5');
  await view('Unread').filter({ hasText: '1' }).waitFor();
  await page.keyboard.press('Control+1');
  await grid.locator('[data-reason="answered"]').waitFor();
  await look('needs attention, with an unread ticket');
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await changes.first().waitFor();
  await look('what changed');
  await ticket.getByRole('button', { name: 'Snooze' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Tomorrow' }).waitFor();
  await look('menu of snoozes');
  await page.getByRole('menuitem', { name: 'Choose a date…' }).press('Enter');
  await page.getByRole('dialog', { name: 'Snooze until' }).waitFor();
  await look('a date to snooze until');
  await page.keyboard.press('Enter');
  await ticket
    .getByRole('note')
    .getByText(/^Snoozed until/)
    .waitFor();
  await look('a snoozed ticket, and undo');

  await page.keyboard.press('Control+2');
  await count(/open tickets$/).waitFor();
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await selection.getByText('2 selected').waitFor();
  await look('selection');
  for (const [button, name] of [
    ['Cancel tickets', 'Cancel tickets'],
    ['Add recipient', 'Add a recipient'],
    ['Comment', 'Comment on tickets'],
  ] as const) {
    await selection.getByRole('button', { name: button }).press('Enter');
    await page.getByRole('dialog', { name }).waitFor();
    await look(name);
    if (button !== 'Comment') await page.keyboard.press('Escape');
  }
  await service.setConnected(false); // so that the changes stay in the outbox
  await page.keyboard.type('On our way.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+o');
  await page.getByRole('button', { name: 'Show 2 changes' }).press('Enter');
  await look('a group in the outbox');

  await page.keyboard.press('Control+7');
  for (const [command, name] of [
    ['columns', 'Columns'],
    ['site notes', 'Site notes'],
    ['comment texts', 'Comment texts'],
    ['keyboard shortcuts', 'Keyboard shortcuts'],
  ] as const) {
    await runCommand(page, command);
    await page.getByRole('dialog', { name }).waitFor();
    await look(name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});

it('axe finds nothing on what is handed on to others, and in the viewer', async () => {
  const { page, service } = await openAccount();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const { newTicket } = formParts(page);
  const look = async (screen: string) => expect(await violationsIn(page), screen).toEqual([]);
  const overview = page.getByRole('main', { name: 'Overview' });
  await page.keyboard.press('Control+8');
  await overview.getByRole('figure').and(page.locator('[aria-busy=false]')).nth(8).waitFor();
  await look('overview');
  for (const button of await overview.getByRole('button', { name: 'Show as table' }).all()) await button.press('Enter');
  await look('overview as tables');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+e');
  await page.getByRole('dialog', { name: 'Export' }).getByText(/as of/).first().waitFor();
  await page.getByRole('radio', { name: 'CSV' }).press('Space');
  await look('export');
  await page.keyboard.press('Escape');

  const wanted = openTicketOf(service);
  answer(service, wanted, 'The part has arrived.');
  await page.keyboard.press('F5');
  await dayParts(page).view('Unread').filter({ hasText: '1' }).waitFor();
  await page.keyboard.press('Control+9');
  const handover = page.getByRole('main', { name: 'Hand-over' });
  await handover.getByText('The part has arrived.').first().waitFor();
  await look('hand-over');
  await handover.getByRole('button', { name: 'Copy' }).press('Enter');
  await handover.getByRole('list', { name: 'Handed over before' }).getByRole('button').first().press('Enter');
  await page.getByRole('dialog', { name: /^Hand-over of/ }).waitFor();
  await look('a hand-over that was kept');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await openByKeyboard(page, wanted.id);
  await page.getByRole('button', { name: 'Print or save as PDF' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Save as PDF' }).waitFor();
  await look('menu of paper');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await newTicket.getByLabel('Title').fill('Look at the cage');
  await newTicket.getByRole('button', { name: 'Templates' }).press('Enter');
  await page.getByRole('dialog', { name: 'Templates' }).getByLabel('Template name').fill('Cage check');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Repeat Cage check' }).press('Enter');
  const repeat = page.getByRole('dialog', { name: 'Repeat' });
  await repeat.getByRole('listitem').nth(2).waitFor();
  await look('a rhythm by months');
  await repeat.getByLabel('Unit').selectOption('week');
  await look('a rhythm by weeks');
});
