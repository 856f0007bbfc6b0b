import { expect, it } from 'vitest';
import { parseRetryAfter } from '../../electron/api/response.ts';

const dayMs = 24 * 60 * 60_000;

it.each([
  [null, undefined],
  ['7', 7_000],
  ['soon', undefined],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['9'.repeat(400), dayMs],
  ['Fri, 31 Dec 9999 23:59:59 GMT', dayMs],
])('Retry-After %j', (value, expected) => {
  expect(parseRetryAfter(value)).toBe(expected);
});
