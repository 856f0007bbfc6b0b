import { afterAll, it } from 'vitest';
import { endSimulation } from './run.ts';
import { runSeeds } from './schedules.ts';

afterAll(endSimulation);

it('keeps every promise on the first 500 bad days', () => runSeeds(1, 500), 3_600_000);
