import { it } from 'vitest';
import { runSeeds } from './schedules.ts';

it('keeps every promise on the first 500 bad days', () => runSeeds(1, 500), 3_600_000);
