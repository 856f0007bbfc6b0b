/** The rules that carry the promises, and the tests that have to notice when one of them is another. */

export type RuleGroup = {
  name: string;
  /** Paths from the project's folder. */
  files: readonly string[];
  /** What Vitest includes: a mutant that only other tests would notice counts as one that survived. */
  tests: readonly string[];
  /** How long a test may take, and a mutant beyond what its tests take without it, where many never end; 20 s and a minute by default. */
  patienceMs?: number;
};

/** Rules that are computed come first: their mutants take a fraction of a second each, those of the others seconds. */
export const ruleGroups: readonly RuleGroup[] = [
  // When may something be tried again, and when is the server asked next?
  {
    name: 'backoff',
    files: ['electron/outbox/backoff.ts', 'electron/api/retry-delay.ts'],
    tests: ['test/outbox/backoff.test.ts'],
  },
  { name: 'schedule', files: ['electron/sync/schedule.ts'], tests: ['test/sync/schedule.test.ts'] },
  {
    name: 'round',
    files: ['electron/sync/problem-scope.ts', 'electron/sync/single-flight.ts'],
    tests: ['test/sync/{problem-scope,single-flight}.test.ts'],
  },
  // How much may be asked of a server at a time?
  {
    name: 'concurrency',
    files: ['electron/sync/concurrency.ts'],
    tests: ['test/sync/concurrency.test.ts'],
  },
  {
    name: 'pages',
    files: ['electron/sync/page-plan.ts', 'electron/sync/page-sizes.ts'],
    tests: ['test/sync/{page-plan,page-sizes}.test.ts'],
    patienceMs: 10_000,
  },
  // What may be done with a change, and did it arrive?
  { name: 'send-rules', files: ['electron/outbox/send-rules.ts'], tests: ['test/outbox/send-rules.test.ts'] },
  {
    name: 'likeness',
    files: ['electron/contract/ticket-equality.ts'],
    tests: ['test/contract/ticket-equality.test.ts'],
  },
  {
    name: 'edits',
    files: ['electron/contract/edit-merge.ts'],
    tests: ['test/contract/edit-merge.test.ts'],
  },
  { name: 'fields', files: ['electron/contract/fields.ts'], tests: ['test/contract/fields.test.ts'] },
  { name: 'lost-answer', files: ['electron/outbox/lost-answer.ts'], tests: ['test/outbox/lost-answer.test.ts'] },
  { name: 'reconcile', files: ['electron/outbox/reconcile.ts'], tests: ['test/outbox/reconciler.test.ts'] },
  {
    name: 'search',
    files: ['electron/outbox/search-server.ts', 'electron/outbox/comment-refs.ts'],
    tests: ['test/outbox/{search-rules,comment-refs}.test.ts'],
  },
  {
    name: 'lookalikes',
    files: ['electron/outbox/lookalikes.ts'],
    tests: ['test/outbox/lookalike-rules.test.ts'],
  },
  // What becomes of a change that is sent?
  { name: 'deliver', files: ['electron/outbox/deliver.ts'], tests: ['test/outbox/deliver.test.ts'] },
  {
    name: 'sender',
    files: ['electron/outbox/sender.ts'],
    tests: ['test/outbox/sender-rules/*.test.ts'],
    patienceMs: 10_000,
  },
  {
    name: 'outbox',
    files: ['electron/outbox/outbox.ts'],
    tests: ['test/outbox/outbox-rules/*.test.ts'],
    patienceMs: 10_000,
  },
  // Which tickets does a round ask for, and which may only be late?
  {
    name: 'sightings',
    files: ['electron/sync/sightings.ts'],
    tests: ['test/sync/sightings.test.ts'],
  },
  {
    name: 'update',
    files: ['electron/sync/incremental-update.ts'],
    tests: ['test/sync/incremental-update.test.ts'],
    patienceMs: 10_000,
  },
  {
    name: 'feed',
    files: ['electron/sync/change-feed.ts'],
    tests: ['test/sync/feed-rules.test.ts'],
    patienceMs: 10_000,
  },
  {
    name: 'walk',
    files: ['electron/sync/full-walk.ts'],
    tests: ['test/sync/full-walk.test.ts'],
    patienceMs: 10_000,
  },
  {
    name: 'engine',
    files: ['electron/sync/sync-engine.ts'],
    tests: ['test/sync/engine-rules/*.test.ts'],
    patienceMs: 10_000,
  },
  // From here on the tests have real databases and the demo service.
  { name: 'file-limit', files: ['electron/outbox/file-limit.ts'], tests: ['test/outbox/file-limit.test.ts'] },
  // Who is signed in, and whose are the words?
  {
    name: 'sign-in-problem',
    files: ['electron/session/sign-in-problem.ts'],
    tests: ['test/session/sign-in-problem.test.ts'],
  },
  {
    name: 'tokens',
    files: ['electron/session/login-tokens.ts', 'electron/session/secrets.ts'],
    tests: ['test/session/{login-tokens,kept-tokens,secrets}.test.ts'],
    patienceMs: 5_000,
  },
  {
    name: 'sign-in',
    files: ['electron/api/sign-in.ts'],
    tests: ['test/api/sign-in.test.ts', 'test/session/refused-credentials.test.ts'],
  },
  {
    name: 'sign-ins',
    files: ['electron/session/sign-ins.ts'],
    tests: ['test/session/sign-ins.test.ts'],
  },
];
