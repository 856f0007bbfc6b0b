import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { formParts, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';
import { violationsIn } from './violations.ts';

it('a ticket that the server has no more: what was fetched stays, and nothing is offered that cannot work', async () => {
  const { page, service } = await openAccount();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { ticket, status, search, rows } = parts(page);
  const wanted = openTicketOf(service);
  service.set({ faults: [{ kind: 'ticket-unknown', match: { path: wanted.id } }] });
  await search.fill(wanted.id);
  await rows.filter({ hasText: wanted.id }).first().click();
  await ticket.getByText('The operator no longer has this ticket, or you may not read it.').waitFor();
  await ticket.getByText(/What was fetched at .* is kept\./).waitFor();
  await ticket.getByText(wanted.description.split('\n')[0] ?? '').waitFor();
  for (const name of ['Edit', 'Cancel ticket', 'Add comment', 'Attach files']) {
    const button = ticket.getByRole('button', { name });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    const reason = await button.getAttribute('aria-describedby');
    await ticket.locator(`#${reason}`).filter({ hasText: 'no longer has this ticket' }).waitFor();
  }
  expect(await formParts(page).commentBox.getAttribute('readonly')).not.toBeNull();
  expect(await status.textContent()).toMatch(/^200 tickets · confirmed/);
  expect(await violationsIn(page)).toEqual([]);

  // It is back as soon as the server shows it again.
  service.set({ faults: [] });
  await parts(page).syncNow.click();
  await page.keyboard.press('Escape');
  await openByKeyboard(page, wanted.id);
  await ticket.getByText('The operator no longer has this ticket').waitFor({ state: 'hidden' });
});
