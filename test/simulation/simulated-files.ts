/* The file system below the simulation's folder: the real one, whose answers take simulated time, and which can refuse. */

import type fs from 'node:fs';
import type fsPromises from 'node:fs/promises';
import { current } from './universe.ts';

type Work = (...values: unknown[]) => unknown;

/** The functions that the application uses, by whether they write. */
const reading = ['readFile', 'readdir', 'stat'] as const;
const writing = ['mkdir', 'writeFile', 'rename', 'rm'] as const;

const longestMs = 3;

/** Runs a function of the file system as one of the simulated disk, when its path is on it. */
const onDisk =
  (synchronous: Work, real: Work, isWriting: boolean): Work =>
  (...values) => {
    const { universe } = current;
    if (!universe?.disk.contains(values[0])) return real(...values);
    const { disk, time, process, chance } = universe;
    return new Promise((resolve, reject) => {
      time.after(chance.next() * longestMs, process, () => {
        try {
          resolve(isWriting ? disk.write(() => synchronous(...values), true) : synchronous(...values));
        } catch (error) {
          reject(error);
        }
      });
    });
  };

let real: typeof fs;

export const simulatedFiles = {
  /** Those that answer at once: only their writing can be refused. */
  synchronous(module: typeof fs): Record<string, unknown> {
    real = { ...module };
    return {};
  },

  /** Those that answer with a promise. */
  asynchronous(module: typeof fsPromises): Record<string, unknown> {
    const replaced = (names: readonly (typeof reading | typeof writing)[number][], isWriting: boolean) =>
      names.map((name) => [name, onDisk(real[`${name}Sync`] as Work, module[name] as Work, isWriting)]);
    return Object.fromEntries([...replaced(reading, false), ...replaced(writing, true)]);
  },
};
