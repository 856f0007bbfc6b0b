import { z } from 'zod';
import type { Facets, Filters } from '../contract/query.ts';
import type { Reader } from './database.ts';
import type { FacetColumns } from './facet-columns.ts';
import { facetsOf } from './facet-order.ts';

/**
 * Returns the values that occur in each field with a filter, of the tickets that `mask` marks with a 1 and that pass the filters
 * of all other fields. A site carries its city.
 */
export function countFacets(database: Reader, facets: FacetColumns, filters: Filters, mask: Uint8Array): Facets {
  const countsByField = facets.countsMatching(filters, mask);
  const cities = cityBySite(database);
  return facetsOf((field) => {
    const counts = countsByField.get(field);
    const values = facets.valuesOf(field).map((value, code) => {
      return { value, count: counts?.[code] ?? 0, note: (field === 'site' && cities.get(value)) || '' };
    });
    return values.filter(({ count }) => count > 0);
  });
}

function cityBySite(database: Reader): Map<string, string> {
  const rows = z
    .array(z.object({ site: z.string(), city: z.string() }))
    .parse(database.all('SELECT site, city FROM site'));
  return new Map(rows.map(({ site, city }) => [site, city]));
}
