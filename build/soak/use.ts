/* Soak: what a coordinator does in an hour or two, as quickly as the application follows, and back to where it began. */

import type { ElectronApplication, Page } from 'playwright';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { chooseFilter, parts } from '../desktop/parts.ts';

export type Used = { app: ElectronApplication; page: Page; service: DemoService };

/**
 * One round of use; it ends as it began, in the list of all tickets with nothing open.
 * @param isSwitching to another account and back, with which everything of the account is made anew
 */
export async function playRound(used: Used, round: number, isSwitching: boolean): Promise<void> {
  for (const part of [openTickets, search, filter, write, goOfflineAndBack, lookAtFiles, dialogs, screens]) {
    await part(used, round);
  }
  if (isSwitching) await switchAccountAndBack(used);
  await sleepAndWake(used);
  await atRest(used);
}

const region = (page: Page) => page.getByRole('region', { name: 'Ticket', exact: true });

async function openTickets({ page, service }: Used): Promise<void> {
  service.advance();
  for (let number = 0; number < 6; number++) {
    await parts(page).rows.nth(number).click();
    await region(page).getByRole('heading', { level: 2 }).first().waitFor();
  }
  await closeTicket(page);
}

async function closeTicket(page: Page): Promise<void> {
  await parts(page).grid.focus();
  await page.keyboard.press('Escape');
  await region(page).waitFor({ state: 'detached' });
}

async function search({ page }: Used): Promise<void> {
  for (const text of ['cooling', 'rack 07', 'no such thing']) {
    await parts(page).search.fill('');
    await parts(page).search.pressSequentially(text);
  }
  await parts(page).search.fill('');
  await parts(page).rows.first().waitFor();
}

async function filter({ page }: Used): Promise<void> {
  await chooseFilter(page, 'Status', 'Completed');
  await parts(page).rows.first().waitFor();
  await chooseFilter(page, 'Status', 'Completed');
}

/** A comment and an edit through the window. */
async function write({ page, service }: Used, round: number): Promise<void> {
  const id = idOfOpenTicket(service);
  await showTicket(page, id);
  await region(page).getByRole('textbox', { name: 'Comment' }).fill(`round ${round}`);
  await region(page).getByRole('button', { name: 'Add comment' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('region', { name: 'Edit ticket' });
  await form.getByRole('textbox', { name: 'Customer reference' }).fill(`R-${round}`);
  await form.getByRole('button', { name: 'Save changes' }).click();
  await form.waitFor({ state: 'detached' });
  await untilSent(page);
  await closeAndClear(page);
}

async function goOfflineAndBack({ page, service }: Used, round: number): Promise<void> {
  await service.setConnected(false);
  await parts(page).syncNow.click();
  await parts(page).status.filter({ hasText: 'Offline' }).waitFor();
  const id = idOfOpenTicket(service);
  await page.evaluate(
    ({ ticketId, comment }) =>
      window.desk.outbox.add({ change: { kind: 'comment', ticketId, comment }, draftKey: null }),
    { ticketId: id, comment: `offline in round ${round}` },
  );
  await service.setConnected(true);
  await parts(page).syncNow.click();
  await untilSent(page);
}

/** Pictures, text and PDF files, which a window of its own draws. */
async function lookAtFiles({ page, service }: Used): Promise<void> {
  const found = service
    .tickets()
    .find(({ comments }) => comments.some(({ comment }) => /Photographs.*attached/.test(comment)));
  if (!found) throw new Error('no ticket has photographs');
  await showTicket(page, found.id);
  const viewButtons = region(page)
    .getByRole('list', { name: 'Attachments' })
    .getByRole('button', { name: /^Open / });
  await viewButtons.first().waitFor();
  for (let number = 0; number < Math.min(3, await viewButtons.count()); number++) {
    await viewButtons.nth(number).click();
    const viewer = page.getByRole('dialog');
    await viewer.locator('img, pre').first().waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
  }
  await closeAndClear(page);
}

async function dialogs({ page }: Used): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await page.keyboard.type('cool');
  await closeDialog(page);
  for (const name of ['Columns', 'Save view']) {
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.getByRole('dialog').waitFor();
    await closeDialog(page);
  }
  for (const name of ['Settings…', 'Keyboard shortcuts']) {
    await page.getByRole('button', { name: /^Account: / }).click();
    await page.getByRole('menuitem', { name }).click();
    await page.getByRole('dialog').waitFor();
    await closeDialog(page);
  }
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function screens({ page }: Used): Promise<void> {
  const to = (key: string) => page.keyboard.press(`Control+${key}`);
  await to('8');
  await page.getByRole('main', { name: 'Overview' }).getByRole('figure').first().waitFor();
  await to('9');
  await page.getByRole('main', { name: 'Hand-over' }).waitFor();
  for (const view of ['1', '2', '7']) await to(view);
  await parts(page).rows.first().waitFor();
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await page.getByRole('heading', { name: 'Outbox' }).waitFor();
  await to('7');
  await parts(page).rows.first().waitFor();
}

async function switchAccountAndBack({ page }: Used): Promise<void> {
  for (const name of [/Meridian Payments Americas/, /Meridian Payments Europe/]) {
    await page.getByRole('button', { name: /^Account: / }).click();
    await page.getByRole('menuitem', { name }).click();
    await page.getByRole('button', { name: new RegExp(`^Account: ${name.source}`) }).waitFor();
    await parts(page).rows.first().waitFor();
    await parts(page)
      .status.filter({ hasText: /· confirmed/ })
      .waitFor({ timeout: 60_000 });
  }
  await page.keyboard.press('Control+7');
  await parts(page).rows.first().waitFor();
}

/** The window is hidden while the computer sleeps, and the system tells when it wakes up. */
async function sleepAndWake({ app, service }: Used): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await service.setConnected(false);
  service.advance();
  await service.setConnected(true);
  await app.evaluate(({ BrowserWindow, powerMonitor }) => {
    BrowserWindow.getAllWindows()[0]?.show();
    powerMonitor.emit('resume');
  });
}

async function atRest({ page }: Used): Promise<void> {
  await parts(page).syncNow.click();
  await untilSent(page);
  await parts(page)
    .status.filter({ hasText: /· confirmed/ })
    .waitFor({ timeout: 60_000 });
}

/** Nothing waits in the outbox. */
async function untilSent(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const outcome = await window.desk.outbox.list();
    return outcome.ok && outcome.value.items.length === 0;
  });
}

async function showTicket(page: Page, id: string): Promise<void> {
  await parts(page).search.fill(id);
  await page
    .locator('output')
    .filter({ hasText: /^1 of / })
    .waitFor();
  await parts(page).rows.first().click();
  await region(page).getByText(id).first().waitFor();
}

async function closeAndClear(page: Page): Promise<void> {
  await closeTicket(page);
  await parts(page).search.fill('');
  await parts(page).rows.nth(5).waitFor();
}

function idOfOpenTicket(service: DemoService) {
  return ticketIdSchema.parse(service.tickets().find(({ status }) => status === 'In Progress')?.id);
}
