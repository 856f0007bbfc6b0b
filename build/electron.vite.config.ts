import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { calls, events } from '../electron/contract/calls.ts';
import { licences, noPackages } from './licences.ts';
import { viewer } from './viewer.ts';

const root = join(import.meta.dirname, '..');

/** Packages with native code cannot be bundled: they are packed as they are, with what they need to find it. */
const nativePackages = ['libsql', 'keytar', '@neon-rs/load', 'detect-libc'];

/** Everything else is bundled, so that nothing but what runs is packed. */
const external = ['electron', 'libsql', 'keytar'];

/** The preload makes its functions of these names, so that it needs neither the contract's schemas nor zod. */
const contractNames = {
  calls: Object.fromEntries(Object.entries(calls).map(([group, named]) => [group, Object.keys(named)])),
  events: Object.keys(events),
};

export default defineConfig({
  main: {
    plugins: [licences(nativePackages)],
    // Updates are verified with it; without one there are none. See build/commands/sign-updates.ts.
    define: { updatePublicKey: JSON.stringify(process.env.UPDATE_PUBLIC_KEY ?? '') },
    build: {
      externalizeDeps: false,
      minify: true,
      outDir: join(root, 'out/main'),
      rollupOptions: {
        external,
        input: { main: join(root, 'electron/main.ts'), 'demo-process': join(root, 'electron/demo/process.ts') },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    plugins: [noPackages()],
    define: { contractNames: JSON.stringify(contractNames) },
    build: {
      externalizeDeps: false,
      outDir: join(root, 'out/preload'),
      rollupOptions: {
        external,
        input: { preload: join(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react(), licences(), viewer()],
    build: {
      minify: true,
      chunkSizeWarningLimit: 2_000, // in kB; the page is loaded from the disk
      outDir: join(root, 'out/renderer'),
      rollupOptions: {
        input: join(root, 'renderer/index.html'),
        treeshake: { manualPureFunctions: ['z'] }, // leaves out the contract's schemas that the page does not use
        output: {
          codeSplitting: {
            groups: [
              // A shared chunk runs before the first import of the entry, and would make schemas before `no-eval.ts` has run.
              { name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]no-eval\.ts$/, priority: 1 },
              { name: 'start', tags: ['$initial'] }, // one file, not one for each shared part
            ],
          },
        },
      },
    },
  },
});
