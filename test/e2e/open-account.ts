import type { Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { type DemoService, startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

const ticketCount = 200;

/** The application with an open account whose tickets are all there, on a service, folder and keyring of the test's own. */
export async function openAccount() {
  const service = await startDemoService({ ticketCount });
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  const running = await startApp(folder, keyring);
  await signIn(running.page, service.baseUrl, demoCredentials);
  await running.page.getByRole('button', { name: /Meridian Payments Europe/ }).click();
  await waitForFirstSync(running.page, ticketCount);
  await waitForDetail(running.page, openTicketOf(service).id);
  return { ...running, service, folder, keyring };
}

/** Waits until a ticket is whole in the cache: details come after the list, and without a network they would not come. */
async function waitForDetail(page: Page, id: string): Promise<void> {
  const ticketId = ticketIdSchema.parse(id);
  const hasDetail = () =>
    page.evaluate(async (wanted) => {
      // Reading it would ask the server for it, and a ticket that is opened right afterwards is not asked for again.
      const action = { kind: 'recipient', address: 'noc@example.com' } as const;
      const outcome = await window.desk.outbox.previewMany({ ids: [wanted], action });
      return outcome.ok && outcome.value.unable.every(({ obstacle }) => obstacle === 'already-notified');
    }, ticketId);
  await expect.poll(hasDetail, { timeout: 30_000 }).toBe(true);
}

/** Takes the network away, and waits until the application has found out; with the keyboard alone. */
export async function goOffline(page: Page, service: DemoService): Promise<void> {
  await service.setConnected(false);
  await parts(page).syncNow.focus();
  await page.keyboard.press('Enter');
  await parts(page).status.filter({ hasText: 'Offline' }).waitFor();
}

/** An open ticket of the service's, in the state that it has there. */
export function openTicketOf(service: DemoService) {
  const found = service.tickets().find((ticket) => ticket.status === 'In Progress');
  if (!found) throw new Error('the demo service has no ticket in progress');
  return found;
}

/** The parts of forms and outbox, by the names that the design promises. */
export const formParts = (page: Page) => {
  const ticket = page.getByRole('region', { name: 'Ticket', exact: true });
  return {
    newTicket: page.getByRole('region', { name: 'New ticket' }),
    edit: page.getByRole('region', { name: 'Edit ticket' }),
    outboxButton: page.getByRole('button', { name: /^Outbox/ }),
    changes: page.getByRole('list', { name: 'Outbox' }).getByRole('listitem'),
    comments: ticket.getByRole('list', { name: 'Comments' }).getByRole('listitem'),
    attachments: ticket.getByRole('list', { name: 'Attachments' }).getByRole('listitem'),
    commentBox: ticket.getByRole('textbox', { name: 'Comment' }),
  };
};

/** Finds a ticket by its id and opens it, with the keyboard alone. */
export async function openByKeyboard(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(id);
  await page
    .locator('output')
    .filter({ hasText: /^1 of / })
    .waitFor(); // the list before the search may show it too
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Ticket', exact: true }).getByText(id).first().waitFor();
  await page.getByRole('button', { name: 'Edit', disabled: false }).waitFor();
}
