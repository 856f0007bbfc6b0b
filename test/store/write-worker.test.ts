import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { SqliteFile } from '../../electron/store/database.ts';
import { WorkerGoneError, WriteWorker } from '../../electron/store/write-worker.ts';
import { openDatabase } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';

async function ownFile() {
  const file = join(await ownFolder(), 'cache.db');
  const database = openDatabase(file);
  onTestFinished(async () => {
    await database.stopWorker();
    database.close();
  });
  database.execute('CREATE TABLE word (word TEXT UNIQUE)');
  const words = () => database.all('SELECT word FROM word ORDER BY rowid').map(({ word }) => word);
  return { database, words };
}

const insert = 'INSERT INTO word VALUES (?)';

it('writes all that was asked for, and calls back before the promise resolves', async () => {
  const { database, words } = await ownFile();
  const calls: unknown[] = [];
  const written = database.transactionOnWorker(
    (writer) => {
      writer.run(insert, 'one');
      writer.run(insert, 'two');
      return words(); // what is read meanwhile is what was there before
    },
    (result) => calls.push(result, words()),
  );
  expect(await written).toEqual([]);
  expect(calls).toEqual([[], ['one', 'two']]);
});

it.each([
  ['a statement', (database: SqliteFile) => database.run(insert, 'after')],
  ['a transaction', (database: SqliteFile) => database.transaction(() => database.run(insert, 'after'))],
  [
    'the next one on the worker',
    (database: SqliteFile) =>
      database.transactionOnWorker(
        (writer) => writer.run(insert, 'after'),
        () => undefined,
      ),
  ],
])('%s that comes meanwhile waits until it is written and reported', async (_case, write) => {
  const { database, words } = await ownFile();
  let isReported = false;
  const onWorker = database.transactionOnWorker(
    (writer) => writer.run(insert, 'before'),
    () => {
      isReported = true;
    },
  );
  const after = write(database);
  expect(isReported).toBe(true);
  await Promise.all([onWorker, after]);
  expect(words()).toEqual(['before', 'after']);
});

it('writes nothing of a transaction that fails, reports SQLite’s error, and goes on with the next', async () => {
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

it('can be waited for without blocking', async () => {
  const { database, words } = await ownFile();
  await database.waitForWrites();
  const onWorker = database.transactionOnWorker(
    (writer) => writer.run(insert, 'before'),
    () => undefined,
  );
  await database.waitForWrites();
  database.run(insert, 'after');
  await onWorker;
  expect(words()).toEqual(['before', 'after']);
});

it('writes on the main thread where the worker has gone', async () => {
  const { database, words } = await ownFile();
  await database.startWorker().close();
  await database.transactionOnWorker(
    (writer) => writer.run(insert, 'one'),
    () => undefined,
  );
  expect(words()).toEqual(['one']);
});

it('fails and does not hang where the worker cannot open the file', async () => {
  const worker = new WriteWorker(join(await ownFolder(), 'no such folder', 'cache.db'), {}, []);
  const begin = () => new Promise((resolve) => worker.begin([[insert, ['one']]], resolve));
  expect(await begin()).toBeInstanceOf(WorkerGoneError);
  expect(await begin()).toBeInstanceOf(WorkerGoneError);
  worker.blockUntilIdle();
  await worker.whenIdle();
  await worker.close();
});
