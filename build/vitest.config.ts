import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

/** The built application in the real Electron, one at a time. */
const inElectron = {
  globalSetup: 'test/e2e/setup.ts',
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } }, // a condition is waited for, however slow the machine
};

/** What runs in Node beside the sources, the built application, and, for itself since it takes minutes, how it is killed. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/kill/**'],
          setupFiles: ['test/support/no-electron.ts'],
        },
      },
      {
        root,
        test: { name: 'end-to-end', include: ['test/e2e/**/*.test.ts'], ...inElectron },
      },
      {
        root,
        test: { name: 'kill', include: ['test/kill/**/*.test.ts'], ...inElectron },
      },
    ],
  },
});
