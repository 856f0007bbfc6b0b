/* What `npm run demo:service` says when it cannot start. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { run, tool } from '../../build/run.ts';

const start = (...options: string[]) =>
  run(process.execPath, [tool('tsx/dist/cli.mjs'), 'electron/demo/command.ts', ...options]);

test.each([
  [['--nope'], /^Unknown option '--nope'/],
  [['--tickets'], /^Option '--tickets <value>' argument missing$/],
  [['--tickets', 'many'], /^--tickets: .*number/],
  [['--port='], /^--port: .*number/],
])('with %j it ends with 1 and says why, in one line', async (options, reason) => {
  const { code, output } = await start(...options);
  expect(code).toBe(1);
  expect(output.trim()).toMatch(reason);
  expect(output.trim().split('\n')).toHaveLength(1);
});

test('where another program listens it ends with 1 and names the port', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, output } = await start('--port', String(port), '--tickets', '10');
  expect(output.trim()).toBe(
    `Another program uses port ${port}. Name another, or leave --port out to take a free one.`,
  );
  expect(code).toBe(1);
});
