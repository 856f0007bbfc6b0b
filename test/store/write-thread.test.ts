import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { SqliteFile } from '../../electron/store/database.ts';
import { ThreadGoneError, WriteThread } from '../../electron/store/write-thread.ts';
import { ownFolder } from '../support/folder.ts';

const key = 'ab'.repeat(32);

async function ownFile() {
  const file = join(await ownFolder(), 'cache.db');
  const database = new SqliteFile(file, key);
  onTestFinished(async () => {
    await database.stopWorker();
    database.close();
  });
  database.execute('CREATE TABLE word (word TEXT UNIQUE)');
  const words = () => database.all('SELECT word FROM word ORDER BY rowid').map(({ word }) => word);
  return { database, words };
}

const insert = 'INSERT INTO word VALUES (?)';

it('writes aside all that was asked for, and says so before the promise does', async () => {
  const { database, words } = await ownFile();
  const told: unknown[] = [];
  const written = database.transactionOnWorker(
    (writer) => {
      writer.run(insert, 'one');
      writer.run(insert, 'two');
      return words(); // what is read meanwhile is what was there before
    },
    (result) => told.push(result, words()),
  );
  expect(await written).toEqual([]);
  expect(told).toEqual([[], ['one', 'two']]);
});

it.each([
  ['a statement', (database: SqliteFile) => database.run(insert, 'after')],
  ['a transaction', (database: SqliteFile) => database.transaction(() => database.run(insert, 'after'))],
  [
    'the next one aside',
    (database: SqliteFile) =>
      database.transactionOnWorker(
        (writer) => writer.run(insert, 'after'),
        () => undefined,
      ),
  ],
])('%s that comes meanwhile waits for it, and finds it told', async (_case, write) => {
  const { database, words } = await ownFile();
  let isTold = false;
  const aside = database.transactionOnWorker(
    (writer) => writer.run(insert, 'before'),
    () => {
      isTold = true;
    },
  );
  const after = write(database);
  expect(isTold).toBe(true);
  await Promise.all([aside, after]);
  expect(words()).toEqual(['before', 'after']);
});

it('writes nothing of a transaction that fails, tells what SQLite says, and goes on with the next', async () => {
  const { database, words } = await ownFile();
  const twice = database.transactionOnWorker(
    (writer) => {
      writer.run(insert, 'same');
      writer.run(insert, 'same');
    },
    () => expect.unreachable(),
  );
  await expect(twice).rejects.toThrow(/UNIQUE/);
  await database.transactionOnWorker(
    (writer) => writer.run(insert, 'other'),
    () => undefined,
  );
  expect(words()).toEqual(['other']);
});

it('lets who can wait without holding up anybody', async () => {
  const { database, words } = await ownFile();
  await database.settle();
  const aside = database.transactionOnWorker(
    (writer) => writer.run(insert, 'before'),
    () => undefined,
  );
  await database.settle();
  database.run(insert, 'after');
  await aside;
  expect(words()).toEqual(['before', 'after']);
});

it('writes by itself where the thread has gone', async () => {
  const { database, words } = await ownFile();
  await database.startWorker().close();
  await database.transactionOnWorker(
    (writer) => writer.run(insert, 'one'),
    () => undefined,
  );
  expect(words()).toEqual(['one']);
});

it('fails, and hangs nobody, where the thread cannot open the file', async () => {
  const thread = new WriteThread(join(await ownFolder(), 'no such folder', 'cache.db'), {}, []);
  const begin = () => new Promise((resolve) => thread.begin([[insert, ['one']]], resolve));
  expect(await begin()).toBeInstanceOf(ThreadGoneError);
  expect(await begin()).toBeInstanceOf(ThreadGoneError);
  thread.finish();
  await thread.idle();
  await thread.close();
});
