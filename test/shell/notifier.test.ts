import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { accountKeySchema } from '../../electron/contract/ids.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import { readsMarkup } from '../../electron/shell/notification-server.ts';
import { Notifier } from '../../electron/shell/notifier.ts';
import { ownFolder } from '../support/folder.ts';
import { ticketId } from '../support/tickets.ts';

type Shown = { title: string; body: string; click: () => void; isClosed: boolean };
const shown: Shown[] = vi.hoisted(() => []);
vi.mock('electron', () => ({
  Notification: class {
    static isSupported = () => true;
    readonly #words: { title: string; body: string };
    #click: () => void = () => undefined;
    constructor(words: { title: string; body: string }) {
      this.#words = words;
    }
    on(_event: 'click', listener: () => void) {
      this.#click = listener;
    }
    #shown: Shown | undefined;
    show() {
      this.#shown = { ...this.#words, click: this.#click, isClosed: false };
      shown.push(this.#shown);
    }
    close() {
      if (this.#shown) this.#shown.isClosed = true;
    }
  },
}));

beforeEach(() => void shown.splice(0));

function ownNotifier(isMarkup: boolean, settings: Settings = defaultSettings) {
  const onClick = vi.fn();
  const options = { settings: () => settings, isInScope: () => false, readsMarkup: async () => isMarkup };
  return { notifier: new Notifier({ ...options, onClick }), onClick };
}

const hostile = { id: ticketId(7), title: '<b>Cage 4</b> & 5', status: '', what: 'comment' as const };

it.each([
  ['as it is', false, '<b>Cage 4</b> & 5'],
  ['escaped', true, '&lt;b&gt;Cage 4&lt;/b&gt; &amp; 5'],
])('hands a title over %s, where markup is read: %s', async (_how, isMarkup, body) => {
  const { notifier, onClick } = ownNotifier(isMarkup);
  await notifier.notifyOfNews([hostile]);
  expect(shown).toMatchObject([{ title: 'New comment on WO7', body }]);
  shown[0]?.click();
  expect(onClick).toHaveBeenCalledExactlyOnceWith('WO7');
});

it('shows reminders and refusals, and nothing that is not wanted', async () => {
  const notifications = { ...defaultSettings.notifications, of: 'starred' as const };
  const { notifier } = ownNotifier(false, { ...defaultSettings, notifications });
  await notifier.notifyOfNews([hostile]);
  await notifier.notifyOfReminders([{ id: ticketId(1), title: 'One' }]);
  await notifier.notifyOfRefusals([{ id: ticketId(2), title: 'Two' }]);
  expect(shown.map(({ title }) => title)).toEqual(['Reminder: WO1', 'Not accepted: your change to WO2']);
});

it('takes away what it told of one account when another one is shown, or none', async () => {
  const { notifier } = ownNotifier(false);
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()].map((key) => accountKeySchema.parse(key));
  notifier.follow(one ?? null);
  await notifier.notifyOfReminders([{ id: ticketId(1), title: 'One' }]);
  notifier.follow(one ?? null); // opened again
  expect(shown.map(({ isClosed }) => isClosed)).toEqual([false]);
  notifier.follow(other ?? null);
  await notifier.notifyOfReminders([{ id: ticketId(2), title: 'Two' }]);
  expect(shown.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  notifier.follow(null);
  expect(shown.map(({ isClosed }) => isClosed)).toEqual([true, true]);
});

it('takes away as well what it told of an account long before', async () => {
  const { notifier } = ownNotifier(false);
  notifier.follow(accountKeySchema.parse(crypto.randomUUID()));
  for (let number = 1; number <= 30; number++) {
    await notifier.notifyOfReminders([{ id: ticketId(number), title: `Ticket ${number}` }]);
  }
  expect(shown.at(-1)?.isClosed).toBe(false);
  notifier.follow(null);
  expect(shown.filter(({ isClosed }) => !isClosed)).toEqual([]);
});

it('tells nothing of an account that is left before it could be told', async () => {
  let answer = (_isMarkup: boolean) => {};
  const readsMarkup = () =>
    new Promise<boolean>((resolve) => {
      answer = resolve;
    });
  const options = { settings: () => defaultSettings, isInScope: () => false, readsMarkup };
  const notifier = new Notifier({ ...options, onClick: () => undefined });
  notifier.follow(accountKeySchema.parse(crypto.randomUUID()));
  const told = notifier.notifyOfReminders([{ id: ticketId(1), title: 'One' }]);
  notifier.follow(null);
  answer(false);
  await told;
  expect(shown).toEqual([]);
});

it.skipIf(process.platform === 'win32').each([
  ['reads markup', `echo "(['actions', 'body', 'body-markup'],)"`, true],
  ['reads none', `echo "(['actions', 'body'],)"`, false],
  ['does not answer', 'exit 1', true],
])('a server that %s', async (_case, script, isMarkup) => {
  const program = join(await ownFolder(), 'gdbus');
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  expect(await readsMarkup('linux', program)).toBe(isMarkup);
});

it('no other system reads markup, and none is asked', async () => {
  expect(await Promise.all([readsMarkup('win32'), readsMarkup('darwin')])).toEqual([false, false]);
});
