import { expect, it } from 'vitest';
import { chooseFilter, parts } from '../../build/desktop/parts.ts';
import { startApp } from './app.ts';
import { formParts, goOffline, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

/*
 * Each form in the real application, with the keyboard alone: no step of these tests uses the mouse, but for a click that
 * has to open nothing.
 */

it('a new ticket: left and taken up again, corrected where it is wrong, created once', async () => {
  const { page, service } = await openAccount();
  const { grid, ticket } = parts(page);
  const { newTicket } = formParts(page);
  const before = service.tickets().length;

  await grid.focus();
  await page.keyboard.press('n');
  await newTicket.waitFor();
  await page.keyboard.type('Door of cage 1.02 does not close');
  await newTicket.getByLabel('Location').click(); // without a site no list opens that the next key would have to close
  await page.keyboard.press('Escape');
  await newTicket.waitFor({ state: 'hidden' });
  await page.keyboard.press('n');
  expect(await newTicket.getByLabel('Title').inputValue()).toBe('Door of cage 1.02 does not close');

  await page.keyboard.press('Control+Enter');
  await newTicket.getByText('The site is required.').waitFor();
  expect(await newTicket.getByLabel('Site').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('AMS');
  await page.keyboard.press('Tab');
  await page.keyboard.type('cage 1.02 rack');
  await page.getByRole('listbox', { name: 'Rooms, cages and racks' }).getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await newTicket.getByLabel('Location').inputValue()).toBe('DH1 Cage 1.02 Rack 01');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Amenities');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Parking');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It stays open by 4 cm.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('noc@meridian.example, nobody');
  await page.keyboard.press('Control+Enter');
  await newTicket.getByText('“nobody” is not an email address.').waitFor();
  for (const _ of 'nobody') await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Enter');

  await ticket.getByText(/^WO\d+$/).waitFor();
  await ticket.getByRole('heading', { name: 'Door of cage 1.02 does not close' }).waitFor();
  expect(service.tickets()).toHaveLength(before + 1);
  expect(service.tickets()[0]).toMatchObject({
    title: 'Door of cage 1.02 does not close',
    site: 'AMS017',
    location: 'DH1 Cage 1.02 Rack 01',
    requestType: 'Amenities',
    category: 'Parking',
    description: 'It stays open by 4 cm.',
    notificationRecipients: 'noc@meridian.example',
  });
});

it('an edit that meets another one: both versions, and the user’s choice', async () => {
  const { page, service } = await openAccount();
  const { ticket } = parts(page);
  const { edit, outboxButton, changes } = formParts(page);
  const wanted = openTicketOf(service);

  await openByKeyboard(page, wanted.id);
  await page.keyboard.press('e');
  await edit.waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('My title');
  wanted.title = 'Their title';
  await page.keyboard.press('Control+Enter');

  await outboxButton.filter({ hasText: '(1)' }).focus();
  await page.keyboard.press('Enter');
  await changes.filter({ hasText: 'Refused' }).waitFor();
  await changes.getByRole('button', { name: 'Edit' }).focus();
  await page.keyboard.press('Enter');
  await edit.getByText('Their title').waitFor();
  await edit.getByRole('button', { name: 'Keep mine' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => wanted.title).toBe('My title');
  await ticket.getByRole('heading', { name: 'My title' }).waitFor();
  await outboxButton.and(page.getByRole('button', { name: 'Outbox', exact: true })).waitFor();
});

it('a comment and a cancellation, after which nothing can be changed, and it is said why', async () => {
  const { page, service } = await openAccount();
  const { ticket } = parts(page);
  const { comments, commentBox } = formParts(page);
  const wanted = openTicketOf(service);
  const commentsBefore = wanted.comments.length;

  await openByKeyboard(page, wanted.id);
  await page.keyboard.press('c');
  await page.keyboard.type('Our engineer is on site.');
  await page.keyboard.press('Control+Enter');
  await comments.filter({ hasText: 'Our engineer is on site.' }).waitFor();
  await expect.poll(() => wanted.comments.length).toBe(commentsBefore + 1);
  await comments.filter({ hasText: 'Not confirmed yet' }).waitFor({ state: 'detached' });
  expect(await comments.filter({ hasText: 'Our engineer is on site.' }).count()).toBe(1);
  expect(await commentBox.inputValue()).toBe('');

  await ticket.getByRole('button', { name: 'Cancel ticket' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cancel ticket' });
  expect(await dialog.getByRole('radio', { name: 'Request no longer needed' }).isChecked()).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => wanted.status).toBe('Cancelled');
  await ticket
    .getByText('This ticket is Cancelled. Only tickets that are New or In Progress can be changed.')
    .waitFor();
  for (const name of ['Edit', 'Cancel ticket', 'Add comment', 'Attach files']) {
    expect(await ticket.getByRole('button', { name }).isDisabled()).toBe(true);
  }
});

it('a ticket duplicated, kept as a template, and begun again from it', async () => {
  const { page, service } = await openAccount();
  const { ticket } = parts(page);
  const { newTicket } = formParts(page);
  const wanted = openTicketOf(service);

  await openByKeyboard(page, wanted.id);
  await ticket.getByRole('button', { name: 'Duplicate' }).focus();
  await page.keyboard.press('Enter');
  await newTicket.waitFor();
  expect(await newTicket.getByLabel('Title').inputValue()).toBe(wanted.title.trim());
  await newTicket.getByRole('button', { name: 'Templates' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Templates' });
  await dialog.getByLabel('Template name').focus();
  await page.keyboard.type('Every month');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Use the template Every month' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await newTicket.waitFor({ state: 'detached' });

  await page.keyboard.press('n');
  await newTicket.waitFor();
  expect(await newTicket.getByLabel('Title').inputValue()).toBe('');
  await newTicket.getByRole('button', { name: 'Templates' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Use the template Every month' }).focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await newTicket.getByLabel('Title').inputValue()).toBe(wanted.title.trim());
  expect(await newTicket.getByLabel('Category').inputValue()).toBe(wanted.category.trim());
});

it('without a network and through a kill: what was done waits, what was typed is there, and all of it arrives once', async () => {
  const { app, page, service, folder, keyring } = await openAccount();
  const { newTicket, commentBox } = formParts(page);
  const { grid, status, ticket } = parts(page);
  const before = service.tickets().length;
  await goOffline(page, service);

  await grid.focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Made without a network');
  await page.keyboard.press('Tab');
  await page.keyboard.type('AMS');
  await newTicket.getByLabel('Request type').focus();
  await page.keyboard.type('Amenities');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Elevator');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It is stuck.');
  await page.keyboard.press('Control+Enter');
  await ticket.getByText('Not sent yet').first().waitFor();
  await page.keyboard.press('c');
  await page.keyboard.type('Between the floors 2 and 3.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => commentBox.inputValue()).toBe('');
  await expect.poll(() => commentBox.isEditable()).toBe(true); // it is not while the outbox takes what it held
  await page.keyboard.type('Half a sent');
  await status.filter({ hasText: '2 changes to send' }).waitFor();
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const outcome = await window.desk.drafts.list();
        return outcome.ok && outcome.value.some((draft) => JSON.stringify(draft).includes('Half a sent'));
      }),
    )
    .toBe(true);
  app.process().kill('SIGKILL');
  await app.waitForEvent('close');

  const second = await startApp(folder, keyring);
  const again = parts(second.page);
  await again.status.filter({ hasText: '2 changes to send' }).waitFor();
  await again.grid.getByRole('row').filter({ hasText: 'Made without a network' }).click();
  expect(await formParts(second.page).commentBox.inputValue()).toBe('Half a sent');
  await service.setConnected(true);
  await again.syncNow.click();
  await again.ticket.getByText(/^WO\d+$/).waitFor();
  await expect
    .poll(() => service.tickets()[0]?.comments.map((comment) => comment.comment))
    .toEqual(['Between the floors 2 and 3.']);
  expect(service.tickets()).toHaveLength(before + 1);
  expect(await formParts(second.page).commentBox.inputValue()).toBe('Half a sent');
});

it('the pane keeps its ticket, and a cancellation its own, when that leaves the list', async () => {
  const { page, service } = await openAccount();
  const { grid, rows, ticket } = parts(page);
  const wanted = openTicketOf(service);
  const others = () => service.tickets().filter(({ id, status }) => id !== wanted.id && status === 'Cancelled').length;
  const cancelledBefore = others();

  await chooseFilter(page, 'Status', 'In Progress');
  await rows.filter({ hasText: wanted.id }).waitFor();
  await expect.poll(() => rows.filter({ hasNotText: 'In Progress' }).count()).toBe(0);
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await ticket.getByText(wanted.id).first().waitFor();
  await ticket.getByRole('button', { name: 'Cancel ticket' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cancel ticket' });
  await dialog.getByText(wanted.title.trim()).waitFor();
  wanted.status = 'New';
  await page.evaluate(() => window.desk.sync.now());
  await rows.filter({ hasText: wanted.id }).waitFor({ state: 'detached' });
  await page.evaluate(() => window.desk.sync.now());
  await ticket.getByText('New', { exact: true }).first().waitFor();
  await ticket.getByText(wanted.id).first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => wanted.status).toBe('Cancelled');
  expect(others()).toBe(cancelledBefore);
});

it('what goes leaves the keyboard in its place, and what can be had back covers nothing', async () => {
  const { page, service } = await openAccount();
  const { grid } = parts(page);
  const { newTicket, outboxButton, changes, commentBox } = formParts(page);
  const outbox = page.getByRole('list', { name: 'Outbox' });
  const wanted = openTicketOf(service);

  await outboxButton.focus();
  await page.keyboard.press('Enter');
  await outbox.waitFor();
  await page.keyboard.press('Escape');
  await goOffline(page, service);
  await openByKeyboard(page, wanted.id);
  await page.keyboard.press('c');
  for (const comment of ['The first.', 'The second.']) {
    await page.keyboard.type(comment);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => commentBox.inputValue()).toBe('');
  }

  await outboxButton.filter({ hasText: '(2)' }).focus();
  await page.keyboard.press('Enter');
  await changes.first().getByRole('button', { name: 'Edit' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => commentBox.evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await commentBox.inputValue()).toBe('The first.');
  await page.getByRole('button', { name: 'Keep the original' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => commentBox.evaluate((box) => box === document.activeElement)).toBe(true);

  await outboxButton.focus();
  await page.keyboard.press('Enter');
  await changes.first().getByRole('button', { name: 'Discard' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => changes.count()).toBe(1);
  await expect.poll(() => changes.evaluate((change) => change.contains(document.activeElement))).toBe(true);
  await changes.getByRole('button', { name: 'Discard' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => changes.count()).toBe(0);
  await outbox.waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  await page.keyboard.press('Escape');
  await grid.waitFor();

  await page.keyboard.press('n');
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await newTicket.getByRole('button', { name: 'Discard' }).click({ trial: true, timeout: 3_000 });
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 360, height: 240 }); // the smallest window at 200 % zoom
  const account = page.getByRole('button', { name: /^Account:/ });
  const box = await account.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  await account.press('Enter');
  await page.getByRole('menuitem', { name: 'Commands' }).waitFor();
  await page.keyboard.press('End');
  const last = page.getByRole('menuitem', { name: 'Sign out' });
  await expect.poll(() => last.evaluate((item) => item === document.activeElement)).toBe(true);
  const bottom = await last.evaluate((item) => item.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(240);
  expect(await page.evaluate(() => [document.body.scrollTop, document.documentElement.scrollTop])).toEqual([0, 0]);
});
