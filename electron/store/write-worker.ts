/* Transactions in a worker. */

import { once } from 'node:events';
import { MessageChannel, type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads';
import type Database from 'libsql';
import { ProblemError } from '../contract/problem.ts';
import { startDatabaseThread } from './database-thread.ts';

/** One statement with its values. */
export type Statement = readonly [sql: string, values: readonly (string | number | null | Uint8Array)[]];

type OnEnd = (failure: Error | null) => void;

/** The worker's report on a transaction: why it was rolled back, or `null` when it was committed. */
type Report = { failure: { message: string; code: string } | null };

/** Takes the place of a transaction's number when the worker has ended. */
const gone = -1;

const script = `
  const { file, options, pragmas, port, ended } = workerData;
  const end = (number) => {
    Atomics.store(ended, 0, number);
    Atomics.notify(ended, 0);
  };
  process.on('exit', () => end(${gone})); // whatever the reason, nobody waits for this thread any longer
  const prepared = new Map();
  let database;
  insideLibsql((Database) => {
    database = new Database(file, options);
    for (const pragma of pragmas) database.exec('PRAGMA ' + pragma);
  });
  const run = (sql, values) => {
    if (!prepared.has(sql)) prepared.set(sql, database.prepare(sql));
    prepared.get(sql).run(...values);
  };
  const transact = (statements) => {
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const [sql, values] of statements) run(sql, values);
      database.exec('COMMIT');
      return null;
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      return { message: String(error.message), code: String(error.code) };
    }
  };
  const close = () => {
    prepared.clear();
    database.close();
    port.close();
  };
  port.on('message', ({ number, statements }) =>
    insideLibsql(() => {
      if (statements === null) return close();
      port.postMessage({ failure: transact(statements) });
      end(number);
    }),
  );
`;

/** As long as SQLite waits for another writer; on a slow disk a transaction can take longer. */
const defaultLongestBlockMs = 5_000;

/**
 * The worker could not be started, or it ended. Whether a transaction that it was given was committed is unknown; most
 * likely it was not.
 */
export class WorkerGoneError extends Error {}

/**
 * Writes to a database in a worker, one transaction at a time, so that encrypting pages does not block the main process.
 *
 * Every write on the main thread calls `blockUntilIdle` first, so two transactions never overlap, and each sees what the
 * one before it wrote. Writes there are synchronous, so that wait cannot yield to the event loop: it sleeps until the
 * worker changes the shared number `#ended`.
 */
export class WriteWorker {
  readonly #worker: Worker;
  readonly #exited: Promise<void>;
  readonly #port: MessagePort;
  /** The number of the transaction that ended last. A flag would not do: the worker sets it after its report, possibly late. */
  readonly #ended = new Int32Array(new SharedArrayBuffer(4));
  readonly #longestBlockMs: number;
  #number = 0;
  #onEnd: OnEnd | null = null;
  #isRunning = true;
  #waiting: (() => void)[] = [];

  constructor(
    file: string,
    options: Database.Options,
    pragmas: readonly string[],
    longestBlockMs: number = defaultLongestBlockMs,
  ) {
    this.#longestBlockMs = longestBlockMs;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = startDatabaseThread(script, { file, options, pragmas, port: port2, ended: this.#ended }, [port2]);
    this.#port.on('message', ({ failure }: Report) => this.#end(failure));
    this.#exited = once(this.#worker, 'exit').then(
      () => this.#noteGone(),
      () => this.#noteGone(),
    );
    this.#port.unref();
  }

  /** Begins a transaction; none may be under way. `onEnd` is called, with `null` for success, before anything else is written. */
  begin(statements: readonly Statement[], onEnd: OnEnd): void {
    this.#number += 1;
    this.#onEnd = (failure) => {
      this.#onEnd = null;
      this.#port.unref();
      onEnd(failure);
      for (const resume of this.#waiting.splice(0)) resume();
    };
    if (!this.#isRunning) {
      this.#onEnd(new WorkerGoneError());
      return;
    }
    this.#port.ref();
    this.#port.postMessage({ number: this.#number, statements });
  }

  /** Waits until no transaction is under way. A write right after that does not block. */
  async whenIdle(): Promise<void> {
    if (this.#onEnd) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /**
   * Blocks until no transaction is under way. A worker that is silent for long may be writing to a slow disk, so it is left
   * alone, and what was to be written next fails. @throws ProblemError `disk-busy`
   */
  blockUntilIdle(): void {
    if (!this.#onEnd) return;
    const number = this.#waitForEnd();
    const received = receiveMessageOnPort(this.#port) as { message: Report } | undefined;
    if (received) this.#end(received.message.failure);
    else if (number === gone) this.#noteGone();
    else throw new ProblemError('disk-busy');
  }

  /** Ends the worker after the transaction that is under way, and waits until it has closed the file. */
  async close(): Promise<void> {
    this.#worker.ref();
    while (this.#onEnd) await this.whenIdle();
    if (this.#isRunning) this.#port.postMessage({ number: this.#number, statements: null });
    await this.#exited;
  }

  /** Returns the number of the transaction that ended last: that of the one under way, unless the time is up. */
  #waitForEnd(): number {
    const untilMs = performance.now() + this.#longestBlockMs;
    for (;;) {
      const ended = Atomics.load(this.#ended, 0);
      const leftMs = untilMs - performance.now();
      if (ended === this.#number || ended === gone || leftMs <= 0) return ended;
      Atomics.wait(this.#ended, 0, ended, leftMs);
    }
  }

  #noteGone(): void {
    this.#isRunning = false;
    this.#onEnd?.(new WorkerGoneError());
  }

  #end(failure: Report['failure']): void {
    this.#onEnd?.(failure && Object.assign(new Error(failure.message), { code: failure.code }));
  }
}
