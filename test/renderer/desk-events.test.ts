import { expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { listenToDesk } from '../../renderer/state/desk-events.ts';
import { showProblem, useProblemBanner } from '../../renderer/state/feedback.ts';

it('a network that comes back takes away no problem that was not read yet', async () => {
  const listeners = new Map<string, () => void>();
  const networkChanged = vi.fn().mockResolvedValue({ ok: true, value: null });
  vi.stubGlobal('window', {
    addEventListener: (event: string, listener: () => void) => listeners.set(event, listener),
    desk: {
      on: () => undefined,
      session: { state: () => Promise.resolve({ ok: true, value: { phase: 'signed-out' } }) },
      system: { networkChanged },
    },
  });
  await listenToDesk();
  showProblem(problem('disk-full'));
  listeners.get('online')?.();
  await vi.waitUntil(() => networkChanged.mock.settledResults[0]?.type === 'fulfilled');
  await Promise.resolve(); // so that the code after the call has run
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-full');
});
