import { afterAll, it } from 'vitest';
import { endSimulation } from './run.ts';
import { runSeeds } from './schedules.ts';

afterAll(endSimulation);

it('keeps every promise on the next 500 bad days', () => runSeeds(501, 500), 3_600_000);
