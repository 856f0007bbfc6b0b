import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { encryptedWith, type SqliteFile } from '../../electron/store/database.ts';
import { WorkerGoneError, WriteWorker } from '../../electron/store/write-worker.ts';
import { cacheKey, openDatabase } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';
import { kindOf } from '../support/outbox.ts';

async function ownFile() {
  const file = join(await ownFolder(), 'cache.db');
  const database = openDatabase(file);
  onTestFinished(async () => {
    await database.stopWorker();
    await database.close();
  });
  database.execute('CREATE TABLE word (word TEXT UNIQUE)');
  const words = () => database.all('SELECT word FROM word ORDER BY rowid').map(({ word }) => word);
  return { database, words, path: file };
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

it('does not block for a worker that died without a report', async () => {
  const worker = new WriteWorker(join(await ownFolder(), 'no such folder', 'cache.db'), {}, []);
  const onEnd = vi.fn();
  worker.begin([[insert, ['one']]], onEnd);
  worker.blockUntilIdle(); // before any event of the worker can arrive
  expect(onEnd).toHaveBeenCalledExactlyOnceWith(expect.any(WorkerGoneError));
});

it('leaves a worker alone that waits for a busy disk, says so to whoever comes next, and writes in the end', async () => {
  const { database, words, path } = await ownFile();
  const worker = new WriteWorker(path, encryptedWith(cacheKey), ['busy_timeout = 20000'], 20);
  database.execute('BEGIN IMMEDIATE');
  const written = new Promise((resolve) => worker.begin([[insert, ['slow']]], resolve));
  await expect(kindOf(() => worker.blockUntilIdle())).resolves.toBe('disk-busy');
  const closed = worker.close();
  database.execute('COMMIT');
  expect(await written).toBeNull();
  await closed;
  expect(words()).toEqual(['slow']);
});

it('says in its own words that another program has the file', async () => {
  const { database, path } = await ownFile();
  const other = openDatabase(path);
  onTestFinished(() => other.close());
  other.execute('BEGIN IMMEDIATE');
  database.execute('PRAGMA busy_timeout = 0');
  expect(await kindOf(() => database.run(insert, 'refused'))).toBe('disk-busy');
  other.execute('ROLLBACK');
});

it('is closed with its file, whatever it is writing', async () => {
  const { database, words } = await ownFile();
  const written = database.transactionOnWorker(
    (writer) => {
      for (let number = 0; number < 5_000; number++) writer.run(insert, String(number));
    },
    () => undefined,
  );
  await database.close();
  await written;
  expect(() => words()).toThrow();
});
