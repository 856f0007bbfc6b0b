import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { choose } from './dialogs.ts';
import { formParts, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

/* With the keyboard, but for what the system brings: its dialog, which is answered in its place, and files that are dropped. */

it('files: attached with the system’s dialog, an empty one refused in words', async () => {
  const { app, page, service, folder } = await openAccount();
  const { ticket } = parts(page);
  const { attachments } = formParts(page);
  const wanted = openTicketOf(service);
  const paths = [join(folder, 'floor plan.txt'), join(folder, 'empty.txt')];
  await Promise.all(paths.map((path, index) => writeFile(path, index === 0 ? 'the plan' : '')));
  await choose(app, paths);

  await openByKeyboard(page, wanted.id);
  await ticket.getByRole('button', { name: 'Attach files' }).focus();
  await page.keyboard.press('Enter');
  await ticket.getByRole('alert').filter({ hasText: 'empty.txt' }).filter({ hasText: 'The file is empty.' }).waitFor();
  await attachments
    .filter({ hasText: 'floor plan.txt' })
    .getByRole('button', { name: 'Save floor plan.txt' })
    .waitFor();
  const sent = service.attachments(wanted.id).filter((file) => file.filename === 'floor plan.txt');
  expect(sent).toHaveLength(1);

  // One that waits can be stopped, and leaves the keyboard among the files.
  await service.setConnected(false);
  await ticket.getByRole('button', { name: 'Attach files' }).focus();
  await page.keyboard.press('Enter');
  const stop = attachments.getByRole('button', { name: /^Stop .*floor plan/ });
  await stop.focus();
  await page.keyboard.press('Enter');
  await stop.waitFor({ state: 'detached' });
  const list = ticket.getByRole('list', { name: 'Attachments' });
  await expect.poll(() => list.evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

it('files that are pasted and dropped on the ticket', async () => {
  const { page, service } = await openAccount();
  const { attachments } = formParts(page);
  const wanted = openTicketOf(service);

  await openByKeyboard(page, wanted.id);
  await page.evaluate(() => {
    const carrier = (...names: string[]) => {
      const data = new DataTransfer();
      for (const name of names) data.items.add(new File([`what ${name} holds`], name));
      return data;
    };
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carrier('image.png'), bubbles: true }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: carrier('one.txt', 'two.txt'), bubbles: true }));
  });
  for (const name of [/^Save Pasted .+\.png$/, 'Save one.txt', 'Save two.txt']) {
    await attachments.getByRole('button', { name }).waitFor();
  }

  // Behind a dialog the ticket is not meant.
  const drop = (name: string) =>
    page.evaluate((fileName) => {
      const data = new DataTransfer();
      data.items.add(new File(['content'], fileName));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    }, name);
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await page.keyboard.press('Control+k');
  await palette.waitFor();
  await drop('not meant.txt');
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
  await drop('three.txt');
  await attachments.getByRole('button', { name: 'Save three.txt' }).waitFor();
  const names = service.attachments(wanted.id).map((file) => file.filename);
  expect(names).not.toContain('not meant.txt');
  expect(names.filter((name) => /^(Pasted .*\.png|one\.txt|two\.txt)$/.test(name))).toHaveLength(3);
});
