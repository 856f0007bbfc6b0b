/* The values that forms offer: request types with their categories, sites and their locations. */

import { type FacetValue, noFilters } from '../../electron/contract/query.ts';
import type { Catalogue, Location, Site } from '../../electron/contract/reference-data.ts';
import { accountStore } from './account-store.ts';
import { showProblem } from './feedback.ts';

type ReferenceData = {
  /** The request types with their categories. */
  readonly catalogue: Catalogue;
  readonly sites: readonly Site[];
  /** The sites that the account’s tickets mention, for as long as the account’s own are not known. */
  readonly sitesOfTickets: readonly FacetValue[];
  /** The locations of each site whose locations were asked for. */
  readonly locations: ReadonlyMap<string, readonly Location[]>;
};

export const useReferenceData = accountStore<ReferenceData>({
  catalogue: [],
  sites: [],
  sitesOfTickets: [],
  locations: new Map(),
});

/** Reads the request types with their categories, and the sites. */
export async function loadReferenceData(): Promise<void> {
  const { referenceData } = window.desk;
  const outcomes = await useReferenceData.newest(Promise.all([referenceData.catalogue(), referenceData.sites()]));
  if (!outcomes) return;
  const [catalogue, sites] = outcomes;
  if (catalogue.ok) useReferenceData.setState({ catalogue: catalogue.value });
  else showProblem(catalogue.problem);
  if (sites.ok) useReferenceData.setState({ sites: sites.value });
  else showProblem(sites.problem);
  if (sites.ok && sites.value.length === 0) await findSitesOfTickets();
}

async function findSitesOfTickets(): Promise<void> {
  const response = window.desk.tickets.facets({ view: 'all', filters: noFilters, search: '' });
  const outcome = await useReferenceData.newest(response, 'sites of tickets');
  if (outcome?.ok) useReferenceData.setState({ sitesOfTickets: outcome.value.site });
  else if (outcome) showProblem(outcome.problem);
}

/** Reads the locations of a site. */
export async function loadLocations(site: string): Promise<void> {
  const response = window.desk.referenceData.locations({ site });
  const outcome = await useReferenceData.newest(response, `locations of ${site}`);
  if (!outcome) return;
  if (outcome.ok) {
    useReferenceData.setState(({ locations }) => ({ locations: new Map(locations).set(site, outcome.value) }));
  } else showProblem(outcome.problem);
}

/** Reads again what changed: the locations of one site if they were read before, or, for `null`, everything else. */
export async function reloadReferenceData(site: string | null): Promise<void> {
  if (site === null) await loadReferenceData();
  else if (useReferenceData.getState().locations.has(site)) await loadLocations(site);
}
