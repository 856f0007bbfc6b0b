import { create } from 'zustand';
import type { Facets } from '../../electron/contract/query.ts';
import { useProblemBanner } from './problems.ts';

const noFacets: Facets = { status: [], site: [], requestType: [], category: [], createdBy: [] };

/** The values that the filters offer, with counts. */
export const useFacets = create<Facets>(() => noFacets);

let asked = 0;

/** Asks for the values anew; only the answer to the newest question counts. */
export async function loadFacets(): Promise<void> {
  asked += 1;
  const number = asked;
  const outcome = await window.desk.tickets.facets();
  if (number !== asked) return;
  if (outcome.ok) useFacets.setState(outcome.value);
  else useProblemBanner.setState({ problem: outcome.problem });
}

/** Forgets everything; for another account. */
export function resetFacets(): void {
  asked += 1;
  useFacets.setState(noFacets);
}
