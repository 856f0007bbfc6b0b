/* The way in which tests ask the main process: what it answers must arrive. */

import { expect, it } from 'vitest';
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
