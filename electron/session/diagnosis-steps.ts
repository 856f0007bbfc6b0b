import type { Step, StepName } from '../contract/diagnosis.ts';
import { problemOf } from '../contract/problem.ts';

/** Something to try: answers what was seen, in a sentence, or throws a `ProblemError`. */
export type Attempt = { name: StepName; look: () => Promise<string> };

/** Does one attempt; what goes wrong is its result. */
export async function tryOne({ name, look }: Attempt): Promise<Step> {
  const beganAtMs = performance.now();
  const tookMs = () => Math.round(performance.now() - beganAtMs);
  try {
    return { name, state: 'works', detail: await look(), problem: null, tookMs: tookMs() };
  } catch (error) {
    const problem = problemOf(error);
    return { name, state: 'failed', detail: problem.message, problem, tookMs: tookMs() };
  }
}

/** Does attempts of which each needs the one before: after the first that fails the others are skipped. */
export async function tryInTurn(attempts: readonly Attempt[]): Promise<Step[]> {
  const steps: Step[] = [];
  for (const attempt of attempts) {
    const isLost = steps.some(({ state }) => state !== 'works');
    steps.push(isLost ? skipped(attempt.name, 'Not tried, since a step before it failed.') : await tryOne(attempt));
  }
  return steps;
}

export function skipped(name: StepName, detail: string): Step {
  return { name, state: 'skipped', detail, problem: null, tookMs: 0 };
}
