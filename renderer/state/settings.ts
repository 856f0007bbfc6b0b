import { create } from 'zustand';
import { openPolicy, type Policy } from '../../electron/contract/policy.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import { attempt, useProblemBanner } from './feedback.ts';

/** What the IT department settled for this computer. The main process enforces it; here it only decides what is offered. */
export const usePolicy = create<Policy>(() => openPolicy);

/** Asked once: a policy holds from start to end. */
export async function loadPolicy(): Promise<void> {
  const outcome = await window.desk.system.policy();
  if (outcome.ok) usePolicy.setState(outcome.value);
}

/** What the user set, for all accounts. */
export const useSettings = create<Settings>(() => defaultSettings);

export async function loadSettings(): Promise<void> {
  const outcome = await window.desk.settings.read();
  if (outcome.ok) useSettings.setState(outcome.value);
  else useProblemBanner.setState({ problem: outcome.problem });
}

/** Shows the change at once, and what is really set when it could not be kept. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useSettings.setState(change);
  await attempt(window.desk.settings.change(useSettings.getState()));
  const outcome = await window.desk.settings.read();
  if (outcome.ok) useSettings.setState(outcome.value);
}

/** Whether the demo service can be reached, as it was settled last; it can when Colodesk starts. */
export const useDemoNetwork = create<{ readonly isConnected: boolean }>(() => ({ isConnected: true }));

/** Takes the demo service's network away or gives it back; the switch moves when that is done. */
export async function setDemoNetwork(isConnected: boolean): Promise<void> {
  if (await attempt(window.desk.demo.setNetwork({ isConnected }))) useDemoNetwork.setState({ isConnected });
}
