import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { chooseFilter, fillInSignIn, parts } from '../../build/desktop/parts.ts';
import { callChannel } from '../../electron/contract/channels.ts';
import { problem } from '../../electron/contract/problem.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService } from '../support/session.ts';
import { ownKeyring, startApp } from './app.ts';
import { formParts, goOffline, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

/* Where the keyboard is when what held it has gone: never nowhere, since no key would reach anything then. */

const hasFocus = (part: Locator) =>
  expect.poll(() => part.evaluate((element) => element === document.activeElement)).toBe(true);

/** Presses a button with the keyboard. */
async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

/** Until the one change in the outbox was tried in vain and waits: while it is sent, it is asked before it is discarded. */
const untilTried = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const outcome = await window.desk.outbox.list();
        return outcome.ok && outcome.value.items.map(({ state, problem }) => `${state} ${problem?.kind}`).join();
      }),
    )
    .toMatch(/^waiting (?!undefined)[\w-]+$/);

const undoButton = (page: Page) => page.getByRole('button', { name: 'Undo' });

it('a dialog of the account menu gives the keyboard back to the menu’s button', async () => {
  const { page } = await openAccount();
  const account = page.getByRole('button', { name: /^Account:/ });
  for (const [item, dialog] of [
    ['Settings', 'Settings'],
    ['Keyboard shortcuts', 'Keyboard shortcuts'],
    ['Diagnostics', 'Diagnostics'],
    ['Sign out', /^Sign out/],
  ] as const) {
    await press(account);
    await press(page.getByRole('menuitem', { name: item }));
    await page.getByRole('dialog', { name: dialog }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await hasFocus(account);
  }
  await press(account);
  await page.getByRole('menuitem', { name: 'Settings' }).waitFor();
  await page.keyboard.press('Escape');
  await hasFocus(account);
});

it('the first wrong field of the sign-in form takes the keyboard', async () => {
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true });
  const clientId = page.getByRole('textbox', { name: 'Client ID' });
  await press(signIn);
  await hasFocus(clientId);
  await clientId.fill('abc');
  await press(signIn);
  await hasFocus(page.getByLabel('Client secret'));
});

it('a ticket that was not sent yet goes with its button, and the keyboard stays in the pane', async () => {
  const { page, service } = await openAccount();
  const { grid, ticket } = parts(page);
  const { newTicket, outboxButton, changes } = formParts(page);
  await goOffline(page, service);
  await press(page.getByRole('button', { name: 'New ticket' }));
  await newTicket.getByLabel('Title').fill('Door of cage 1.02 does not close');
  await newTicket.getByLabel('Site').selectOption('AMS017');
  await newTicket.getByLabel('Request type').selectOption('Amenities');
  await newTicket.getByLabel('Category').selectOption('Parking');
  await newTicket.getByLabel('Description').fill('It stays open by 4 cm.');
  await page.keyboard.press('Control+Enter');
  await ticket.getByText('Not sent yet').first().waitFor();
  await untilTried(page);
  await outboxButton.filter({ hasText: '(1)' }).waitFor(); // the window knows of it too

  await press(ticket.getByRole('button', { name: 'Cancel ticket', disabled: false }));
  await ticket.getByText('This ticket is no longer on this computer.').waitFor();
  await hasFocus(ticket);
  await page.keyboard.press('Escape');
  await hasFocus(grid);

  await press(undoButton(page));
  await hasFocus(ticket);
  await press(outboxButton.filter({ hasText: '(1)' }));
  await press(changes.getByRole('button', { name: 'Discard' }));
  await changes.waitFor({ state: 'detached' });
  await press(undoButton(page));
  await changes.waitFor();
  await hasFocus(page.locator('main'));
  await changes.filter({ hasText: 'The server cannot be reached.' }).waitFor();
  await press(changes.getByRole('button', { name: 'Discard' })); // else the application would ask before it closes
  await changes.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await hasFocus(grid);
});

it('a cancellation that was begun asks again, over its ticket', async () => {
  const { page, service } = await openAccount();
  const { ticket } = parts(page);
  await openByKeyboard(page, openTicketOf(service).id);
  await press(ticket.getByRole('button', { name: 'Cancel ticket' }));
  const dialog = page.getByRole('dialog', { name: 'Cancel ticket' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await hasFocus(ticket.getByRole('button', { name: 'Cancel ticket' }));

  await press(formParts(page).outboxButton);
  await press(page.getByRole('button', { name: /^Continue/ }));
  await hasFocus(dialog.getByRole('radio', { name: 'Duplicate request' }));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await hasFocus(ticket);
});

it('a template that was removed can be had back, in the dialog itself', async () => {
  const { page } = await openAccount();
  const { newTicket } = formParts(page);
  await press(page.getByRole('button', { name: 'New ticket' }));
  await newTicket.getByLabel('Title').fill('Monthly cleaning');
  await press(newTicket.getByRole('button', { name: 'Templates' }));
  const dialog = page.getByRole('dialog', { name: 'Templates' });
  for (const name of ['Cage 1', 'Cage 2']) {
    await dialog.getByLabel('Template name').fill(name);
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: `Use the template ${name}` }).waitFor();
  }
  await press(dialog.getByRole('button', { name: 'Remove the template Cage 1' }));
  await hasFocus(dialog.getByRole('button', { name: 'Use the template Cage 2' }));
  await press(dialog.getByRole('button', { name: 'Undo' }));
  await dialog.getByRole('button', { name: 'Use the template Cage 1' }).waitFor();
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

it('what is left out of the list and brought back leaves the keyboard in the list', async () => {
  const { page } = await openAccount();
  const { grid, search } = parts(page);
  await chooseFilter(page, 'Status', 'Completed');
  await press(page.getByRole('button', { name: 'Clear filters' }));
  await hasFocus(grid);
  await search.fill('nothing is called like this');
  await press(page.getByRole('button', { name: 'Clear search and filters' }));
  await hasFocus(grid);
});

it('a button keeps the keyboard while it is at work', async () => {
  const { app, page, service, folder } = await openAccount();
  const { ticket } = parts(page);
  const { newTicket } = formParts(page);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, `${folder}/saved.txt`);

  await openByKeyboard(page, openTicketOf(service).id);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['what it holds'], 'one.txt'));
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  const save = ticket.getByRole('button', { name: 'Save one.txt' });
  await save.waitFor();
  await press(save);
  await ticket.getByText(/Saved as/).waitFor();
  await hasFocus(save);

  await press(ticket.getByRole('button', { name: 'Duplicate' }));
  await newTicket.waitFor();
  await app.evaluate(
    ({ ipcMain }, { channel, refusal }) => {
      ipcMain.removeHandler(channel);
      const refused = new Promise((resolve) => Object.assign(globalThis, { refuse: () => resolve(refusal) }));
      ipcMain.handle(channel, () => refused);
    },
    { channel: callChannel('outbox', 'add'), refusal: { ok: false, problem: problem('disk-full') } },
  );
  const create = newTicket.getByRole('button', { name: 'Create ticket' });
  await press(create);
  await expect.poll(() => create.getAttribute('aria-busy')).toBe('true');
  await app.evaluate(() => (globalThis as unknown as { refuse: () => void }).refuse());
  await newTicket.getByRole('alert').waitFor();
  await hasFocus(create);
});

it('a screen that takes another one’s place takes the keyboard', async () => {
  const service = await ownService();
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  const { grid } = parts(page);
  const signInButton = page.getByRole('button', { name: 'Sign in', exact: true });
  await fillInSignIn(page, service.baseUrl, { ...demoCredentials, clientSecret: 'wrong' });
  await press(signInButton);
  await page.getByRole('alert').waitFor();
  await hasFocus(signInButton);
  await page.getByLabel('Client secret').fill(demoCredentials.clientSecret);
  await press(signInButton);
  await hasFocus(page.getByRole('heading', { name: 'Choose an account' }));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await hasFocus(grid);

  await press(page.getByRole('button', { name: /^Account:/ }));
  await press(page.getByRole('menuitem', { name: 'Sign in to another account' }));
  await hasFocus(page.getByRole('heading', { level: 1 }));
  await press(page.getByRole('button', { name: 'Back' }));
  await hasFocus(grid);
});
