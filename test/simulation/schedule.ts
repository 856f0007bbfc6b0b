/* A schedule: the server's dialect and what happens, one step after another. All of it comes from one seed. */

import fc from 'fast-check';
import { type KeychainProblem, keychainProblems } from './simulated-keychain.ts';
import { type NetworkFault, networkFaults, type Speed, speeds } from './simulated-network.ts';

/** A form whose draft is being typed. */
export const forms = ['new', 'comment'] as const;

/** What the user marks a ticket with. */
export type MarkStep =
  | { do: 'star'; ticket: number; on: boolean }
  | { do: 'snooze'; ticket: number; hours: number }
  | { do: 'note'; ticket: number; text: string }
  | { do: 'read' | 'unread'; ticket: number };

export type Step =
  // What the user does.
  | { do: 'create'; text: string }
  | { do: 'comment' | 'attach' | 'update'; ticket: number; text: string }
  | { do: 'cancel'; ticket: number }
  /** A comment on several tickets at once. */
  | { do: 'comment-all'; tickets: number; text: string }
  | { do: 'discard' | 'send'; change: number }
  | { do: 'replace'; change: number; text: string }
  | { do: 'type'; form: (typeof forms)[number]; ticket: number; text: string }
  | { do: 'send-draft' | 'drop-draft'; form: (typeof forms)[number]; ticket: number }
  | MarkStep
  | { do: 'look'; ticket: number }
  | { do: 'switch' }
  /** The user removes the open account from this computer, with all that was entered in it. */
  | { do: 'sign-out' }
  // What happens to the user.
  | { do: 'let'; seconds: number }
  | {
      do: 'operator';
      account: 0 | 1;
      kind: 'comment' | 'status' | 'title' | 'open' | 'close' | 'remove';
      ticket: number;
    }
  | { do: 'fault'; kind: NetworkFault; method: 'GET' | 'POST' | 'PUT' | undefined; times: number }
  | { do: 'network'; isConnected: boolean; speed: Speed }
  | { do: 'tokens' }
  | { do: 'disk'; trouble: 'full' | 'refuses'; writes: number }
  /** The next so many times that the keychain is asked it refuses. */
  | { do: 'keychain'; kind: KeychainProblem; times: number }
  | { do: 'clock'; hours: number }
  | { do: 'wake' }
  | { do: 'quit' }
  /** The process dies: now, or at one of the next writes. */
  | { do: 'die'; writes: number | null }
  /** The computer loses its power: what the disk promised to keep is kept. */
  | { do: 'power-cut'; share: number }
  /** The same, and the disk loses what it promised to keep: the end of the log, or everything since some start. */
  | { do: 'lie'; kind: 'lost-end' | 'old-copy'; share: number };

const number = fc.nat({ max: 9 });
/** Mostly the same ticket, so that much happens to one. */
const ticket = fc.constantFrom(0, 0, 0, 1, 2, 3, 4);
/** Few texts, so that the same is often said twice. */
const text = fc.constantFrom('same words', 'same words ', 'other');
const form = fc.constantFrom(...forms);

const is = <T extends string>(...values: [T, ...T[]]) => fc.constantFrom(...values);
const step = (weight: number, record: { [name: string]: fc.Arbitrary<unknown> }) => ({
  weight,
  arbitrary: fc.record(record) as unknown as fc.Arbitrary<Step>,
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  step(5, { do: is('create'), text }),
  step(9, { do: is('comment', 'comment', 'attach', 'update'), ticket, text }),
  step(1, { do: is('cancel'), ticket }),
  step(1, { do: is('comment-all'), tickets: fc.integer({ min: 2, max: 4 }), text }),
  step(3, { do: is('discard', 'send'), change: number }),
  step(2, { do: is('replace'), change: number, text }),
  step(3, { do: is('type'), form, ticket, text }),
  step(2, { do: is('send-draft', 'send-draft', 'drop-draft'), form, ticket }),
  step(1, { do: is('star'), ticket, on: fc.boolean() }),
  step(1, { do: is('snooze'), ticket, hours: fc.constantFrom(0, 1, 100) }),
  step(1, { do: is('note'), ticket, text }),
  step(1, { do: is('read', 'unread', 'look'), ticket }),
  step(2, { do: is('switch') }),
  step(1, { do: is('sign-out') }),
  step(12, { do: is('let'), seconds: fc.constantFrom(0.1, 0.5, 1, 1, 3, 3, 3, 10, 10, 40, 40, 40, 130, 400) }),
  step(2, {
    do: is('operator'),
    account: fc.constantFrom(0, 0, 1),
    kind: is('comment', 'status', 'title', 'open', 'close', 'remove'),
    ticket: number,
  }),
  step(9, {
    do: is('fault'),
    kind: fc.constantFrom(...networkFaults),
    method: fc.constantFrom('POST', 'POST', 'PUT', 'GET', undefined),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  step(2, {
    do: is('network'),
    isConnected: fc.constantFrom(true, true, false),
    speed: fc.constantFrom(...(Object.keys(speeds) as Speed[])),
  }),
  step(1, { do: is('tokens') }),
  step(2, { do: is('disk'), trouble: is('full', 'refuses'), writes: fc.constantFrom(1, 1, 2, 5, 20) }),
  step(1, { do: is('clock'), hours: fc.constantFrom(-800, -25, -0.1, 0.1, 2, 30, 500) }),
  step(1, { do: is('keychain'), kind: fc.constantFrom(...keychainProblems), times: fc.integer({ min: 1, max: 4 }) }),
  step(1, { do: is('wake') }),
  step(1, { do: is('quit') }),
  step(5, { do: is('die'), writes: fc.constantFrom(null, 0, 1, 2, 3, 4, 5, 7, 9, 14, 25) }),
  step(1, { do: is('power-cut'), share: fc.constantFrom(0, 0.1, 0.5, 1) }),
  step(1, { do: is('lie'), kind: is('lost-end', 'lost-end', 'old-copy'), share: fc.constantFrom(0.02, 0.1, 0.3, 1) }),
);

const dialects = fc.record({
  errorForm: fc.constantFrom('json', 'wrapper-json', 'wrapper-xml', 'fault', 'mixed'),
  emptyListForm: fc.constantFrom('array', 'null', 'zero-size', 'no-content', 'no-field', 'mixed'),
  lastFlag: fc.constantFrom('right', 'missing', 'early'),
  order: fc.constantFrom('newest-first', 'newest-first', 'oldest-first', 'last-changed-first'),
  pageCap: fc.constantFrom(100, 3),
  hasFeed: fc.constantFrom(false, false, true),
  hasOddRows: fc.boolean(),
  doubledRows: fc.constantFrom(0, 0, 2),
  commentDelayMs: fc.constantFrom(0, 0, 5_000),
  ticketDelayMs: fc.constantFrom(0, 0, 5_000),
  tokenLifetimeS: fc.constantFrom(3_599, 3_599, 40),
  reusesTokenUntilS: fc.constantFrom(0, 5),
});

/** @param maxSteps how much happens at most */
export const schedules = (maxSteps = 24) =>
  fc.record({
    /** For what the schedule leaves open: how long each thing takes, and what the application leaves to chance. */
    chance: fc.noShrink(fc.nat()),
    /** Nothing was synced before. */
    isFresh: fc.constantFrom(false, false, false, false, false, false, true),
    /** Files are kept for reading without a network, which is much work. */
    keepsFiles: fc.constantFrom(...new Array<boolean>(9).fill(false), true),
    dialect: dialects,
    speed: fc.constantFrom(...(Object.keys(speeds) as Speed[])),
    steps: fc.array(anyStep, { minLength: 4, maxLength: maxSteps, size: 'max' }),
  });

export type Schedule = typeof schedules extends () => fc.Arbitrary<infer T> ? T : never;

/** Returns the schedule of a seed. */
export function scheduleOf(seed: number): Schedule {
  const [schedule] = fc.sample(schedules(), { seed, numRuns: 1 });
  if (!schedule) throw new Error('no schedule');
  return schedule as Schedule;
}
