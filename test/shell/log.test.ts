import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { logLine, logPageFault, logProblem, setUpLog } from '../../electron/shell/log.ts';
import { ownFolder } from '../support/folder.ts';

it('turns over before it grows large, keeps one older file, and holds no whole id', async () => {
  const folder = await ownFolder();
  setUpLog(folder);
  logProblem(problem('server-error', { serverMessage: 'Ticket “Door” failed', correlationId: 'abc' }), new Error('x'));
  for (let line = 0; line < 14_000; line++) logLine(`line ${line} of ticket WO9334196 ${'.'.repeat(100)}`);
  expect((await readdir(folder)).sort()).toEqual(['main.log', 'main.old.log']);
  for (const name of await readdir(folder)) {
    expect((await stat(join(folder, name))).size).toBeLessThan(1_100_000);
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).not.toContain('WO9334196');
    expect(text).not.toContain('Door');
  }
});

it('tells where a fault of ours was, without what its message quotes', async () => {
  const folder = await ownFolder();
  setUpLog(folder);
  const parse = () => JSON.parse('The door\nof “cage 2” is open');
  const openUrl = () => new URL(`app:${'/'.repeat(3)} door`, 'door');
  for (const fail of [parse, openUrl]) {
    try {
      fail();
    } catch (error) {
      logProblem(problem('internal'), error);
    }
  }
  const text = await readFile(join(folder, 'main.log'), 'utf8');
  expect(text).not.toMatch(/door|cage/i);
  expect(text).toMatch(/internal SyntaxError: Unexpected token .* is not valid JSON\n +at JSON\.parse/);
  expect(text).toMatch(/internal TypeError.*Invalid URL\n/);
  expect(text).toContain('log.test.ts');
});

it('tells in one line what failed in the page, and where', async () => {
  const folder = await ownFolder();
  setUpLog(folder);
  const places = ['start-DVmEYz_E.js:12:345', 'start-DVmEYz_E.js:6:7'];
  logPageFault({ caught: 'boundary', name: 'TypeError', places, components: ['overview-screen-D1Aj8rbY.js:1:2'] });
  logPageFault({ caught: 'promise', name: 'Error', places: [], components: [] });
  const lines = (await readFile(join(folder, 'main.log'), 'utf8')).trim().split(/\r?\n/); // lines end as on the system
  expect(lines.map((line) => line.slice(line.indexOf('the page')))).toEqual([
    `the page: TypeError, a part of the window was not shown, at ${places.join(' ')}, in overview-screen-D1Aj8rbY.js:1:2`,
    'the page: Error, in a promise',
  ]);
});
