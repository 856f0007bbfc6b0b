import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../build/run.ts';
import { readTestOutcome } from '../../build/test-report.ts';
import { ownFolder } from '../support/folder.ts';

const good = { fullName: 'adds', status: 'passed', failureMessages: [] };
const bad = { fullName: 'subtracts', status: 'failed', failureMessages: ['expected 1 to be 2'] };

async function outcomeOf(file: object | null, numPassedTests: number, code: number | null) {
  const report = join(await ownFolder(), 'report.json');
  const name = join(projectFolder, 'test/sums.test.ts');
  const testResults = [{ name, status: 'failed', message: '', assertionResults: [], ...file }];
  if (file) await writeFile(report, JSON.stringify({ numPassedTests, testResults }));
  return await readTestOutcome(report, { code, output: 'all that was printed' });
}

it('names each test that failed, and why', async () => {
  expect(await outcomeOf({ assertionResults: [good, bad] }, 1, 1)).toEqual({
    passed: 1,
    failures: [`${join('test/sums.test.ts')}: subtracts\nexpected 1 to be 2`],
  });
});

it('names a file that failed outside of its tests', async () => {
  expect(await outcomeOf({ message: 'no such module' }, 5, 1)).toEqual({
    passed: 5,
    failures: [`${join('test/sums.test.ts')}\nno such module`],
  });
});

it('counts a run that broke off as one failure, and shows how it ended', async () => {
  const failures = [expect.stringMatching(/ended with (134|a signal)\nall that was printed/)];
  expect(await outcomeOf(null, 0, 134)).toEqual({ passed: 0, failures });
  expect(await outcomeOf({ status: 'passed', assertionResults: [good] }, 1, null)).toEqual({ passed: 1, failures });
});

it('a run of no tests is no success', async () => {
  expect((await outcomeOf({ status: 'passed' }, 0, 0)).failures).toHaveLength(1);
  expect((await outcomeOf({ status: 'passed', assertionResults: [good] }, 1, 0)).failures).toEqual([]);
});
