/*
 * Threads, as steps of the one simulation: a thread's script runs here, some time after it was asked to, or at once when the
 * main thread blocks to wait for it.
 */

import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { current, type SimulatedProcess, type Universe } from './universe.ts';

const require = createRequire(import.meta.url);

/** The longest that a message between threads, or the start of one, takes. */
const longestMs = 4;

/** One end of a channel. What arrives waits in it until it is delivered, or taken out earlier. */
export class SimulatedPort extends EventEmitter {
  readonly #inbox: unknown[] = [];
  other: SimulatedPort | null = null;
  isClosed = false;

  postMessage(message: unknown): void {
    const { other } = this;
    if (!other || !current.universe) return;
    const { time, process, chance } = current.universe;
    const copy: unknown = structuredClone(message);
    other.#inbox.push(copy);
    time.after(chance.next() * longestMs, process, () => other.deliver());
  }

  /** Hands out the oldest message that is waiting, if there is any, to whoever listens. */
  deliver(): boolean {
    if (this.#inbox.length === 0 || this.listenerCount('message') === 0) return false;
    this.emit('message', this.#inbox.shift());
    return true;
  }

  /** Takes out the oldest message, as `receiveMessageOnPort` does. */
  receive(): { message: unknown } | undefined {
    return this.#inbox.length === 0 ? undefined : { message: this.#inbox.shift() };
  }

  close(): void {
    this.isClosed = true;
    this.emit('closed');
  }

  ref(): void {}

  unref(): void {}
}

export class SimulatedChannel {
  readonly port1 = new SimulatedPort();
  readonly port2 = new SimulatedPort();

  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

type WorkerOptions = { workerData: { port?: SimulatedPort; libsql: string } };
type Script = (require: (name: string) => unknown, process: { on(event: string, work: () => void): void }) => void;

/** Each script is compiled once. */
const compiled = new Map<string, Script>();

export class SimulatedWorker extends EventEmitter {
  readonly #process: SimulatedProcess;
  readonly #universe: Universe;
  readonly #script: string;
  readonly #data: WorkerOptions['workerData'];
  #hasBegun = false;
  #onExit: () => void = () => undefined;

  constructor(script: string, { workerData }: WorkerOptions) {
    super();
    const universe = current.universe;
    if (!universe) throw new Error('no world is being simulated');
    this.#universe = universe;
    this.#process = universe.process;
    this.#script = script;
    this.#data = workerData;
    this.#process.threads.add(this);
    this.#later(() => this.#begin());
  }

  ref(): void {}

  unref(): void {}

  /** Does at once whatever the thread has been asked to do. */
  catchUp(): void {
    this.#begin();
    while (this.#data.port?.deliver()) {
      // the next message
    }
  }

  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    let run = compiled.get(this.#script);
    if (!run) {
      run = new Function('require', 'process', this.#script) as Script;
      compiled.set(this.#script, run);
    }
    const { port } = this.#data;
    port?.once('closed', () => this.#end());
    try {
      run((name) => (name === 'node:worker_threads' ? { workerData: this.#data } : require(name)), {
        on: (_event, work) => (this.#onExit = work),
      });
    } catch (error) {
      this.#end(error);
      return;
    }
    if (port)
      this.#later(() => this.catchUp()); // what was sent before anybody listened
    else this.#end();
  }

  #end(error?: unknown): void {
    this.#process.threads.delete(this);
    this.#onExit();
    this.#later(() => {
      if (error) this.emit('error', error);
      this.emit('exit', error ? 1 : 0);
    });
  }

  #later(work: () => void): void {
    this.#universe.time.after(this.#universe.chance.next() * longestMs, this.#process, work);
  }
}

/** What a main thread that blocks waits for: its threads do what they were asked to. */
export function catchUp(): 'ok' {
  for (const thread of [...(current.universe?.process.threads ?? [])]) thread.catchUp();
  return 'ok';
}
