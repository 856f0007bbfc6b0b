/* The rules for the subject line of a commit; test/layers/commits.test.ts applies them to the history. */

export type Commit = { hash: string; subject: string };

const lengthLimit = 72; // what `git log` and code hosts show without cutting it off
const scope = /^[a-z0-9]+(?:(?:, |[ /.,-])[a-z0-9]+)*: \S/;

/** Returns a line for each commit whose subject breaks a rule: its hash, the rule and the subject. */
export function badSubjects(commits: readonly Commit[]): string[] {
  return commits.flatMap(({ hash, subject }) => {
    const broken = brokenRule(subject);
    return broken ? [`${hash} ${broken}: ${subject}`] : [];
  });
}

function brokenRule(subject: string): string | undefined {
  if (subject.length > lengthLimit) return `${subject.length} characters instead of at most ${lengthLimit}`;
  if (!scope.test(subject)) return 'no scope such as “outbox: ”';
  if (subject.endsWith('.')) return 'a full stop at the end';
  return undefined;
}
