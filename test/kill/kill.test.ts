import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright';
import { expect, inject, it, onTestFinished } from 'vitest';
import { launchApp } from '../../build/desktop/launch.ts';
import { parts, signIn } from '../../build/desktop/parts.ts';
import type { Desk, Outcome } from '../../electron/contract/calls.ts';
import type { FormChange } from '../../electron/contract/change.ts';
import { type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { type DemoService, startDemoService } from '../../electron/demo/service.ts';
import { openOutboxFile } from '../../electron/outbox/outbox-file.ts';
import { ownKeyring, readKeyring } from '../e2e/app.ts';
import { ownFolder } from '../support/folder.ts';
import { aRequest } from '../support/outbox.ts';

/*
 * The real application, killed again and again in the middle of a burst of changes, before a server that loses every tenth
 * answer. In the end each change that the application accepted is on the server once.
 */

const rounds = 50;
const changesInRound = 10;
const longestLifeMs = 500;

type DeskWindow = { desk: Desk };

/** Adds changes as fast as they are taken; each that the application answered for is named on the console. */
async function burst(page: Page, service: DemoService, ticketId: TicketId, round: number): Promise<void> {
  await page.evaluate(
    async ([fields, id, names]) => {
      const { desk } = window as unknown as DeskWindow;
      /** The newest ticket of the burst, as long as it has no other by its local id: what hangs on it goes after it. */
      let own = id;
      const add = async (change: FormChange) => {
        const outcome = await desk.outbox.add({ change, draftKey: null });
        if (outcome.ok && change.kind === 'create') own = outcome.value.ticketId;
        return outcome;
      };
      const makers: ((name: string) => Promise<Outcome<unknown>>)[] = [
        (name) => add({ kind: 'create', fields: { ...fields, title: name } }),
        (name) => desk.attachments.attach(id, [new File([name.repeat(20_000)], name)]),
        (name) => add({ kind: 'comment', ticketId: own, comment: name }),
        (name) =>
          add({
            kind: 'update',
            ticketId: own,
            fields: { customerReference: name },
            base: { customerReference: fields.customerReference },
          }),
        (name) => add({ kind: 'comment', ticketId: id, comment: name }),
      ];
      for (const [place, name] of names.entries()) {
        const outcome = await makers[place % makers.length]?.(name);
        // biome-ignore lint/suspicious/noConsole: the way out of a page that may be killed at any moment
        if (outcome?.ok) console.info(`accepted ${name}`);
      }
    },
    [
      aRequest(service),
      ticketId,
      Array.from({ length: changesInRound }, (_, place) => `round ${round} change ${place}`),
    ] as const,
  );
}

/** What of all rounds is on the server, as often as it is. */
function arrived(service: DemoService, ticketId: TicketId): string[] {
  const tickets = service.tickets();
  return [
    ...tickets.map(({ title }) => title),
    ...tickets.map(({ customerReference }) => customerReference),
    ...tickets.flatMap(({ comments }) => comments.map(({ comment }) => comment)),
    ...service.attachments(ticketId).map(({ filename }) => filename),
  ].filter((name) => name.startsWith('round '));
}

/** Waits until nothing is pending; what was not found is sent again, as a user would who has looked for it. */
async function emptied(page: Page): Promise<void> {
  const pending = () =>
    page.evaluate(async () => {
      const { desk } = window as unknown as DeskWindow;
      const outbox = await desk.outbox.list();
      if (!outbox.ok) return outbox.problem.kind;
      for (const item of outbox.value.items) if (item.needsDecision) await desk.outbox.send({ id: item.id });
      return outbox.value.items.map(({ change, state }) => `${change.kind} ${state}`).join();
    });
  await expect.poll(pending, { timeout: 300_000, interval: 500 }).toBe('');
}

it('loses nothing and doubles nothing, however often it is killed', async () => {
  const service = await startDemoService({ ticketCount: 60, latencyMs: 10 });
  onTestFinished(() => service.stop());
  const [folder, keyring] = [await ownFolder(), await ownKeyring()];
  const open = service.tickets().find(({ status }) => status === 'New');
  const ticketId = ticketIdSchema.parse(open?.id);
  const accepted: string[] = [];
  const launch = () => launchApp({ electronPath: inject('electronPath'), userDataFolder: folder, env: keyring.env });

  for (let round = 0; round < rounds; round++) {
    const { app, page } = await launch();
    if (round === 0) await signIn(page, service.baseUrl, singleAccountCredentials);
    await parts(page).rows.first().waitFor();
    page.on('console', (message) => {
      if (message.text().startsWith('accepted ')) accepted.push(message.text().slice('accepted '.length));
    });
    const losses = Array.from({ length: 2 }, () => ({
      kind: 'drop-after' as const,
      match: { method: 'POST' },
      times: 1,
    }));
    service.set({ faults: round % 2 === 0 ? losses : [] });
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    const bursting = burst(page, service, ticketId, round).catch(() => undefined); // the page dies in the middle of it
    await setTimeout(Math.random() * longestLifeMs); // the moment of the kill is what is tried out
    app.process().kill('SIGKILL');
    await ended;
    await bursting;
  }

  service.set({ faults: [] });
  const { app, page } = await launch();
  await parts(page).rows.first().waitFor();
  await emptied(page);
  await app.close();

  const names = arrived(service, ticketId);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]); // nothing twice
  expect(accepted.filter((name) => !names.includes(name))).toEqual([]); // nothing lost
  expect(accepted.length).toBeGreaterThan(rounds);
  process.stdout.write(`${rounds} kills, ${accepted.length} changes accepted, 0 lost, 0 doubled\n`);

  const account = readdirSync(join(folder, 'accounts'))[0] ?? '';
  const entry = (await readKeyring(keyring)).find((candidate) => candidate.account.startsWith('database-key'));
  const key = entry?.password.split('\n')[1] ?? ''; // below the line that tells the pieces
  const { file, wasSetAside } = await openOutboxFile(join(folder, 'accounts', account), key);
  expect(wasSetAside).toBe(false);
  expect(file.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await file.close();
}, 1_200_000);
