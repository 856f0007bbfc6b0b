import type { Choice } from '../../electron/contract/query.ts';
import type { Site } from '../../electron/contract/reference-data.ts';
import type { SelectOption } from './select-field.tsx';

/** The sites that a new ticket can be for: the account's, or, until those were fetched once, the ones that its tickets name. */
export function siteOptions(sites: readonly Site[], ofTickets: readonly Choice[]): SelectOption[] {
  if (sites.length > 0) {
    return sites.map(({ site, city, country }) => option(site, [city, country].filter(Boolean).join(', ')));
  }
  return ofTickets.filter(({ value }) => value !== '').map(({ value, note }) => option(value, note));
}

function option(site: string, place: string): SelectOption {
  return { value: site, label: place === '' ? site : `${site} · ${place}` };
}
