import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { SqliteFile } from '../../electron/store/database.ts';
import { ownFolder } from '../support/folder.ts';

const key = 'a'.repeat(64);

it('a full disk at closing lets go of the file and loses nothing', async () => {
  const path = join(await ownFolder(), 'some.db');
  const file = new SqliteFile(path, key);
  file.execute('CREATE TABLE word (text TEXT NOT NULL)');
  file.run('INSERT INTO word VALUES (?)', 'kept');
  vi.spyOn(file, 'execute').mockImplementation(() => {
    throw new ProblemError('disk-full');
  });
  file.close();
  expect(() => file.all('SELECT text FROM word')).toThrow();

  const again = new SqliteFile(path, key);
  expect(again.all('SELECT text FROM word')).toMatchObject([{ text: 'kept' }]);
  again.close();
});
