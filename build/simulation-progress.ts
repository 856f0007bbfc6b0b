/* What `npm run test:simulation` has run so far, in a file, so that it can be stopped and goes on. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../electron/files/atomic-write.ts';

/** Seeds that one process runs before it is replaced, so that nothing can pile up in it. Its start costs as much as thirty seeds. */
export const seedsAtATime = 500;

/** Whole batches that are done, by their first seed; seeds that failed. What was noted with batches of another size does not count. */
const progressSchema = z.object({
  seedsAtATime: z.literal(seedsAtATime),
  done: z.array(z.int()),
  failed: z.array(z.int()),
});

/** The seeds from `first` on, `size` of them. */
export type Batch = { first: number; size: number };

/** Divides the seeds that are wanted into batches; the last may be smaller. */
export function batchesOf(from: number, count: number): Batch[] {
  return Array.from({ length: Math.ceil(count / seedsAtATime) }, (_, index) => ({
    first: from + index * seedsAtATime,
    size: Math.min(seedsAtATime, count - index * seedsAtATime),
  }));
}

const isIn = ({ first, size }: Batch, seed: number): boolean => seed >= first && seed < first + size;

/** Which batches are done, and which seeds failed. */
export class SimulationProgress {
  readonly #file: string;
  readonly #done: Set<number>;
  #failed: Set<number>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string, done: readonly number[], failed: readonly number[]) {
    this.#file = file;
    this.#done = new Set(done);
    this.#failed = new Set(failed);
  }

  /** Reads the file. @param isAgain begins anew, whatever it holds @throws Error if it is damaged */
  static async open(file: string, isAgain: boolean): Promise<SimulationProgress> {
    const text = isAgain ? '' : await readFile(file, 'utf8').catch(() => '');
    const { done, failed } = (text === '' ? null : readProgress(text, file)) ?? { done: [], failed: [] };
    return new SimulationProgress(file, done, failed);
  }

  isDone({ first }: Batch): boolean {
    return this.#done.has(first);
  }

  /** How many seeds of these batches failed. */
  failedIn(batches: readonly Batch[]): number {
    return [...this.#failed].filter((seed) => batches.some((batch) => isIn(batch, seed))).length;
  }

  /** What an earlier run of the batch found, before it was stopped, is found again if it is still there. */
  begin(batch: Batch): void {
    this.#failed = new Set([...this.#failed].filter((seed) => !isIn(batch, seed)));
  }

  noteFailure(seed: number): void {
    this.#failed.add(seed);
  }

  /** Notes that a batch was run to its end. One that was cut short is run as a whole the next time. */
  async end({ first, size }: Batch): Promise<void> {
    if (size === seedsAtATime) this.#done.add(first);
    const text = () => JSON.stringify({ seedsAtATime, done: [...this.#done], failed: [...this.#failed] });
    this.#writing = this.#writing.then(() => writeFileAtomically(this.#file, text())); // two batches may end at once
    await this.#writing;
  }
}

function readProgress(text: string, file: string): z.infer<typeof progressSchema> | undefined {
  try {
    return progressSchema.safeParse(JSON.parse(text)).data;
  } catch {
    throw new Error(`${file} is damaged. With \`-- --again\` the simulation begins anew.`);
  }
}
