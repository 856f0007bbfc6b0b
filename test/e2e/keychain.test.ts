import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { filesUnder } from '../support/files.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';
import { openAccount } from './open-account.ts';

it.skipIf(process.platform !== 'linux').each([
  ['missing', /has no keychain/],
  ['locked', /keychain is locked/],
] as const)(
  'says that the keychain is %s, and offers this session only, of which nothing stays',
  async (state, words) => {
    const service = await startDemoService({ ticketCount: 200 });
    onTestFinished(() => service.stop());
    const folder = await ownFolder();
    const { page, close } = await startApp(folder, await ownKeyring(state));
    await signIn(page, service.baseUrl, singleAccountCredentials);
    const note = page.getByRole('alert').filter({ hasText: words });
    await note.waitFor({ timeout: 60_000 }); // a locked keychain is waited for: a person may be typing its password
    await note.getByRole('button', { name: 'Continue for this session only' }).click();
    await waitForFirstSync(page, 200);
    await parts(page).rows.first().waitFor();
    expect((await filesUnder(folder)).some((file) => file.includes('cache.db'))).toBe(true);
    await close();
    expect((await filesUnder(folder)).filter((file) => /cache\.db|accounts/.test(file))).toEqual([]);
  },
);

it.skipIf(process.platform !== 'linux')(
  'signing out of an account that cannot be opened says what may be lost, and takes nothing while the keychain refuses',
  async () => {
    const { folder, close } = await openAccount();
    await close();
    const { page } = await startApp(folder, await ownKeyring('missing'));
    await page.getByRole('heading', { name: /cannot be opened/ }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('alert').filter({ hasText: 'not sent from this computer' }).waitFor();
    await dialog.getByText('your templates, comment texts and saved views').waitFor();
    await dialog.getByRole('button', { name: 'Sign out' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('alert').filter({ hasText: 'has no keychain' }).waitFor();
    expect((await filesUnder(folder)).some((file) => file.endsWith('outbox.db'))).toBe(true);
  },
);
