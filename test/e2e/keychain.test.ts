import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { filesUnder } from '../support/files.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

it.skipIf(process.platform !== 'linux').each([
  ['missing', /offers no keychain/],
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
    await note.getByRole('button', { name: 'Go on for this session only' }).click();
    await waitForFirstSync(page, 200);
    await parts(page).rows.first().waitFor();
    expect((await filesUnder(folder)).some((file) => file.includes('cache.db'))).toBe(true);
    await close();
    expect((await filesUnder(folder)).filter((file) => /cache\.db|accounts/.test(file))).toEqual([]);
  },
);
