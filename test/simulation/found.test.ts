import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { endSimulation, run } from './run.ts';
import type { Schedule } from './schedule.ts';

afterAll(endSimulation);

const folder = join(import.meta.dirname, 'found');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

it('keeps every promise on the bad days that once broke one', async () => {
  for (const name of names) {
    const { schedule } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { schedule: Schedule };
    expect({ name, failure: (await run(schedule)).failure }).toEqual({ name, failure: null });
  }
}, 120_000);
