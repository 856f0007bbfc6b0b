import { it } from 'vitest';
import { runSeeds } from './schedules.ts';

it('keeps every promise on the next 100 bad days', () => runSeeds(101, 100), 3_600_000);
