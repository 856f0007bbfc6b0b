import { it } from 'vitest';
import { runSeeds } from './schedules.ts';

it('keeps every promise on 500 more bad days', () => runSeeds(501, 500), 3_600_000);
