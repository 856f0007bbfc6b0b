import { afterAll, it } from 'vitest';
import { endSimulation } from './run.ts';
import { runSeeds } from './schedules.ts';

afterAll(endSimulation);

it('keeps every promise on the next 100 bad days', () => runSeeds(101, 100), 3_600_000);
