import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatServerTime, parseServerTime } from '../../electron/contract/server-time.ts';

it('reads what it writes, to the second', () => {
  const seconds = fc.integer({ min: 0, max: Date.UTC(2099, 11, 31) / 1_000 });
  fc.assert(
    fc.property(seconds, (second) => {
      expect(parseServerTime(formatServerTime(second * 1_000))?.getTime()).toBe(second * 1_000);
    }),
  );
});

it.each([
  '2023-02-31 10:00:00',
  '2023-02-29 10:00:00',
  '2023-08-08 24:00:00',
  '2023-08-08 10:60:00',
  ' 2023-08-08 10:00:00',
])('takes %j for no time', (text) => expect(parseServerTime(text)).toBeNull());

it('knows leap days', () => expect(parseServerTime('2024-02-29 10:00:00')).not.toBeNull());
