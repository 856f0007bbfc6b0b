import type { Page } from 'playwright';
import { parts } from '../../build/desktop/parts.ts';
import type { DemoTicket } from '../../electron/demo/portfolio/portfolio.ts';
import { formatTime } from '../../electron/demo/portfolio/times.ts';
import type { DemoService } from '../../electron/demo/service.ts';

/** The parts of views, marks and what is new, by the names that the design promises. */
export const dayParts = (page: Page) => {
  const { grid, ticket } = parts(page);
  return {
    row: (id: string) => grid.getByRole('row').filter({ hasText: id }),
    view: (name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: `${name}, ` }),
    /** How many tickets the list holds, in words. */
    count: (text: string | RegExp) => page.locator('output').filter({ hasText: text }),
    changes: ticket.getByRole('list', { name: 'New since you last looked' }).getByRole('listitem'),
    reasons: ticket.getByRole('list', { name: 'Why this ticket needs you' }),
    note: ticket.getByRole('textbox', { name: 'Private note' }),
    selection: page.getByRole('toolbar', { name: 'Selection' }),
  };
};

/** Comments on a ticket, as the operator would. */
export function answer(service: DemoService, { id, comments }: DemoTicket, comment: string): void {
  const added = { comment, commentedBy: 'Remco Hartsuiker', commentedOn: formatTime(Date.now()) };
  service.changeTicket(id, { comments: [...comments, added] });
}

/** Runs the command that the palette finds first. */
export async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}
