import { expect, it } from 'vitest';
import { isDiskFull } from '../../electron/contract/disk-full.ts';
import { ProblemError } from '../../electron/contract/problem.ts';

const failure = (code: string) => Object.assign(new Error('write'), { code });

it.each([
  [failure('ENOSPC'), true],
  [failure('EDQUOT'), true],
  [new ProblemError('disk-error', {}, failure('EDQUOT')), true],
  [failure('EACCES'), false],
  ['ENOSPC', false],
])('%o: %s', (error, isFull) => {
  expect(isDiskFull(error)).toBe(isFull);
});
