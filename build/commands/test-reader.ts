/*
 * `npm run test:reader`: the main job of the built application as a screen reader is told it (test/reader). A command of its own,
 * because it needs programs that nothing else here does, and because on a busy computer it takes more than a minute.
 */

import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { provideElectron } from '../provide/electron.ts';
import { providePackages, provideSystem } from '../provide/system.ts';
import { run, tool } from '../run.ts';

/** AT-SPI, which hands on what a screen reader is told, and what speaks to it. */
const packages = [['at-spi2-core'], ['gir1.2-atspi-2.0'], ['python3-gi']] as const;

await command(async () => {
  if (process.platform !== 'linux') throw new Error('AT-SPI is there on Linux only.');
  await provideSystem(true);
  await providePackages(packages);
  await provideElectron();
  await buildApp();
  const args = [tool('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts', '--project', 'reader'];
  const { code } = await run(process.execPath, [...args, ...process.argv.slice(2)], {
    onOutput: (text) => void process.stdout.write(text),
  });
  process.exitCode = code ?? 1;
});
