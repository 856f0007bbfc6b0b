import { expect, it } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { isDiskFull } from '../../electron/files/disk-full.ts';

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
