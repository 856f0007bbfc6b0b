/* What a run of the test runner showed, by its report. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { print } from './print.ts';
import { projectFolder, type RunResult } from './run.ts';

/** How many tests or checks passed, and of each that failed its name and the reason. */
export type TestOutcome = { passed: number; failures: string[] };

const fileSchema = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string(),
  assertionResults: z.array(
    z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) }),
  ),
});
const reportSchema = z.object({ numPassedTests: z.int(), testResults: z.array(fileSchema) });

/** The end of an output says why a run broke off, and all of it may be long. */
const shownOutput = 3_000;

/** Reads the report of a run. One that ends badly without a failed test, such as by a process that crashed, is one failure. */
export async function readTestOutcome(reportFile: string, { code, output }: RunResult): Promise<TestOutcome> {
  const report = await readFile(reportFile, 'utf8').then(
    (text) => reportSchema.parse(JSON.parse(text)),
    () => null, // it did not come so far
  );
  const passed = report?.numPassedTests ?? 0;
  const failures = report?.testResults.flatMap(failuresOf) ?? [];
  const isBadEnd = code !== 0 || passed === 0;
  if (isBadEnd && failures.length === 0) {
    failures.push(`the test runner ended with ${code ?? 'a signal'}\n${output.slice(-shownOutput)}`);
  }
  return { passed, failures };
}

/** The tests of one file that failed, or the file itself where it failed outside of its tests. */
function failuresOf({ name, status, message, assertionResults }: z.infer<typeof fileSchema>): string[] {
  const path = name.replace(join(projectFolder, '/'), '');
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [`${path}\n${message}`];
  return failed.map(({ fullName, failureMessages }) => `${path}: ${fullName}\n${failureMessages.join('\n')}`);
}

/** Prints what failed and, in the last line, `N passed, N failed`; the process ends with 1 if anything did. */
export function tellTestOutcome({ passed, failures }: TestOutcome): void {
  if (failures.length > 0) process.exitCode = 1;
  for (const failure of failures) print(`✗ ${failure}`);
  print(`${passed} passed, ${failures.length} failed`);
}
