import { create } from 'zustand';
import type { Catalogue, Location, Site } from '../../electron/contract/reference-data.ts';
import { useProblemBanner } from './feedback.ts';

type ReferenceData = {
  readonly catalogue: Catalogue;
  readonly sites: readonly Site[];
  /** The locations of the sites that were asked for. */
  readonly locations: ReadonlyMap<string, readonly Location[]>;
};

const nothing: ReferenceData = { catalogue: [], sites: [], locations: new Map() };

/** What the forms choose from. */
export const useReferenceData = create<ReferenceData>(() => nothing);

/** Rises with the account, so that no answer for the one before is taken. */
let account = 0;

/** Reads the request types with their categories, and the sites. */
export async function loadReferenceData(): Promise<void> {
  const before = account;
  const { referenceData } = window.desk;
  const [catalogue, sites] = await Promise.all([referenceData.catalogue(), referenceData.sites()]);
  if (before !== account) return;
  if (catalogue.ok) useReferenceData.setState({ catalogue: catalogue.value });
  else useProblemBanner.setState({ problem: catalogue.problem });
  if (sites.ok) useReferenceData.setState({ sites: sites.value });
  else useProblemBanner.setState({ problem: sites.problem });
}

/** Reads the locations of a site. */
export async function loadLocations(site: string): Promise<void> {
  const before = account;
  const outcome = await window.desk.referenceData.locations({ site });
  if (before !== account) return;
  if (!outcome.ok) useProblemBanner.setState({ problem: outcome.problem });
  else useReferenceData.setState(({ locations }) => ({ locations: new Map(locations).set(site, outcome.value) }));
}

/** Reads again what changed: a site's locations if they were read before, or, for `null`, everything else. */
export async function referenceDataChanged(site: string | null): Promise<void> {
  if (site === null) await loadReferenceData();
  else if (useReferenceData.getState().locations.has(site)) await loadLocations(site);
}

/** Forgets everything; for another account. */
export function resetReferenceData(): void {
  account += 1;
  useReferenceData.setState(nothing);
}
