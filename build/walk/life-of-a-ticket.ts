import { parts } from '../desktop/parts.ts';
import { type Step, titleOf } from './step.ts';

const title = 'Door of cage 1.02 does not close';

/** The steps with a ticket while there is no network. */
export const offlineSteps: readonly Step[] = [
  {
    name: 'Write a ticket',
    picture: 'new-ticket',
    async take(page) {
      await page.getByRole('button', { name: 'New ticket' }).click();
      const form = page.getByRole('region', { name: 'New ticket' });
      await form.getByLabel('Title').fill(title);
      await form.getByLabel('Site').selectOption({ index: 1 });
      await form.getByLabel('Location').fill('Cage 1.02');
      await form.getByLabel('Request type').selectOption('Facilities Request');
      await form.getByLabel('Category').selectOption('Electrical');
      await form.getByLabel('Description').fill('The lock has no power. The door stays open by 4 cm.');
      await form.getByLabel('Notification recipients').fill('noc@meridian.example');
      return 'the form is filled in';
    },
  },
  {
    name: 'Open it offline',
    picture: 'not-sent-yet',
    async take(page) {
      await page.getByRole('button', { name: 'Create ticket' }).click();
      await parts(page).ticket.getByText('Not sent yet').first().waitFor();
      return await titleOf(page);
    },
  },
  {
    name: 'Attach, comment',
    picture: 'outbox',
    async take(page) {
      const { ticket, status } = parts(page);
      await page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File(['a picture of the door'], 'door.png', { type: 'image/png' }));
        window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
      });
      await ticket.getByRole('list', { name: 'Attachments' }).getByText('door.png').waitFor();
      await ticket.getByRole('textbox', { name: 'Comment' }).fill('Our engineer is on site until 17:00.');
      await page.keyboard.press('Control+Enter');
      await status.filter({ hasText: '3 changes to send' }).waitFor();
      await page.getByRole('button', { name: 'Outbox (3)' }).click();
      await page.getByRole('list', { name: 'Outbox' }).waitFor();
      return (await status.textContent()) ?? '';
    },
  },
];

/** The steps after the network has come back. */
export const onlineSteps: readonly Step[] = [
  {
    name: 'Everything sent',
    picture: 'sent',
    async take(page) {
      await page.getByRole('button', { name: 'Outbox', exact: true }).waitFor();
      const kinds = page.getByRole('list', { name: 'Sent' }).locator('[data-change-kind]');
      await kinds.filter({ hasText: 'New ticket' }).waitFor();
      return (await kinds.allTextContents()).slice(0, 3).join(', ').toLowerCase();
    },
  },
  {
    name: 'Edit it',
    picture: 'edited',
    async take(page) {
      const { ticket } = parts(page);
      await page.getByRole('list', { name: 'Sent' }).getByRole('button').first().click();
      await ticket.getByRole('heading', { name: title }).waitFor();
      await ticket.getByText(/^WO\d+$/).waitFor();
      await ticket.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('region', { name: 'Edit ticket' }).getByLabel('Title').fill(`${title} (urgent)`);
      await page.getByRole('button', { name: 'Save changes' }).click();
      await ticket.getByRole('heading', { name: '(urgent)' }).waitFor();
      await ticket.getByText('not confirmed yet').waitFor({ state: 'detached' });
      return await titleOf(page);
    },
  },
  {
    name: 'Meet another edit',
    picture: 'conflict',
    async take(page, otherClient) {
      const { ticket } = parts(page);
      const id = (await ticket.locator('[data-ticket-id]').textContent()) ?? '';
      await ticket.getByRole('button', { name: 'Edit' }).click();
      const form = page.getByRole('region', { name: 'Edit ticket' });
      await form.getByLabel('Customer reference').fill('DOOR-17');
      await (await otherClient()).update(id, { customerReference: 'FACILITY-4' });
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByRole('button', { name: 'Outbox (1)' }).click();
      const change = page.getByRole('list', { name: 'Outbox' }).getByRole('listitem').filter({ hasText: 'Refused' });
      await change.getByRole('button', { name: 'Edit' }).click();
      await form.getByText('FACILITY-4').waitFor();
      return 'both versions are shown: DOOR-17 here, FACILITY-4 there';
    },
  },
  {
    name: 'Choose',
    picture: 'conflict-resolved',
    async take(page) {
      const { ticket } = parts(page);
      await page.getByRole('button', { name: 'Keep mine' }).click();
      await page.getByRole('button', { name: 'Save changes' }).click();
      await ticket.getByText('DOOR-17').waitFor();
      await ticket.getByText('not confirmed yet').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Outbox', exact: true }).waitFor();
      return 'mine is kept and confirmed';
    },
  },
  {
    name: 'Cancel it',
    picture: 'cancelled',
    async take(page) {
      const { ticket } = parts(page);
      await ticket.getByRole('button', { name: 'Cancel ticket' }).click();
      const dialog = page.getByRole('dialog', { name: 'Cancel ticket' });
      await dialog.getByRole('button', { name: 'Cancel ticket' }).click();
      const reason = ticket.getByText('This ticket is Cancelled.');
      await reason.waitFor();
      return (await reason.textContent()) ?? '';
    },
  },
];
