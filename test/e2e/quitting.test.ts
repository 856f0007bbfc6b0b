import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { signIn } from '../../build/desktop/parts.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

it('a window that is closed over a sign-in that gets no answer leaves no process behind', async () => {
  let noteAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    noteAsked = resolve;
  });
  const server = createServer(() => noteAsked());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { app, page } = await startApp(await ownFolder(), await ownKeyring());
  const { port } = server.address() as AddressInfo; // an address with a port, since it listens on one
  await signIn(page, `http://127.0.0.1:${port}`, demoCredentials);
  await asked;
  const ended = app.waitForEvent('close', { timeout: 9_000 });
  await app.evaluate((electron) => electron.BrowserWindow.getAllWindows()[0]?.close());
  await ended;
});

it('a second start while the first one ends gets an application of its own', async () => {
  const folder = await ownFolder();
  const { app, page } = await startApp(folder, await ownKeyring());
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  const file = join(folder, 'relaunched');
  const ended = app.waitForEvent('close');
  const quitting = app.evaluate((electron, told) => {
    electron.app.relaunch = (options) =>
      process.getBuiltinModule('node:fs').writeFileSync(told, (options?.args ?? []).join(' '));
    electron.app.quit();
    electron.app.emit('second-instance', {}, ['colodesk', '--user-data-dir=x', 'colodesk://ticket/WO1']);
  }, file);
  await Promise.allSettled([quitting, ended]); // the application goes before it has answered
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe('--user-data-dir=x colodesk://ticket/WO1');
});

it('the window comes back where it was, as large and as zoomed', async () => {
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  const first = await startApp(folder, keyring);
  await first.page.getByRole('button', { name: 'Try the demo' }).waitFor();
  const bounds = { x: 30, y: 40, width: 900, height: 620 };
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds(wanted);
    window?.webContents.setZoomFactor(1.25);
  }, bounds);
  await first.close();
  const second = await startApp(folder, keyring);
  await second.page.getByRole('button', { name: 'Try the demo' }).waitFor();
  const found = await second.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { bounds: window?.getBounds(), zoomFactor: window?.webContents.getZoomFactor() };
  });
  expect(found).toEqual({ bounds, zoomFactor: 1.25 });
  await expect.poll(() => second.page.evaluate(() => document.visibilityState)).toBe('visible');
});
