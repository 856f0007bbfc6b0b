/* What holds for this computer, whichever account is open: the IT department's policy, the user's settings, the demo's network. */

import { create } from 'zustand';
import { openPolicy, type Policy } from '../../electron/contract/policy.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import { attempt, showProblem } from './feedback.ts';

/** What the IT department prescribes. The main process enforces it; here it only decides what is offered. */
export const usePolicy = create<Policy>(() => openPolicy);

/** Reads the policy. Called once, since a policy does not change while Colodesk runs. */
export async function loadPolicy(): Promise<void> {
  const outcome = await window.desk.system.policy();
  if (outcome.ok) usePolicy.setState(outcome.value);
}

/** The user's settings. */
export const useSettings = create<Settings>(() => defaultSettings);

export async function loadSettings(): Promise<void> {
  const outcome = await window.desk.settings.read();
  if (outcome.ok) useSettings.setState(outcome.value);
  else showProblem(outcome.problem);
}

/** Shows a change at once, then what is really set, in case it could not be saved. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useSettings.setState(change);
  await attempt(window.desk.settings.change(change)); // only these: the others may not have been read yet
  const outcome = await window.desk.settings.read();
  if (outcome.ok) useSettings.setState(outcome.value);
}

/** Whether the demo service can be reached. It can when Colodesk starts. */
export const useDemoNetwork = create<{ readonly isConnected: boolean }>(() => ({ isConnected: true }));

/** Disconnects the demo service or connects it again; the switch moves once that is done. */
export async function setDemoNetwork(isConnected: boolean): Promise<void> {
  if (await attempt(window.desk.demo.setNetwork({ isConnected }))) useDemoNetwork.setState({ isConnected });
}
