/*
 * An installed Colodesk finds a newer version on a server, asks, and replaces itself. `npm run test:update` packs both versions
 * and says where they are.
 */

import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Keyring, startKeyring } from '../../build/desktop/keyring.ts';
import { launchPacked } from '../../build/desktop/launch-packed.ts';
import { parts } from '../../build/desktop/parts.ts';
import { ownFolder } from '../support/folder.ts';

const runProgram = promisify(execFile);
const releasesFolder = process.env.UPDATE_RELEASES ?? '';
const port = Number(process.env.UPDATE_PORT);
/** Colodesk looks for updates a minute after its start. */
const patience = { timeout: 150_000, interval: 500 };

it('asks twice, replaces itself and shows the same tickets', async () => {
  await serveUpdate('signed.yml');
  const installed = await install();
  const { page, ended } = await installed.start();
  await signIn(page);
  const before = await shownTickets(page);
  expect(before.length).toBeGreaterThan(5);
  await installed.confirmDialog();
  await installed.confirmDialog();
  await ended;
  await installed.untilStartedAgain();
  const updated = await installed.start();
  await parts(updated.page).rows.first().waitFor();
  expect(await versionOf(updated.page)).toBe('0.1.1');
  expect(await readTickets(updated.page, before)).toEqual(before);
});

it('keeps what waits in the outbox', async () => {
  await serveUpdate('signed.yml');
  const installed = await install();
  const { page, ended } = await installed.start();
  await signIn(page);
  await page.getByRole('switch', { name: 'Demo network' }).click();
  await parts(page).status.filter({ hasText: 'Offline' }).waitFor();
  await comment(page, 'Is anyone there?');
  await installed.confirmDialog();
  await installed.confirmDialog();
  await page.getByRole('dialog').getByRole('button', { name: 'Quit' }).click();
  await ended;
  await installed.untilStartedAgain();
  const updated = await installed.start();
  expect(await versionOf(updated.page)).toBe('0.1.1');
  const outcome = await updated.page.evaluate(() => window.desk.outbox.list());
  const sent = await updated.page.evaluate(() => window.desk.outbox.sent({ offset: 0, limit: 10 }));
  if (!outcome.ok || !sent.ok) throw new Error('the outbox cannot be read');
  // The demo's network is there again after a start, so the change may leave now, also between the two answers.
  const changes = new Map([...outcome.value.items, ...sent.value.items].map(({ id, change }) => [id, change]));
  expect([...changes.values()]).toMatchObject([{ kind: 'comment', comment: 'Is anyone there?' }]);
});

it('refuses a version that somebody else signed', async () => {
  await serveUpdate('forged.yml');
  const installed = await install();
  const { page } = await installed.start();
  await signIn(page);
  await installed.untilLogged('update-failed');
  expect(await installed.dialogs()).toEqual([]);
  expect(await versionOf(page)).toBe('0.1.0');
});

it('says so and goes on as it is when the server goes away in the middle', async () => {
  const server = await serveUpdate('signed.yml', { cutAfterBytes: 20_000_000 });
  const installed = await install();
  const { page } = await installed.start();
  await signIn(page);
  await installed.confirmDialog();
  await vi.waitUntil(() => server.cuts() > 0, patience);
  await installed.untilLogged('update-failed');
  await installed.confirmDialog();
  expect(await installed.dialogs()).toEqual([]);
  expect(await versionOf(page)).toBe('0.1.0');
  await page.close();
  const again = await installed.start();
  await parts(again.page).rows.first().waitFor();
  expect(await versionOf(again.page)).toBe('0.1.0');
});

/** Puts version 0.1.0 into a home of the test's own. Everything that runs from there is ended with the test. */
async function install() {
  const home = await ownFolder();
  const program = join(home, 'Colodesk.AppImage');
  const [name = ''] = (await readdir(join(releasesFolder, '0.1.0'))).filter((file) => file.endsWith('.AppImage'));
  await copyFile(join(releasesFolder, '0.1.0', name), program);
  const keyring: Keyring = await startKeyring();
  onTestFinished(() => keyring.stop());
  const userDataFolder = join(home, 'config', 'Colodesk');
  const env = { ...keyring.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), TMPDIR: home };
  onTestFinished(() => endAll(home));
  const log = () => readLogs(join(userDataFolder, 'logs'));
  const dialogs = () => dialogWindows();
  let starts = 0;
  return {
    /** Starts what is installed, unless it runs by itself: that is ended first. */
    async start() {
      await endAll(home);
      await rm(join(userDataFolder, 'DevToolsActivePort'), { force: true }); // of the one before
      starts += 1;
      const started = await launchPacked({ electronPath: program, userDataFolder, env }).catch(
        async (error: unknown) => {
          throw new Error(`It did not start. Its log:\n${await log()}`, { cause: error });
        },
      );
      onTestFinished(started.kill);
      return started;
    },
    dialogs,
    /** Waits for a dialog of the system's kind and takes its first button. */
    async confirmDialog() {
      const [dialog] = await vi.waitUntil(async () => {
        const found = await dialogs();
        return found.length > 0 && found;
      }, patience);
      // Return alone agrees to nothing: the button it presses is the last one.
      await runProgram('xdotool', ['windowfocus', '--sync', dialog ?? '', 'key', 'Left', 'Return']);
      await vi.waitUntil(async () => !(await dialogs()).includes(dialog ?? ''), patience);
    },
    untilLogged: (text: string) => vi.waitUntil(async () => (await log()).includes(text), patience),
    untilStartedAgain: () =>
      vi.waitUntil(async () => ((await log()).match(/started in \d+ ms/g) ?? []).length > starts, patience),
  };
}

/** Returns the windows of dialogs: those of some size without a name, other than the display's own. */
async function dialogWindows(): Promise<string[]> {
  const { stdout } = await runProgram('xdotool', ['search', '--onlyvisible', '--name', '^$']).catch(() => ({
    stdout: '',
  }));
  const found: string[] = [];
  for (const id of stdout.split('\n').filter(Boolean)) {
    const geometry = await runProgram('xdotool', ['getwindowgeometry', '--shell', id]).catch(() => ({ stdout: '' }));
    const size = (name: string) => Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(geometry.stdout)?.[1] ?? 0);
    if (size('WIDTH') > 100 && size('WIDTH') < 1_000 && size('HEIGHT') > 50) found.push(id);
  }
  return found;
}

async function readLogs(folder: string): Promise<string> {
  const files = await readdir(folder).catch(() => []);
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
}

/** Ends the processes whose program or arguments lie in a folder, and waits until they are gone. */
async function endAll(folder: string): Promise<void> {
  await vi.waitUntil(async () => {
    const pids = await processesOf(folder);
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has just ended by itself.
      }
    }
    return pids.length === 0;
  }, patience);
}

async function processesOf(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_pid, index) => commands[index]?.includes(folder));
}

/** Serves the newer version with one of its lists. @param cutAfterBytes ends each download of the program there */
async function serveUpdate(
  list: string,
  { cutAfterBytes = Number.POSITIVE_INFINITY } = {},
): Promise<{ cuts(): number }> {
  let cuts = 0;
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://localhost').pathname);
    const isList = name === 'latest-linux.yml';
    const stream = createReadStream(join(releasesFolder, isList ? list : join('0.1.1', name)));
    stream.on('error', () => response.writeHead(404).end());
    if (!isList) stream.on('data', () => stream.bytesRead > cutAfterBytes && cut(response));
    stream.pipe(response);
  });
  function cut(response: ServerResponse): void {
    cuts += 1;
    response.destroy();
    server.close();
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return { cuts: () => cuts };
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await parts(page).rows.first().waitFor();
  await parts(page)
    .status.filter({ hasText: /\d tickets · confirmed/ })
    .waitFor({ timeout: 60_000 });
}

async function comment(page: Page, text: string): Promise<void> {
  const opened = await page.evaluate(async (comment) => {
    const tickets = await window.desk.tickets.page({
      view: 'open',
      filters: {
        status: [],
        site: [],
        requestType: [],
        category: [],
        createdBy: [],
        createdOn: null,
        updatedOn: null,
        closedOn: null,
      },
      search: '',
      sort: { by: 'updatedOn', direction: 'descending' },
      offset: 0,
      limit: 1,
    });
    const ticketId = tickets.ok ? tickets.value.rows[0]?.id : undefined;
    if (!ticketId) return false;
    return (await window.desk.outbox.add({ change: { kind: 'comment', ticketId, comment }, draftKey: null })).ok;
  }, text);
  expect(opened).toBe(true);
  await parts(page).status.filter({ hasText: '1 change to send' }).waitFor();
}

const shownTickets = (page: Page): Promise<string[]> =>
  parts(page).rows.evaluateAll((rows) =>
    rows.map((row) => row.querySelector('[data-column="id"]')?.textContent ?? 'a row without an id'),
  );

/** Returns those of the tickets that the application has. */
const readTickets = (page: Page, ids: string[]): Promise<string[]> =>
  page.evaluate(async (asked) => {
    const outcomes = await Promise.all(asked.map((id) => window.desk.tickets.read({ id })));
    return outcomes.flatMap((outcome) => (outcome.ok && outcome.value ? [outcome.value.summary.id] : []));
  }, ids);

async function versionOf(page: Page): Promise<string> {
  const outcome = await page.evaluate(() => window.desk.system.diagnose());
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value.program.replace(/^Colodesk ([^,]+),.*/, '$1');
}
