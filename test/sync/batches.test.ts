import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Batches } from '../../electron/sync/sync-engine.ts';
import { ticketId } from '../support/tickets.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells the first at once, what follows together, and the rest at the end', () => {
  const told: string[][] = [];
  const batches = new Batches((ids) => told.push(ids), 400);
  batches.add([ticketId(1)]);
  batches.add([ticketId(2)]);
  vi.advanceTimersByTime(399);
  batches.add([ticketId(3)]);
  vi.advanceTimersByTime(1);
  batches.add([ticketId(4)]);
  batches.add([ticketId(5)]);
  batches.flush();
  batches.flush();
  expect(told).toEqual([['WO1'], ['WO2', 'WO3', 'WO4'], ['WO5']]);
});
