import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meantStatus, openStatuses } from '../../electron/contract/specification.ts';

const statuses = [...openStatuses, 'Completed', 'Cancelled'];

it('a status is known in any case, with any white space and any of its signs between the words', () => {
  const between = fc.constantFrom(' ', '', '_', '-', '  ', '\u00a0');
  const around = fc.constantFrom('', ' ', '\t', '\u00a0');
  fc.assert(
    fc.property(
      fc.constantFrom(...statuses),
      between,
      around,
      fc.func(fc.boolean()),
      (status, sign, space, isUpper) => {
        const cased = [...status].map((letter, at) => (isUpper(at) ? letter.toUpperCase() : letter.toLowerCase()));
        expect(meantStatus(`${space}${cased.join('').replace(' ', sign)}${space}`)).toBe(status);
      },
    ),
  );
});

it.each([
  ['Canceled', 'Cancelled'],
  ['CANCELED ', 'Cancelled'],
  [' Escalated ', 'Escalated'],
  ['on_hold', 'on_hold'],
  ['Newer', 'Newer'],
  ['', ''],
])('%j is %j', (text, status) => expect(meantStatus(text)).toBe(status));
