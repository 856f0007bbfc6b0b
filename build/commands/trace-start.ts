/*
 * `npm run trace:start`: starts the built application on a filled cache with Chromium's trace on, writes the trace to
 * `out/trace/start.json`, for https://ui.perfetto.dev, and draws it as `build/docs/start.svg`.
 */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { timeFirstSync } from '../bench/first-sync.ts';
import { setUp } from '../bench/setup.ts';
import { readStartTrace } from '../bench/start-trace.ts';
import { timelineSvg } from '../bench/timeline-svg.ts';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { takeNoOptions } from '../options.ts';
import { print } from '../print.ts';
import { provideSystem } from '../provide/system.ts';
import { projectFolder } from '../run.ts';

const tickets = 8_567;
const traceLimitMs = 60_000;
const traceSeconds = 5;

/** With the samples of the scripts' profile, which Perfetto shows as a flame chart of both processes. */
const categories =
  'toplevel,v8,blink,cc,loading,navigation,startup,viz,gpu,blink.user_timing,devtools.timeline,disabled-by-default-v8.cpu_profiler';

await command(async () => {
  takeNoOptions();
  await provideSystem(true);
  await buildApp();
  const setup = await setUp();
  try {
    const folder = await setup.folder();
    const service = await setup.startService({ tickets });
    const filling = await setup.openApp(folder);
    await timeFirstSync(filling.page, service.baseUrl, tickets);
    await filling.page.waitForFunction(() => performance.getEntriesByName('picture-kept').length > 0);
    await filling.app.close();
    await service.stop();

    const traceFile = join(projectFolder, 'out/trace/start.json');
    await mkdir(join(projectFolder, 'out/trace'), { recursive: true });
    await rm(traceFile, { force: true });
    const { app } = await setup.openApp(folder, [
      `--trace-startup=${categories}`,
      `--trace-startup-file=${traceFile}`,
      `--trace-startup-duration=${traceSeconds}`,
      '--trace-startup-format=json',
    ]);
    const json = await untilWritten(traceFile);
    await app.close();
    const title = `A start with ${tickets.toLocaleString('en')} cached tickets, Electron ${setup.electronVersion}`;
    const drawing = join(projectFolder, 'build/docs/start.svg');
    await writeFile(drawing, timelineSvg(readStartTrace(json), title));
    print(`${traceFile}\n${drawing}`);
  } finally {
    await setup.close();
  }
});

/** Waits until Chromium has written the whole trace. */
async function untilWritten(file: string): Promise<string> {
  for (const endMs = Date.now() + traceLimitMs; Date.now() < endMs; await wait(250)) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.trimEnd().endsWith('}')) return text;
  }
  throw new Error(`Chromium has not written ${file}`);
}
