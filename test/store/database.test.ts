import { existsSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
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

/** The files of a database that this process has open. */
function openFilesOf(path: string): string[] {
  const numbers = readdirSync('/proc/self/fd').map((number) => join('/proc/self/fd', number));
  // The descriptor of the folder itself is gone by now.
  return numbers
    .filter(existsSync)
    .map((link) => readlinkSync(link))
    .filter((target) => target.startsWith(path));
}

it.runIf(process.platform === 'linux')('an error that somebody keeps does not keep the file open', async () => {
  const path = join(await ownFolder(), 'some.db');
  const file = openDatabase(path);
  file.execute('CREATE TABLE word (text TEXT NOT NULL UNIQUE)');
  const insert = () => file.run('INSERT INTO word VALUES (?)', 'once');
  insert();
  const kept: unknown[] = [];
  try {
    insert();
  } catch (error) {
    kept.push(error);
  }
  expect(openFilesOf(path)).not.toEqual([]);
  await file.close();
  await vi.waitFor(() => expect(openFilesOf(path)).toEqual([]));
  expect(kept).toHaveLength(1);
});

/** Makes the memory that connections share impossible, as in a folder on a network. */
function forbidSharing(path: string): void {
  rmSync(`${path}-shm`, { force: true });
  symlinkSync(join(path, 'nowhere'), `${path}-shm`);
}

it.skipIf(process.platform === 'win32').each(['new', 'that had one before'])(
  'a file %s goes without the write-ahead log where there cannot be one',
  async (kind) => {
    const path = join(await ownFolder(), 'some.db');
    if (kind !== 'new') {
      const before = openDatabase(path);
      before.execute('CREATE TABLE word (text TEXT NOT NULL)');
      await before.close();
    }
    forbidSharing(path);
    const file = openDatabase(path);
    file.execute('CREATE TABLE IF NOT EXISTS word (text TEXT NOT NULL)');
    file.run('INSERT INTO word VALUES (?)', 'one');
    await file.transactionOnWorker(
      (writer) => writer.run('INSERT INTO word VALUES (?)', 'two'),
      () => undefined,
    );
    expect(file.all('SELECT text FROM word')).toMatchObject([{ text: 'one' }, { text: 'two' }]);
    expect(file.first('PRAGMA journal_mode')).toEqual({ journal_mode: 'truncate' });
    await file.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  },
);

it('a file on an ordinary disk has a write-ahead log', async () => {
  const folder = await ownFolder();
  const file = openDatabase(join(folder, 'some.db'));
  expect(file.first('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(readdirSync(folder)).toContain('some.db-wal');
  await file.close();
});
