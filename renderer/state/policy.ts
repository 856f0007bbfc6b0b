import { create } from 'zustand';
import { openPolicy, type Policy } from '../../electron/contract/policy.ts';

/** What the IT department settled for this computer. The main process enforces it; here it only decides what is offered. */
export const usePolicy = create<Policy>(() => openPolicy);

/** Asked once: a policy holds from start to end. */
export async function loadPolicy(): Promise<void> {
  const outcome = await window.desk.system.policy();
  if (outcome.ok) usePolicy.setState(outcome.value);
}
