import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Checkpoints } from '../../electron/store/checkpoints.ts';
import { openDatabase } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';

it('moves what was written into the file without the writer', async () => {
  const file = join(await ownFolder(), 'cache.db');
  const database = openDatabase(file);
  onTestFinished(() => database.close());
  database.execute('CREATE TABLE text (text TEXT)');
  const before = statSync(file).size;
  const text = 'x'.repeat(50_000);
  database.transaction(() => database.run('INSERT INTO text VALUES (?)', text));
  await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(before + text.length));
  expect(database.first('SELECT length(text) AS length FROM text')?.length).toBe(text.length);
});

it('waits for nothing while the log is short, and leaves it to the writer where no worker can do it', async () => {
  const file = join(await ownFolder(), 'cache.db');
  writeFileSync(file, 'no database');
  const onFailure = vi.fn();
  const checkpoints = new Checkpoints(file, {}, onFailure);
  await checkpoints.checkpointLongLog();
  expect(onFailure).not.toHaveBeenCalled();
  checkpoints.schedule();
  await vi.waitFor(() => expect(onFailure).toHaveBeenCalledOnce());
  checkpoints.schedule();
  await checkpoints.close();
  expect(onFailure).toHaveBeenCalledOnce();
});
