import { expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { useProblemBanner } from '../../renderer/state/feedback.ts';
import { setDemoNetwork, useDemoNetwork } from '../../renderer/state/settings.ts';

it('moves the switch when the network is really away, and not where that failed', async () => {
  const setNetwork = vi.fn().mockResolvedValue({ ok: true, value: null });
  vi.stubGlobal('window', { desk: { demo: { setNetwork } } });
  const switching = setDemoNetwork(false);
  expect(useDemoNetwork.getState().isConnected).toBe(true);
  await switching;
  expect(useDemoNetwork.getState().isConnected).toBe(false);

  setNetwork.mockResolvedValue({ ok: false, problem: problem('internal') });
  await setDemoNetwork(true);
  expect(useDemoNetwork.getState().isConnected).toBe(false);
  expect(useProblemBanner.getState().problem?.kind).toBe('internal');
});
