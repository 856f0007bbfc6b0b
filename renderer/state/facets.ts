import { create } from 'zustand';
import type { Choices } from '../../electron/contract/query.ts';
import { useFault } from './problems.ts';

const noChoices: Choices = { status: [], site: [], requestType: [], category: [], createdBy: [] };

/** The values that the filters offer, with counts. */
export const useChoices = create<Choices>(() => noChoices);

let asked = 0;

/** Asks for the values anew; only the answer to the newest question counts. */
export async function loadChoices(): Promise<void> {
  asked += 1;
  const number = asked;
  const outcome = await window.desk.tickets.choices();
  if (number !== asked) return;
  if (outcome.ok) useChoices.setState(outcome.value);
  else useFault.setState({ problem: outcome.problem });
}

/** Forgets everything; for another account. */
export function resetChoices(): void {
  asked += 1;
  useChoices.setState(noChoices);
}
