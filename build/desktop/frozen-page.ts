/*
 * Chromium 130, which the tests run in where the official Electron cannot be had, lets the main thread of a page wait in its own
 * native code without an end: about once in 500 sign-ins, where it draws without a graphics card. A user is asked then whether
 * to load the page again; a test cannot go on, and says nothing about the application.
 */

import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningApp } from './launch.ts';

/** What a test says whose page froze so; it is run once more. */
export const frozenPage = 'The page froze in Chromium: it runs no script, and its main thread sleeps.';

/** A page that works answers within this time. */
export const answerLimitMs = 5_000;

/**
 * Whether the page gives no answer although the main process does, and its main thread sleeps meanwhile: one that is caught in a
 * script of ours does not sleep. It can be told on Linux alone.
 */
export async function isFrozenInChromium({ app, page }: RunningApp, limitMs = answerLimitMs): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const ofPage = app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  if (await isLate(ofPage, limitMs)) return false;
  const pid = await ofPage;
  if (pid === undefined) return false;
  const before = await mainThread(pid);
  const ofScript = page.evaluate(() => true);
  if (!(await isLate(ofScript, limitMs))) return false;
  const after = await mainThread(pid);
  return after.isAsleep && after.ticks === before.ticks;
}

/** Whether neither an answer nor an error comes in time. */
async function isLate(answer: Promise<unknown>, limitMs: number): Promise<boolean> {
  const isInTime = answer.then(
    () => true,
    () => true,
  );
  return !(await Promise.race([isInTime, wait(limitMs, false)]));
}

/** Whether a process's main thread waits for something, and the processor time that it has used, in the kernel's ticks. */
async function mainThread(pid: number): Promise<{ isAsleep: boolean; ticks: number }> {
  const stat = await readFile(`/proc/${pid}/task/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before may hold spaces
  const [state, userTicks, systemTicks] = [fields[0], Number(fields[11]), Number(fields[12])];
  return { isAsleep: state === 'S', ticks: userTicks + systemTicks };
}
