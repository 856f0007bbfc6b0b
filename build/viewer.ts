/*
 * Builds the script of the window that draws files (renderer/viewer) beside the page: one file, compressed, because it is
 * large and seldom needed. The main process inflates it when a file is first shown.
 */

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { licences } from './licences.ts';
import { projectFolder } from './run.ts';

const outDir = join(projectFolder, 'out/renderer/viewer');

export const viewer = (): Plugin => ({
  name: 'viewer',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      root: join(projectFolder, 'renderer'),
      logLevel: 'warn',
      plugins: [licences()],
      build: {
        outDir,
        emptyOutDir: true,
        modulePreload: false,
        target: 'chrome130',
        chunkSizeWarningLimit: 3_000,
        rollupOptions: {
          input: join(projectFolder, 'renderer/viewer/viewer.ts'),
          output: { format: 'es', entryFileNames: 'viewer.js' },
        },
      },
    });
    const script = join(outDir, 'viewer.js');
    await writeFile(`${script}.br`, await promisify(brotliCompress)(await readFile(script)));
    await rm(script);
  },
});
