/*
 * The main job as a screen reader tells it: the tree that AT-SPI hands on is read, controls are pressed through it, and what is
 * announced is heard. Nothing is looked up in the page's elements.
 */

import { expect, inject, it, onTestFinished } from 'vitest';
import { launchApp } from '../../build/desktop/launch.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownKeyring } from '../e2e/app.ts';
import { ownFolder } from '../support/folder.ts';
import { spoken, startScreenReader } from './screen-reader.ts';

it('a screen reader is told the main job', { timeout: 240_000 }, async () => {
  const service = await startDemoService({ ticketCount: 12 });
  onTestFinished(() => service.stop());
  const reader = await startScreenReader(await ownKeyring());
  const electronPath = inject('electronPath');
  const { app, page } = await launchApp({ electronPath, userDataFolder: await ownFolder(), env: reader.env });
  onTestFinished(() => app.close());
  const { keyboard } = page;
  const type = async (role: string, name: string, text: string) => {
    await reader.focus(role, name);
    await expect.poll(async () => (await reader.focused())?.name).toBe(name);
    await keyboard.type(text);
  };
  const focused = () => reader.focused().then((read) => read && spoken(read));
  /** What is read of the page, from one line to another. */
  const lines = async (from: string, to: string) => {
    const all = (await reader.read()).map(spoken);
    return all.slice(all.indexOf(from), all.indexOf(to) + 1);
  };

  // Sign in: each field by its name, and what went wrong is said.
  await reader.find('heading', 'Sign in');
  await reader.press('radio button', 'Custom');
  await type('entry', 'API base URL', service.baseUrl);
  await type('entry', 'Client ID', demoCredentials.clientId);
  await type('password text', 'Client secret', demoCredentials.clientSecret.slice(1));
  await reader.press('push button', 'Sign in');
  await reader.untilHeard('The server did not accept this client ID and secret.');
  await reader.focus('password text', 'Client secret');
  await keyboard.press('Home');
  await keyboard.type(demoCredentials.clientSecret.slice(0, 1));
  await reader.press('push button', 'Sign in');
  await expect.poll(focused).toBe('Choose an account | heading 1 focused');
  reader.heard.splice(0);
  await reader.press('push button', /Meridian Payments Europe/);

  // A row: what the columns show, each once. While the tickets come, no number is said.
  await reader.find('table row', /^WO/);
  await reader.untilHeard('Online.');
  await keyboard.press('End');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  const [, ticket] = service
    .tickets()
    .toSorted((one, other) => Date.parse(other.createdOn) - Date.parse(one.createdOn));
  if (!ticket) throw new Error('the demo service has too few tickets');
  await expect.poll(focused).toMatch(new RegExp(`^(unread )?${ticket.id} `));
  const row = (await focused()) ?? '';
  expect(row.split(ticket.id).length - 1).toBe(1);
  expect(row).toContain(`${ticket.title.trim()} ${ticket.status} ${ticket.site}`);
  expect(row).not.toContain('Select');
  await reader.find('column header', 'Title');
  await keyboard.press('s');
  await reader.untilHeard('1 ticket starred.');
  await expect.poll(focused).toContain('starred');

  // The ticket: its title first, then what can be done with it, then what it says.
  await keyboard.press('Enter');
  await reader.find('heading', 'Description');
  await expect.poll(focused).toBe('Ticket | landmark focused');
  const headings = (await reader.read()).filter(({ role, level }) => role === 'heading' && level !== '1');
  expect(headings.map(({ name }) => name.replace(/ \d+$/, ''))).toEqual([
    ticket.title.trim(),
    'Maintenance dates',
    'Description',
    'Attachments',
    'Comments',
    'History',
  ]);

  // A comment: that it is kept, and that it has arrived.
  reader.heard.splice(0);
  await type('entry', 'Comment', 'Our engineer is on site.');
  await keyboard.press('Control+Enter');
  await reader.untilHeard('The server has confirmed a change.');

  // A form with errors: the first wrong field has the keyboard, and says what is wrong with it.
  await reader.press('push button', 'New ticket');
  await reader.find('heading', 'New ticket');
  await keyboard.press('Control+Enter');
  await expect.poll(focused).toBe('Title | entry focused invalid-entry required (The title is required.)');
  await keyboard.press('Escape');

  // Without a network: what is lost, and what waits.
  reader.heard.splice(0);
  await service.setConnected(false);
  await reader.press('push button', 'Sync now');
  await reader.untilHeard('Offline. The tickets on this computer stay readable.');
  await type('entry', 'Comment', 'He has left.');
  await keyboard.press('Control+Enter');
  await reader.untilHeard('The change is in the outbox.');
  await reader.press('toggle button', 'Outbox (1)');
  await reader.find('static', 'Waiting');
  expect(await lines('Outbox | list', 'Discard | push button')).toEqual([
    'Outbox | list',
    '– | list item',
    'Waiting | static',
    'Comment | static',
    `Show the ticket ${ticket.title.trim()} | push button`,
    expect.stringMatching(/^since /),
    'He has left. | static',
    expect.stringMatching(/^The server cannot be reached\./),
    'Send now | push button',
    'Edit | push button',
    'Discard | push button',
  ]);

  // Back: what waited has arrived, and no more is said than that.
  await service.setConnected(true);
  await reader.press('push button', 'Sync now');
  const back = new Set(['Asking the server.', 'Online.', 'The server has confirmed a change.']);
  await expect.poll(() => new Set(reader.heard)).toEqual(back);
});
