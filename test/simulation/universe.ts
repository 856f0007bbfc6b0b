/* What the application's process lives in while it is being simulated: its time, its disk, and where chance comes from. */

import type { Random } from '../../electron/demo/portfolio/random.ts';
import type { SimulatedDisk } from './simulated-disk.ts';
import type { Owner, SimulatedTime } from './simulated-time.ts';

/** One life of the application. What it began ends with it: nothing of a dead process runs or writes any more. */
export class SimulatedProcess implements Owner {
  isAlive = true;
  /** Closed when the process has died, so that their memory is free. */
  readonly databases = new Set<{ release(): void }>();
  /** Threads, which the main thread can wait for. */
  readonly threads = new Set<{ catchUp(): void }>();
}

export class Universe {
  readonly time: SimulatedTime;
  readonly disk: SimulatedDisk;
  /** For everything that the application leaves to chance. */
  readonly chance: Random;
  process = new SimulatedProcess();

  constructor(time: SimulatedTime, disk: SimulatedDisk, chance: Random) {
    this.time = time;
    this.disk = disk;
    this.chance = chance;
  }

  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.chance.integer(0, 255)));
  }

  uuid(): string {
    const digits = this.bytes(16).toString('hex');
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
  }
}

/** The universe that the application runs in now; `null` for the real world. */
export const current: { universe: Universe | null } = { universe: null };
