import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { openDatabase } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';

it('a full disk at closing lets go of the file and loses nothing', async () => {
  const path = join(await ownFolder(), 'some.db');
  const file = openDatabase(path);
  file.execute('CREATE TABLE word (text TEXT NOT NULL)');
  file.run('INSERT INTO word VALUES (?)', 'kept');
  vi.spyOn(file, 'execute').mockImplementation(() => {
    throw new ProblemError('disk-full');
  });
  await file.close();
  expect(() => file.all('SELECT text FROM word')).toThrow();

  const again = openDatabase(path);
  expect(again.all('SELECT text FROM word')).toMatchObject([{ text: 'kept' }]);
  await again.close();
});
