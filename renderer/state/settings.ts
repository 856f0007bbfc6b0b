import { create } from 'zustand';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import { attempt, useProblemBanner } from './problems.ts';

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
