import { spawn } from 'node:child_process';
import { expect, inject, it, onTestFinished } from 'vitest';
import { sandboxSwitches } from '../../build/desktop/launch.ts';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { projectFolder } from '../../build/run.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

it('a link opens its ticket in the window that is open, or once an account is, and a hostile one nothing', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const [first, second] = service.tickets();
  if (!first || !second) throw new Error('the demo service has too few tickets');
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  /** As the system does for a link: the program once more, with the link as its argument. It hands over and ends. */
  const follow = (link: string) =>
    new Promise<number | null>((resolve) => {
      const args = [projectFolder, `--user-data-dir=${folder}`, ...sandboxSwitches, link];
      spawn(inject('electronPath'), args, { env: { ...process.env, ...keyring.env }, stdio: 'ignore' }).once(
        'exit',
        resolve,
      );
    });

  const { app, page, close } = await startApp(folder, keyring, `colodesk://ticket/${first.id}`);
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 60);
  const { ticket } = parts(page);
  await ticket.getByRole('heading', { name: first.title.trim() }).waitFor();

  await app.evaluate(({ app: program, dialog }) => {
    const told: string[] = [];
    Object.assign(program, { told });
    Object.assign(dialog, {
      showMessageBox: async (_window: unknown, { message }: { message: string }) => {
        told.push(message);
        return { response: 0 };
      },
    });
  });
  const told = () => app.evaluate(({ app: program }) => (program as unknown as { told: string[] }).told);
  await follow(`colodesk://ticket/${second.id}?x=1`);
  expect(await told()).toEqual(['This link names no ticket.']);
  expect(await ticket.getByRole('heading', { name: first.title.trim() }).isVisible()).toBe(true);
  expect(await follow(`COLODESK://ticket/${second.id.toLowerCase()}`)).toBe(0);
  await ticket.getByRole('heading', { name: second.title.trim() }).waitFor();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await close();
});

it('a link shows a window again where the application outlives it', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const [first] = service.tickets();
  if (!first) throw new Error('the demo service has too few tickets');
  const { app, page, close } = await startApp(await ownFolder(), await ownKeyring());
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 60);
  const closed = page.waitForEvent('close');
  await app.evaluate((electron) => {
    electron.app.removeAllListeners('window-all-closed').on('window-all-closed', () => undefined); // as on macOS
    electron.BrowserWindow.getAllWindows()[0]?.close();
  });
  await closed;
  const shown = app.waitForEvent('window');
  await app.evaluate(
    ({ app: program }, link) => program.emit('second-instance', {}, [link]),
    `colodesk://ticket/${first.id}`,
  );
  await parts(await shown)
    .ticket.getByRole('heading', { name: first.title.trim() })
    .waitFor();
  await close();
});
