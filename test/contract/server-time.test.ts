import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatServerTime, parseServerTime, serverTimeMs, toServerTime } from '../../electron/contract/server-time.ts';

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

it('takes for a time exactly what `Date` reads and writes back', () => {
  const digits = (min: number, max: number, length = 2) =>
    fc.integer({ min, max }).map((number) => String(number).padStart(length, '0'));
  const [day, clock] = [fc.tuple(digits(0, 9_999, 4), digits(0, 13), digits(0, 32)), digits(0, 61)];
  const texts = fc
    .tuple(day, fc.tuple(digits(0, 25), clock, clock))
    .map(([date, time]) => `${date.join('-')} ${time.join(':')}`);
  fc.assert(
    fc.property(texts, (text) => {
      const ms = new Date(`${text.replace(' ', 'T')}Z`).getTime();
      const isTime = !Number.isNaN(ms) && formatServerTime(ms) === text;
      expect(serverTimeMs(text)).toBe(isTime ? ms : null);
    }),
    { numRuns: 2_000, examples: [['0000-02-29 00:00:00'], ['1900-02-29 00:00:00'], ['2000-02-29 23:59:59']] },
  );
});

it('knows leap days', () => expect(parseServerTime('2024-02-29 10:00:00')).not.toBeNull());

it.each([
  ['2023-08-08 12:56:43', '2023-08-08 12:56:43'],
  [' 2023-08-08  12:56:43 ', '2023-08-08 12:56:43'],
  ['2023-08-08T12:56:43Z', '2023-08-08 12:56:43'],
  ['2023-08-08T12:56:43', '2023-08-08 12:56:43'],
  ['2023-08-08t12:56:43.987654z', '2023-08-08 12:56:43'],
  ['2023-08-08 12:56:43.5', '2023-08-08 12:56:43'],
  ['2023-08-08T12:56Z', '2023-08-08 12:56:00'],
  ['2023-08-08T12:56:43+02:00', '2023-08-08 10:56:43'],
  ['2023-08-08T12:56:43.1-0530', '2023-08-08 18:26:43'],
  ['2023-12-31T23:30:00-01', '2024-01-01 00:30:00'],
  ['2023-08-08 12:56:43 UTC', '2023-08-08 12:56:43'],
  ['2023-08-08 12:56:43 +0000', '2023-08-08 12:56:43'],
  ['2023-02-31T10:00:00Z', '2023-02-31T10:00:00Z'],
  ['2023-08-08T12:56:43+99:00', '2023-08-08T12:56:43+99:00'],
  ['2023-08-08T12:56:43 CET', '2023-08-08T12:56:43 CET'],
  ['2023-08-08', '2023-08-08'],
  ['yesterday', 'yesterday'],
  ['', ''],
])('brings %j into the form %j', (text, expected) => expect(toServerTime(text)).toBe(expected));
