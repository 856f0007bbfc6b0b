import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests of one group of rules, which the command puts into the environment, since Stryker starts the processes. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split('\n'),
    setupFiles: ['test/support/no-electron.ts'],
    testTimeout: Number(process.env.MUTATION_PATIENCE_MS ?? 20_000), // for slow machines
  },
});
