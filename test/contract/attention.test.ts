import { expect, it } from 'vitest';
import { defaultQuietDays, quietDaysOf } from '../../electron/contract/attention.ts';

it.each([
  ['Cross Connect', 5],
  ['Something new', 7],
  ['', 7],
  ['constructor', 7], // every object has that, whatever the server calls a type
])('a ticket of the type “%s” is quiet after %d days', (type, days) => {
  expect(quietDaysOf(defaultQuietDays, type)).toBe(days);
});
