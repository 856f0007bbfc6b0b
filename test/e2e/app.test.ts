/* What the tests rely on: that answers of the main process arrive, and that a page which Chromium froze is recognised. */

import { expect, it } from 'vitest';
import { isFrozenInChromium } from '../../build/desktop/frozen-page.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

it('an answer of the main process arrives, however often memory is collected before it is given', async () => {
  const { app } = await startApp(await ownFolder(), await ownKeyring());
  await app.evaluate(() => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8');
    setFlagsFromString('--expose-gc');
    const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void;
    const busyForMs = 20;
    setInterval(() => {
      const start = Date.now();
      while (Date.now() - start < busyForMs) collect();
    });
  });
  for (let asked = 0; asked < 30; asked += 1)
    expect(await app.evaluate((_electron, number) => number + 1, asked)).toBe(asked + 1);
  await expect(app.evaluate(() => Promise.reject(new Error('no such file')))).rejects.toThrow('no such file');
});

it.runIf(process.platform === 'linux')(
  'a page whose main thread sleeps is told from one that works, and from one that is caught in a script',
  async () => {
    const running = await startApp(await ownFolder(), await ownKeyring());
    const { page } = running;
    const answerLimitMs = 1_000;
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await isFrozenInChromium(running, answerLimitMs)).toBe(false);
    const opened = page.waitForEvent('dialog');
    const closed = page.evaluate(() => alert('The page waits in native code until this is closed.'));
    const dialog = await opened;
    expect(await isFrozenInChromium(running, answerLimitMs)).toBe(true);
    await dialog.accept();
    await closed;
    const isLooping = page.evaluate(() => {
      for (;;);
    });
    isLooping.catch(() => undefined); // the application is closed meanwhile
    expect(await isFrozenInChromium(running, answerLimitMs)).toBe(false);
  },
);
