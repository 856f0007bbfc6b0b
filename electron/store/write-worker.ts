/* Transactions in a worker. */

import { createRequire } from 'node:module';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type Database from 'libsql';

/** One statement with its values. */
export type Statement = readonly [sql: string, values: readonly (string | number | null | Uint8Array)[]];

type OnEnd = (failure: Error | null) => void;

/** The worker's report on a transaction: why it was rolled back, or `null` when it was committed. */
type Report = { failure: { message: string; code: string } | null };

/** Runs in the worker: plain JavaScript without our modules, so that the bundle needs no file for it. */
const script = `
  const { workerData } = require('node:worker_threads');
  const { libsql, file, options, pragmas, port, ended } = workerData;
  const database = new (require(libsql))(file, options);
  for (const pragma of pragmas) database.exec('PRAGMA ' + pragma);
  const prepared = new Map();
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
  port.on('message', ({ number, statements }) => {
    if (statements === null) {
      prepared.clear();
      database.close();
      port.close();
      return;
    }
    port.postMessage({ failure: transact(statements) });
    Atomics.store(ended, 0, number);
    Atomics.notify(ended, 0);
  });
`;

/** Longer than any transaction takes on any disk; a worker that is silent for longer is taken to have died. */
const timeoutMs = 5_000;

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
  readonly #port: MessagePort;
  /** The number of the transaction that ended last. A flag would not do: the worker sets it after its report, possibly late. */
  readonly #ended = new Int32Array(new SharedArrayBuffer(4));
  #number = 0;
  #onEnd: OnEnd | null = null;
  #isRunning = true;
  #waiting: (() => void)[] = [];

  constructor(file: string, options: Database.Options, pragmas: readonly string[]) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const libsql = createRequire(import.meta.url).resolve('libsql');
    const workerData = { libsql, file, options, pragmas, port: port2, ended: this.#ended };
    this.#worker = new Worker(script, { eval: true, workerData, transferList: [port2] });
    this.#port.on('message', ({ failure }: Report) => this.#end(failure));
    const exited = () => {
      this.#isRunning = false;
      this.#onEnd?.(new WorkerGoneError());
    };
    this.#worker.on('error', exited).on('exit', exited);
    this.#port.unref();
    this.#worker.unref();
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

  /** Blocks until no transaction is under way. */
  blockUntilIdle(): void {
    if (!this.#onEnd) return;
    this.#waitForEnd();
    const received = receiveMessageOnPort(this.#port) as { message: Report } | undefined;
    if (received) {
      this.#end(received.message.failure);
      return;
    }
    this.#isRunning = false; // from here on its reports are ignored
    void this.#worker.terminate();
    this.#onEnd(new WorkerGoneError());
  }

  /** Ends the worker after the transaction that is under way, and waits until it has closed the file. */
  async close(): Promise<void> {
    this.blockUntilIdle();
    if (!this.#isRunning) return;
    this.#port.postMessage({ number: this.#number, statements: null });
    await new Promise((resolve) => this.#worker.once('exit', resolve)); // comes after an error too
  }

  #waitForEnd(): void {
    const untilMs = performance.now() + timeoutMs;
    for (;;) {
      const ended = Atomics.load(this.#ended, 0);
      const leftMs = untilMs - performance.now();
      if (ended === this.#number || leftMs <= 0) return;
      Atomics.wait(this.#ended, 0, ended, leftMs);
    }
  }

  #end(failure: Report['failure']): void {
    this.#onEnd?.(failure && Object.assign(new Error(failure.message), { code: failure.code }));
  }
}
