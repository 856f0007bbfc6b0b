/*
 * Puts the simulation in place of everything by which the application notices or reaches the real world: clocks, timers, chance,
 * threads, the file system below the simulation's folder, and the database library. The application's own code runs as it is.
 * Must be imported before it. While no world is being simulated, everything is as ever.
 */

import childCrypto from 'node:crypto';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import timersPromises from 'node:timers/promises';
import vm from 'node:vm';
import threads from 'node:worker_threads';
import { type NativePart, simulateDatabases } from './simulated-database.ts';
import { simulatedFiles } from './simulated-files.ts';
import { catchUp, SimulatedChannel, SimulatedPort, SimulatedWorker } from './simulated-threads.ts';
import { SimulatedTimer } from './simulated-time.ts';
import { current } from './universe.ts';

const real = {
  setTimeout,
  clearTimeout,
  setInterval,
  clearInterval,
  setImmediate,
  clearImmediate,
  Date,
  now: performance.now.bind(performance),
  random: Math.random,
  wait: Atomics.wait,
};

/** Lets everything happen that needs no time, such as the reactions to promises. */
export const settle = (): Promise<void> => new Promise((resolve) => real.setImmediate(resolve));

type Callback = (...values: unknown[]) => void;

function later(callback: Callback, delayMs: number, values: unknown[]): SimulatedTimer {
  const { time, process } = current.universe ?? unreachable();
  return time.after(delayMs, process, () => callback(...values));
}

function unreachable(): never {
  throw new Error('no world is being simulated');
}

const isOurs = (timer: unknown): timer is SimulatedTimer => timer instanceof SimulatedTimer;

/** A whole number of milliseconds, at least one, as in Node. */
const delayOf = (delayMs: unknown): number => Math.max(1, Math.trunc(Number(delayMs) || 0));

class SimulatedDate extends real.Date {
  constructor(...values: unknown[]) {
    const { universe } = current;
    if (values.length === 0 && universe) super(universe.time.clockMs);
    else super(...(values as []));
  }

  static override now(): number {
    return current.universe ? current.universe.time.clockMs : real.Date.now();
  }
}

function repeat(callback: Callback, delayMs: number, values: unknown[]): SimulatedTimer {
  let timer = later(tick, delayMs, []);
  function tick(): void {
    timer = later(tick, delayMs, []);
    callback(...values);
  }
  return new SimulatedTimer(() => timer.cancel());
}

Object.assign(globalThis, {
  setTimeout: (callback: Callback, delayMs?: number, ...values: unknown[]) =>
    current.universe
      ? later(callback, delayOf(delayMs), values)
      : Reflect.apply(real.setTimeout, undefined, [callback, delayMs, ...values]),
  setInterval: (callback: Callback, delayMs?: number, ...values: unknown[]) =>
    current.universe
      ? repeat(callback, delayOf(delayMs), values)
      : Reflect.apply(real.setInterval, undefined, [callback, delayMs, ...values]),
  setImmediate: (callback: Callback, ...values: unknown[]) =>
    current.universe ? later(callback, 0, values) : Reflect.apply(real.setImmediate, undefined, [callback, ...values]),
  clearTimeout: (timer: unknown) => (isOurs(timer) ? timer.cancel() : real.clearTimeout(timer as NodeJS.Timeout)),
  clearInterval: (timer: unknown) => (isOurs(timer) ? timer.cancel() : real.clearInterval(timer as NodeJS.Timeout)),
  clearImmediate: (timer: unknown) => (isOurs(timer) ? timer.cancel() : real.clearImmediate(timer as NodeJS.Immediate)),
  Date: SimulatedDate,
});

performance.now = () => (current.universe ? current.universe.time.monotonicMs : real.now());
Math.random = () => (current.universe ? current.universe.chance.next() : real.random());

type Waiting = { signal?: AbortSignal };

function waitFor(delayMs: number, value: unknown, { signal }: Waiting = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = () =>
      reject(Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' }));
    if (signal?.aborted) return fail();
    const onAbort = () => {
      timer.cancel();
      fail();
    };
    const timer = later(
      () => {
        signal?.removeEventListener('abort', onAbort);
        resolve(value);
      },
      delayMs,
      [],
    );
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** Replaces functions of a built-in module by ones that ask the current world, if there is any. */
function replace(module: object, replacements: Record<string, unknown>): void {
  Object.assign(module, replacements);
}

const { setTimeout: realWait, setImmediate: realBreathe } = timersPromises;
replace(timersPromises, {
  setTimeout: (delayMs?: number, value?: unknown, options?: Waiting) =>
    current.universe ? waitFor(delayOf(delayMs), value, options) : realWait(delayMs, value, options),
  setImmediate: (value?: unknown, options?: Waiting) =>
    current.universe ? waitFor(0, value, options) : realBreathe(value, options),
});

const { randomUUID, randomBytes } = childCrypto;
replace(childCrypto, {
  randomUUID: () => (current.universe ? current.universe.uuid() : randomUUID()),
  randomBytes: (size: number) => (current.universe ? current.universe.bytes(size) : randomBytes(size)),
});

const { runInNewContext } = vm;
replace(vm, {
  // The application collects garbage when it closes a file, for Windows: here that would take most of the time.
  runInNewContext: (code: string, ...rest: []) =>
    current.universe && code === 'gc' ? () => undefined : runInNewContext(code, ...rest),
});

replace(fs, simulatedFiles.synchronous(fs));
replace(fsPromises, simulatedFiles.asynchronous(fsPromises));

const { Worker, MessageChannel, receiveMessageOnPort } = threads;
replace(threads, {
  Worker: new Proxy(Worker, {
    construct: (target, values, newTarget) =>
      current.universe ? new SimulatedWorker(values[0], values[1]) : Reflect.construct(target, values, newTarget),
  }),
  MessageChannel: new Proxy(MessageChannel, {
    construct: (target, values, newTarget) =>
      current.universe ? new SimulatedChannel() : Reflect.construct(target, values, newTarget),
  }),
  receiveMessageOnPort: (port: unknown) =>
    port instanceof SimulatedPort ? port.receive() : receiveMessageOnPort(port as never),
});
Atomics.wait = ((...values: Parameters<typeof Atomics.wait>) =>
  current.universe ? catchUp() : real.wait(...values)) as typeof Atomics.wait;

/** As the library itself finds its native part. */
const requireOfLibrary = createRequire(createRequire(import.meta.url).resolve('libsql'));
const { currentTarget } = requireOfLibrary('@neon-rs/load') as { currentTarget(): string };
simulateDatabases(requireOfLibrary(`@libsql/${currentTarget()}`) as NativePart);

syncBuiltinESMExports();
