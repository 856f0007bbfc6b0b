/*
 * Threads that work in a database. Ending a thread, or the process, while the thread is inside libsql aborts the whole process.
 * So no thread is ever terminated, and a process that ends waits until each is outside and cannot get in any more.
 */

import { createRequire } from 'node:module';
import { type TransferListItem, Worker } from 'node:worker_threads';
import type Database from 'libsql';

type ThreadData = { file: string; options: Database.Options } & Record<string, unknown>;

/** The states of a thread's lock. */
const [outside, inside, shutOut] = [0, 1, 2];

/** Precedes each script. A thread calls libsql only in `insideLibsql`, which does nothing once the process ends. */
const prelude = `
  const { workerData } = require('node:worker_threads');
  const insideLibsql = (work) => {
    const { lock } = workerData;
    if (Atomics.compareExchange(lock, 0, ${outside}, ${inside}) !== ${outside}) return;
    try {
      work(require(workerData.libsql));
    } finally {
      Atomics.store(lock, 0, ${outside});
      Atomics.notify(lock, 0);
    }
  };
`;

const locks = new Set<Int32Array>();

/** Starts a thread, which does not keep the process alive. `script` is JavaScript without our modules, so that the bundle needs no file for it. */
export function startDatabaseThread(
  script: string,
  data: ThreadData,
  transferList: readonly TransferListItem[] = [],
): Worker {
  if (locks.size === 0) process.off('exit', shutOutAll).on('exit', shutOutAll);
  const lock = new Int32Array(new SharedArrayBuffer(4));
  const libsql = createRequire(import.meta.url).resolve('libsql');
  const workerData = { ...data, libsql, lock };
  const worker = new Worker(prelude + script, { eval: true, workerData, transferList: [...transferList] });
  worker.unref();
  locks.add(lock);
  worker.once('exit', () => locks.delete(lock));
  return worker;
}

/** Longer than any transaction takes; only a dead disk holds a thread inside libsql for as long. */
const longestInsideMs = 30_000;

/** Blocks until no thread is inside libsql. After the time limit the process kills itself, which at least is no abort. */
function shutOutAll(): void {
  const untilMs = performance.now() + longestInsideMs;
  for (const lock of locks) {
    while (Atomics.compareExchange(lock, 0, outside, shutOut) === inside) {
      const leftMs = untilMs - performance.now();
      if (leftMs <= 0) process.kill(process.pid, 'SIGKILL');
      Atomics.wait(lock, 0, inside, leftMs);
    }
  }
}
