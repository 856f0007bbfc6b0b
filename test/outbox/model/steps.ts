import fc from 'fast-check';
import type { DemoOptions, FaultKind } from '../../../electron/demo/options.ts';

/** One thing that happens to the outbox in a run. `ticket` is an index into the run's tickets, including those it created. */
export type Step =
  | { do: 'create'; text: string }
  | { do: 'comment' | 'attach' | 'update'; ticket: number; text: string }
  | { do: 'cancel'; ticket: number }
  | { do: 'discard' | 'send'; change: number }
  | { do: 'replace'; change: number; text: string }
  | { do: 'fault'; kind: FaultKind; method: string | undefined; times: number }
  | { do: 'network'; isConnected: boolean }
  | { do: 'let'; requests: number }
  | { do: 'kill' };

const faultKinds = [
  'drop-before',
  'drop-after',
  'hang-after',
  'error-after',
  'error-json',
  'rate-limited',
  'gateway-401',
  'cut-off',
  'not-json',
  'spike-arrest',
  'not-permitted',
  'ticket-unknown',
  'captive-portal',
  'error-under-200',
] as const satisfies FaultKind[];

/** How long after it was added something may be out of sight. Searches go on for longer than this, as in the application. */
export const longestLagMs = 40;

/** How the server answers in a run: in which forms, how late, and how slowly. */
export const dialects: fc.Arbitrary<Partial<DemoOptions>> = fc.record({
  errorForm: fc.constantFrom('json', 'wrapper-json', 'wrapper-xml', 'fault', 'mixed'),
  emptyListForm: fc.constantFrom('array', 'null', 'zero-size', 'no-content', 'no-field', 'mixed'),
  lastFlag: fc.constantFrom('right', 'missing', 'early'),
  commentDelayMs: fc.constantFrom(0, longestLagMs),
  ticketDelayMs: fc.constantFrom(0, longestLagMs),
  observedSpeed: fc.constantFrom(0, 0, 0.002),
  hasOddRows: fc.boolean(),
});

const number = fc.nat({ max: 9 });
/** Mostly the same ticket, so that much happens to one. */
const ticket = fc.constantFrom(0, 0, 0, 1, 2, 3);
/** Few texts, so that the same comment is often made twice. */
const text = fc.constantFrom('other', 'same words', ' same words ');

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), text }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('comment' as const, 'attach' as const, 'update' as const),
      ticket,
      text,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), ticket }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('discard' as const, 'send' as const), change: number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const), change: number, text }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      kind: fc.constantFrom(...faultKinds),
      method: fc.constantFrom('POST', 'PUT', undefined),
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('network' as const), isConnected: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('let' as const), requests: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'kill' as const }) },
);

export const steps = fc.array(step, { minLength: 4, maxLength: 24 });
