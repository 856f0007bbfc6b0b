import { expect, it } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import {
  attempt,
  attemptInBackground,
  dismissNotice,
  useDismissedNotice,
  useProblemBanner,
} from '../../renderer/state/feedback.ts';

const worked = Promise.resolve({ ok: true as const, value: null });
const failed = Promise.resolve({ ok: false as const, problem: problem('disk-full') });

it('shows what failed until the next action works, but not until something happens by itself', async () => {
  await attempt(failed);
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-full');
  await attemptInBackground(worked);
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-full');
  await attempt(worked);
  expect(useProblemBanner.getState().problem).toBeNull();
  await attemptInBackground(failed);
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-full');
});

it('a notice that was dismissed stays so until another account is shown', () => {
  const notice = problem('cache-set-aside');
  dismissNotice(notice);
  expect(useDismissedNotice.getState().message).toBe(notice.message);
  resetAccountStores();
  expect(useDismissedNotice.getState().message).toBeNull();
});
