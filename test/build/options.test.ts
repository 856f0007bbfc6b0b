/* What a command says to options that it cannot use. */

import { expect, it } from 'vitest';
import { checkNames, wholeNumber } from '../../build/options.ts';
import { run, tool } from '../../build/run.ts';

it.each(['', ' ', 'ten', '0', '-3', '1.5', 'NaN', '1e400'])('“%s” is no number for an option', (text) => {
  expect(() => wholeNumber('minutes', text)).toThrow(`--minutes takes a whole number from 1 on, not “${text}”.`);
});

it('a number beyond the most that is possible is refused', () => {
  expect(wholeNumber('tickets', '1000', 1_000)).toBe(1_000);
  expect(() => wholeNumber('tickets', '1001', 1_000)).toThrow(
    '--tickets takes a whole number from 1 to 1,000, not “1001”.',
  );
});

it('a name that nothing has is named, with those that there are', () => {
  const known = ['idle', 'million'];
  const check = (...given: string[]) => checkNames(given, (name) => known.includes(name), known);
  expect(() => check('idle', 'million')).not.toThrow();
  expect(() => check('idle', 'idel')).toThrow('Nothing is named idel. There are: idle, million.');
});

/** They would build first, and then take minutes or hours for what was not asked for. */
it.each([
  ['bench', ['idel'], 'Nothing is named idel. There are: first-sync, '],
  ['bench', ['million', '--tickets', 'many'], '--tickets takes a whole number from 1 to 1,000,000, not “many”.'],
  ['pictures', ['--look', 'huge'], 'Nothing is named huge. There are: small-light, '],
  ['test-soak', ['--minutes', 'many'], '--minutes takes a whole number from 1 on, not “many”.'],
  ['test-simulation', ['--seed', 'any'], '--seed takes a whole number from 1 on, not “any”.'],
  ['test', ['test/outbox'], 'Unexpected argument'],
])('%s with %j ends at once and says why', async (name, options, reason) => {
  const { code, output } = await run(process.execPath, [
    tool('tsx/dist/cli.mjs'),
    `build/commands/${name}.ts`,
    ...options,
  ]);
  expect(output.slice(0, reason.length)).toBe(reason);
  expect(code).toBe(1);
});
