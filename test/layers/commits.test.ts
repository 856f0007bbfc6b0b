/* Subjects of commits: the rules themselves, and the commits made since the rules exist. */

import { expect, it } from 'vitest';
import { badSubjects, type Commit } from '../../build/commits.ts';
import { run } from '../../build/run.ts';

it.each([
  'outbox: fold the sender’s queue into the sender',
  'build, test/layers: check the subjects of commits',
  'electron/bridge/ipc.ts: one wrapper for calls and events',
  `store: ${'x'.repeat(65)}`,
])('accepts: %s', (subject) => {
  expect(badSubjects([{ hash: 'abc1234', subject }])).toEqual([]);
});

it.each([
  [`store: ${'x'.repeat(66)}`, '73 characters'],
  ['Fold the sender’s queue into the sender', 'no scope'],
  ['Outbox: fold the queue', 'no scope'],
  ['outbox:fold the queue', 'no scope'],
  ['outbox: ', 'no scope'],
  ['outbox: fold the queue.', 'full stop'],
])('refuses: %s', (subject, rule) => {
  const [line] = badSubjects([{ hash: 'abc1234', subject }]);
  expect(line).toMatch(/^abc1234 /);
  expect(line).toContain(rule);
});

const commits = await judgedCommits();

it.skipIf(commits.length === 0)('every commit since the last tag, or of the last 50, has a proper subject', () => {
  expect(badSubjects(commits)).toEqual([]);
});

/**
 * The commits made after the one that brought the rules, which older commits could not know. None where there is no
 * history: outside a repository, and in a shallow clone, where Git shows the only commit as the one that brought every file.
 */
async function judgedCommits(): Promise<Commit[]> {
  const bringing = (await git('log', '--diff-filter=A', '--format=%H', '--', 'build/commits.ts')).trim();
  if (!bringing) return [];
  const tag = (await git('describe', '--tags', '--abbrev=0')).trim();
  const since = tag ? [`^${tag}`] : ['--max-count=50'];
  // Merges are exempt: their subjects are written by Git and by code hosts.
  const lines = await git('log', '--no-merges', '--format=%h %s', 'HEAD', `^${bringing.split('\n').at(-1)}`, ...since);
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ hash: line.slice(0, line.indexOf(' ')), subject: line.slice(line.indexOf(' ') + 1) }));
}

/** What Git prints; nothing where it fails or is not installed. */
async function git(...args: string[]): Promise<string> {
  return run('git', args).then(
    ({ code, output }) => (code === 0 ? output : ''),
    () => '',
  );
}
