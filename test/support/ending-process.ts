/*
 * A process that ends at a random moment while a thread works in a database: `node … <file> <how> <rows>`. Each transaction
 * adds the same number of rows.
 */

import { setTimeout } from 'node:timers/promises';
import { cacheFileOptions } from '../../electron/store/cache-file.ts';
import { Checkpoints } from '../../electron/store/checkpoints.ts';
import { encryptedWith, SqliteFile } from '../../electron/store/database.ts';

const [, , path = '', how, rows] = process.argv;
const key = 'ab'.repeat(32);
const file = new SqliteFile(path, key, { ...cacheFileOptions, isCheckpointedOnWorker: false });
file.execute('CREATE TABLE IF NOT EXISTS word (word TEXT)');
const written = file.transactionOnWorker(
  (writer) => {
    for (let row = 0; row < Number(rows); row++) writer.run('INSERT INTO word VALUES (?)', `${row} ${'x'.repeat(200)}`);
  },
  () => undefined,
);

const moment = (longestMs: number) => setTimeout(Math.random() * longestMs);
if (how === 'in a checkpoint') {
  await written;
  new Checkpoints(path, encryptedWith(key), () => undefined, 0).schedule();
  await moment(60); // a thread takes about 40 to be inside
  process.exit();
}
written.catch(() => undefined); // it may come to the end before it has begun
await moment(200);
if (how === 'by closing') await file.close();
if (how === 'by exiting') process.exit();
// Otherwise there is nothing left to do, which ends the process too.
