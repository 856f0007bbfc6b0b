/* What holds for this computer, whichever account is open: the IT department's policy, the user's settings, the demo's network. */

import { create } from 'zustand';
import { openPolicy, type Policy } from '../../electron/contract/policy.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import { attempt, offerUndo, showProblem } from './feedback.ts';
import { whenFlushed } from './saver.ts';

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

let changeCount = 0;

/** Shows a change at once, then what is really set, in case it could not be saved. Returns whether it was saved. */
export async function changeSettings(change: Partial<Settings>): Promise<boolean> {
  changeCount += 1;
  const number = changeCount;
  useSettings.setState(change);
  const isSaved = await attempt(window.desk.settings.change(change)); // only these: the others may not have been read yet
  const outcome = await window.desk.settings.read();
  // A change that came meanwhile is shown already, and would be missing in this answer.
  if (outcome.ok && number === changeCount) useSettings.setState(outcome.value);
  return isSaved;
}

/**
 * A setting that is being typed, which is saved when that is over: each single key would be answered with what is on the disk, in
 * the middle of the word. It is over too when everything typed is saved, since the window may be about to close.
 */
export class TypedSetting {
  #save: (() => Promise<boolean>) | null = null;

  /** Takes how to save what is typed by now. */
  put(save: () => Promise<boolean>): void {
    this.#save = save;
    typedSettings.add(this);
  }

  /** Saves what was typed. Returns whether that worked; nothing typed is saved already. */
  async flush(): Promise<boolean> {
    const save = this.#save;
    this.#save = null;
    typedSettings.delete(this);
    return save === null || (await save());
  }
}

/** Those that are not saved yet. */
const typedSettings = new Set<TypedSetting>();
whenFlushed(async () => {
  const saved = await Promise.all([...typedSettings].map((setting) => setting.flush()));
  return saved.every(Boolean);
});

const hourMs = 3_600_000;

/** Mutes notifications for an hour, and offers to undo it. */
export async function muteForAnHour(): Promise<void> {
  await loadSettings();
  const untilMs = Date.now() + hourMs;
  if (!(await muteUntil(untilMs))) return;
  offerUndo(words.settings.muted({ until: formatSince(new Date(untilMs), new Date()) }), () => void muteUntil(null));
}

/** Shows no notifications before a moment, in milliseconds since 1970; `null` ends that. */
export function muteUntil(mutedUntilMs: number | null): Promise<boolean> {
  return changeSettings({ notifications: { ...useSettings.getState().notifications, mutedUntilMs } });
}

/** Whether the demo service can be reached. It can when Colodesk starts, but the page may be loaded anew later. */
export const useDemoNetwork = create<{ readonly isConnected: boolean }>(() => ({ isConnected: true }));

/** Reads whether it can. */
export async function loadDemoNetwork(): Promise<void> {
  const outcome = await window.desk.demo.network();
  if (outcome.ok) useDemoNetwork.setState(outcome.value);
  else showProblem(outcome.problem);
}

/** Disconnects the demo service or connects it again; the switch moves once that is done. */
export async function setDemoNetwork(isConnected: boolean): Promise<void> {
  if (await attempt(window.desk.demo.setNetwork({ isConnected }))) useDemoNetwork.setState({ isConnected });
}
