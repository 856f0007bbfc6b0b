import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { problem } from '../../electron/contract/problem.ts';
import { outboxItem, someCreate, someFile } from '../support/outbox-items.ts';
import { formParts, openAccount, openTicketOf } from './open-account.ts';
import { violationsIn } from './violations.ts';

/*
 * The outbox asks the user only after a minute of searching, which test/outbox goes through. Here the window is told what
 * was found, and what it calls is recorded.
 */

it('what may be a lost change is named, looked at, and recognised with a click, and what cannot be read is counted', async () => {
  const { app, page, service } = await openAccount();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { changes, outboxButton } = formParts(page);
  const { id, title } = openTicketOf(service);
  const lost = { state: 'unconfirmed', needsDecision: true } as const;
  const fault = problem('not-confirmed', { serverMessage: 'SNOW error. System Error', correlationId: 'c-17' });
  const items = [
    outboxItem(1, someFile, {
      ...lost,
      problem: problem('not-confirmed'),
      lookalikes: [
        { ref: 'file-1', label: 'Grün_plan.pdf', appearedOn: '2026-01-05 12:04:00' },
        { ref: 'file-2', label: 'photo\u202Egpj.exe', appearedOn: '' },
      ],
    }),
    outboxItem(2, someCreate, {
      ...lost,
      problem: fault,
      lookalikes: [{ ref: id, label: `${id} ${title}`, appearedOn: '2026-01-05 12:04:00' }],
    }),
  ];
  await tell(app, items);
  await outboxButton.click();
  const file = changes.filter({ hasText: 'door.jpg' });
  await file.getByText(/A file Grün_plan\.pdf appeared on 5 Jan 2026, \d\d:\d\d\. Is this it\?/).waitFor();
  await file.getByText('A file photogpj.exe is there. Is this it?').waitFor();
  const ticket = changes.filter({ hasText: 'SNOW error. System Error' });
  await ticket.getByText('c-17').waitFor();
  await page.getByText(/^1 change cannot be read by this version of Colodesk\. It stays on this computer/).waitFor();
  expect(await violationsIn(page)).toEqual([]);

  await ticket.getByRole('button', { name: `Show the ticket ${id}` }).click();
  await parts(page).ticket.getByRole('heading', { name: title }).waitFor();
  await outboxButton.click();
  await file.getByRole('button', { name: 'This is it: Grün_plan.pdf' }).click();
  const claims = () => app.evaluate(() => (globalThis as { claims?: unknown[] }).claims);
  await expect.poll(claims).toEqual([{ id: items[0]?.id, ref: 'file-1' }]);
});

/** Tells the window what is in the outbox, and records what it claims; Electron has no public way to reach a handler. */
async function tell(app: ElectronApplication, items: OutboxItem[]): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow, ipcMain }, outbox) => {
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers;
      const claims: unknown[] = [];
      Object.assign(globalThis, { claims });
      handlers.set('call:outbox.claim', (_event: unknown, claim: unknown) => {
        claims.push(claim);
        return { ok: true, value: null };
      });
      BrowserWindow.getAllWindows()[0]?.webContents.send('event:outbox', outbox);
    },
    { items, groups: [], unreadable: 1 },
  );
}
