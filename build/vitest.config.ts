import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { frozenPage } from './desktop/frozen-page.ts';

const root = join(import.meta.dirname, '..');

/** Tests of the built application in the real Electron, one file at a time. */
const inElectron = {
  globalSetup: 'test/e2e/setup.ts',
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } }, // for slow machines
  retry: { count: 1, condition: new RegExp(frozenPage) },
};

/**
 * Folders whose tests leave nothing behind in the modules they import, so that those are loaded once for all files of a worker
 * instead of once for each: half of the processor time.
 */
export const foldersWithSharedModules = [
  ...['api', 'attachments', 'bridge', 'build', 'contract', 'demo', 'diagnostics', 'exports', 'handover', 'layers'],
  ...['outbox', 'paper', 'personal', 'store', 'sync', 'words'],
];
const withSharedModules = foldersWithSharedModules.map((folder) => `test/${folder}/**/*.test.ts`);

/** Tests in Node. */
const inNode = {
  setupFiles: ['test/support/no-electron.ts', 'test/support/patience.ts'],
  maxWorkers: 2, // on two processors Vitest would use one
  // For slow machines.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } }, // as test/support/patience.ts
};

/** Unit tests in Node, end-to-end tests, and those that have commands of their own: screen readers, kills, updates and packages. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [
            ...withSharedModules,
            ...[
              'test/simulation/**',
              'test/e2e/**',
              'test/reader/**',
              'test/kill/**',
              'test/update/**',
              'test/packages/**',
            ],
          ],
          ...inNode,
        },
      },
      {
        root,
        test: { name: 'unit-shared', include: withSharedModules, isolate: false, ...inNode },
      },
      {
        root,
        test: { name: 'unit-simulation', include: ['test/simulation/**/*.test.ts'], ...inNode },
      },
      {
        root,
        test: { name: 'end-to-end', include: ['test/e2e/**/*.test.ts'], ...inElectron },
      },
      {
        root,
        test: { name: 'reader', include: ['test/reader/**/*.test.ts'], ...inElectron },
      },
      {
        root,
        test: { name: 'kill', include: ['test/kill/**/*.test.ts'], ...inElectron },
      },
      {
        root,
        // Only by `npm run test:update`, which packs the two versions first.
        test: { name: 'update', include: ['test/update/**/*.test.ts'], fileParallelism: false, testTimeout: 300_000 },
      },
      {
        root,
        // Only by `npm run test:packages`, which makes the packages first.
        test: {
          name: 'packages',
          include: ['test/packages/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
        },
      },
    ],
  },
});
