import { createRequire } from 'node:module';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type Database from 'libsql';

/** One statement with its values. */
export type Statement = readonly [sql: string, values: readonly (string | number | null | Uint8Array)[]];

/** Told how it ended; `null` is well. */
type OnEnd = (failure: Error | null) => void;

/** What the thread says of a transaction: nothing, or why it is as if it had never been. */
type Answer = { failure: { message: string; code: string } | null };

/** Run in the thread: nothing of ours, so that it needs no file of its own beside the bundle. */
const script = `
  const { workerData } = require('node:worker_threads');
  const { libsql, file, options, settings, port, ended } = workerData;
  const database = new (require(libsql))(file, options);
  for (const setting of settings) database.exec('PRAGMA ' + setting);
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

/** No transaction takes so long, whatever the disk; a thread that says nothing for longer has gone. */
const longestMs = 5_000;

/** No thread could be had, or it ended: nobody knows of a transaction that it was given, which mostly was not made. */
export class ThreadGoneError extends Error {}

/**
 * Writes to a database in a thread of its own, one transaction at a time, so that encrypting pages does not keep the main
 * process from answering. Who has to write there otherwise calls `finish` first, and waits without giving way: so two
 * transactions never overlap, and each sees what the one before it wrote.
 */
export class WriteThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  /** The number of the transaction that ended last. Not a mere flag: the thread sets it after its answer, which can be late. */
  readonly #ended = new Int32Array(new SharedArrayBuffer(4));
  #number = 0;
  #onEnd: OnEnd | null = null;
  #isRunning = true;
  #waiting: (() => void)[] = [];

  constructor(file: string, options: Database.Options, settings: readonly string[]) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const libsql = createRequire(import.meta.url).resolve('libsql');
    const workerData = { libsql, file, options, settings, port: port2, ended: this.#ended };
    this.#worker = new Worker(script, { eval: true, workerData, transferList: [port2] });
    this.#port.on('message', ({ failure }: Answer) => this.#end(failure));
    const exited = () => {
      this.#isRunning = false;
      this.#onEnd?.(new ThreadGoneError());
    };
    this.#worker.on('error', exited).on('exit', exited);
    this.#port.unref();
    this.#worker.unref();
  }

  /** Begins a transaction; none may be under way. `onEnd` is called before anybody else writes. */
  begin(statements: readonly Statement[], onEnd: OnEnd): void {
    this.#number += 1;
    this.#onEnd = (failure) => {
      this.#onEnd = null;
      this.#port.unref();
      onEnd(failure);
      for (const resume of this.#waiting.splice(0)) resume();
    };
    if (!this.#isRunning) {
      this.#onEnd(new ThreadGoneError());
      return;
    }
    this.#port.ref();
    this.#port.postMessage({ number: this.#number, statements });
  }

  /** Waits until nothing is under way; who writes right then makes nobody wait. */
  async idle(): Promise<void> {
    if (this.#onEnd) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Waits, without giving way, until nothing is under way. */
  finish(): void {
    if (!this.#onEnd) return;
    this.#waitForEnd();
    const received = receiveMessageOnPort(this.#port) as { message: Answer } | undefined;
    if (received) {
      this.#end(received.message.failure);
      return;
    }
    this.#isRunning = false; // what it may say later is about no transaction that anybody waits for
    void this.#worker.terminate();
    this.#onEnd(new ThreadGoneError());
  }

  /** Ends the thread, after what is under way. Ends when it has let go of the file. */
  async close(): Promise<void> {
    this.finish();
    if (!this.#isRunning) return;
    this.#port.postMessage({ number: this.#number, statements: null });
    await new Promise((resolve) => this.#worker.once('exit', resolve)); // which comes after an error too
  }

  #waitForEnd(): void {
    const untilMs = performance.now() + longestMs;
    for (;;) {
      const ended = Atomics.load(this.#ended, 0);
      const leftMs = untilMs - performance.now();
      if (ended === this.#number || leftMs <= 0) return;
      Atomics.wait(this.#ended, 0, ended, leftMs);
    }
  }

  #end(failure: Answer['failure']): void {
    this.#onEnd?.(failure && Object.assign(new Error(failure.message), { code: failure.code }));
  }
}
