/*
 * `npm run test:soak -- --minutes 60`: uses the real application again and again, and compares what it holds at the end with what
 * it held after a few rounds. What grows beyond its margin fails. The numbers of each round are in `out/soak/soak.json`.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { setUp } from '../bench/setup.ts';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { parts, signIn, waitForFirstSync } from '../desktop/parts.ts';
import { wholeNumber } from '../options.ts';
import { print, printProgress } from '../print.ts';
import { provideSystem } from '../provide/system.ts';
import { projectFolder } from '../run.ts';
import { type Footprint, margins, mostAllowed, takeFootprint } from '../soak/footprint.ts';
import { playRound } from '../soak/use.ts';

/** Parts of the page are loaded when they are first shown, and caches fill. */
const warmUpRounds = 3;
/** The beginning and the end are each the least of so many rounds, so that one count at a bad moment decides nothing. */
const comparedRounds = 3;
const tickets = 2_000;

await command(async () => {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
  const minutes = wholeNumber('minutes', values.minutes);
  await provideSystem(true);
  await buildApp();
  const setup = await setUp();
  const taken: Footprint[] = [];
  try {
    await soak(setup, minutes * 60_000, taken);
  } finally {
    await setup.close();
    await report(taken); // also when a round fails, since they take an hour
  }
});

async function soak(setup: Awaited<ReturnType<typeof setUp>>, durationMs: number, taken: Footprint[]): Promise<void> {
  const service = await startDemoService({ ticketCount: tickets });
  const folder = await setup.folder();
  const { app, page } = await setup.openApp(folder);
  page.setDefaultTimeout(120_000); // the computer may be busy
  await signIn(page, service.baseUrl, demoCredentials);
  await page.getByRole('button', { name: /Meridian Payments Europe/ }).click();
  await waitForFirstSync(page, tickets, 300_000);
  await page.keyboard.press('Control+7');
  await parts(page).rows.first().waitFor();
  const untilMs = Date.now() + durationMs;
  const switchingUntilMs = Date.now() + durationMs / 2; // what grows for as long as an account is open would not show
  const leastRounds = warmUpRounds + 2 * comparedRounds;
  for (let round = 1; Date.now() < untilMs || round <= leastRounds; round++) {
    await playRound({ app, page, service }, round, round <= warmUpRounds || Date.now() < switchingUntilMs);
    if (round > warmUpRounds) taken.push(await takeFootprint(app, page, folder));
    printProgress(`Round ${round} …`);
  }
  await app.close();
  await service.stop();
}

async function report(taken: readonly Footprint[]): Promise<void> {
  if (taken.length === 0) return;
  const names = Object.keys(margins) as (keyof Footprint)[];
  const least = (rounds: readonly Footprint[], name: keyof Footprint) => Math.min(...rounds.map((each) => each[name]));
  const shown = (value: number) => value.toFixed(Number.isInteger(value) ? 0 : 1);
  print(`\n${taken.length} rounds after ${warmUpRounds} to warm up\n`);
  print('| what | at the beginning | at the end | at most | |');
  print('| --- | --- | --- | --- | --- |');
  for (const name of names) {
    const begin = least(taken.slice(0, comparedRounds), name);
    const end = least(taken.slice(-comparedRounds), name);
    const most = mostAllowed(name, begin);
    if (end > most) process.exitCode = 1;
    print(`| ${name} | ${shown(begin)} | ${shown(end)} | ${shown(most)} | ${end > most ? '**grows**' : 'holds'} |`);
  }
  const folder = join(projectFolder, 'out/soak');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'soak.json'), `${JSON.stringify(taken, null, 2)}\n`);
}
