import { expect, it } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { attempt, attemptUnasked, useFault } from '../../renderer/state/problems.ts';

const worked = Promise.resolve({ ok: true as const, value: null });
const failed = Promise.resolve({ ok: false as const, problem: problem('disk-full') });

it('shows what failed until the next action works, but not until something happens by itself', async () => {
  await attempt(failed);
  expect(useFault.getState().problem?.kind).toBe('disk-full');
  await attemptUnasked(worked);
  expect(useFault.getState().problem?.kind).toBe('disk-full');
  await attempt(worked);
  expect(useFault.getState().problem).toBeNull();
  await attemptUnasked(failed);
  expect(useFault.getState().problem?.kind).toBe('disk-full');
});
