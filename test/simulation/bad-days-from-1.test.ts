import { it } from 'vitest';
import { runSeeds } from './schedules.ts';

it('keeps every promise on the first 100 bad days', () => runSeeds(1, 100), 3_600_000);
