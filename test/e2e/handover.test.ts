/* The hand-over by the keyboard: what it covers, a sentence, copied, saved as PDF, and looked at again. */

import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { ownFolder } from '../support/folder.ts';
import { pdfPages } from '../support/pdf.ts';
import { answer, dayParts } from './day-parts.ts';
import { saveTo } from './dialogs.ts';
import { openAccount, openTicketOf } from './open-account.ts';

/** What a paste brings to another program, which takes neither of its forms here. */
async function pastedInto(page: Page, box: Locator): Promise<{ text: string; html: string }> {
  const pasted = page.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) => {
        const onPaste = (event: ClipboardEvent) => {
          event.preventDefault();
          const [text = '', html = ''] = ['text/plain', 'text/html'].map((type) => event.clipboardData?.getData(type));
          resolve({ text, html });
        };
        window.addEventListener('paste', onPaste, { once: true, capture: true });
      }),
  );
  await box.focus();
  await page.keyboard.press('Control+v');
  return await pasted;
}

it('what happened since is handed over with a sentence, as text and as PDF, and is kept', async () => {
  const { app, page, service } = await openAccount();
  const screen = page.getByRole('main', { name: 'Hand-over' });
  const wanted = openTicketOf(service);
  answer(service, wanted, 'The part has arrived.');
  await page.keyboard.press('F5');
  await dayParts(page).view('Unread').filter({ hasText: '1' }).waitFor();

  await page.keyboard.press('Control+9');
  await screen.getByRole('combobox', { name: 'Since' }).selectOption({ label: 'the last 24 hours' });
  await screen.getByText('The part has arrived.').first().waitFor();
  await screen.getByRole('textbox', { name: 'In a sentence' }).focus();
  await page.keyboard.type('Cage 4 is without power. שלום');
  await screen.getByRole('button', { name: 'Copy' }).press('Enter');
  await page.getByText('Copied. Paste it into a mail or a chat.').waitFor();
  const copied = await pastedInto(page, screen.getByRole('textbox', { name: 'In a sentence' }));
  for (const form of [copied.text, copied.html]) {
    expect(form).toContain('Cage 4 is without power. שלום');
    expect(form).toContain(wanted.id);
    expect(form).toContain('The part has arrived.');
  }

  const file = join(await ownFolder(), 'hand-over.pdf');
  await saveTo(app, file);
  await screen.getByRole('button', { name: 'Save as PDF' }).press('Enter');
  await page.getByText('Saved as “hand-over.pdf”.').waitFor();
  const text = (await pdfPages(file)).join('\n');
  expect(text).toContain('Cage 4 is without power.');
  expect(text).toContain(wanted.id);
  expect(text).toContain('The part has arrived.');

  await page.keyboard.press('Escape');
  await screen.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+9');
  await expect.poll(() => screen.getByRole('textbox', { name: 'In a sentence' }).inputValue()).toBe('');
  const kept = screen.getByRole('list', { name: 'Handed over before' }).getByRole('button');
  await kept.first().press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Hand-over of/ });
  await dialog.getByText('Cage 4 is without power. שלום').waitFor();
  await dialog.getByText('The part has arrived.').first().waitFor();
  const again = join(await ownFolder(), 'again.pdf');
  await saveTo(app, again);
  await dialog.getByRole('button', { name: 'Save as PDF' }).press('Enter');
  await dialog.getByText('Saved as “again.pdf”.').waitFor();
  expect((await pdfPages(again)).join('\n')).toBe(text);
});
