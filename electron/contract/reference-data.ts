import { z } from 'zod';
import { categoriesByRequestType } from './specification.ts';
import { isSameText } from './ticket-equality.ts';

/** The request types that a new ticket can have, with their categories, in the server's order. */
export const catalogueSchema = z.array(
  z.object({
    name: z.string(),
    categories: z.array(z.string()),
    /** Why the server does not offer this type, in its own words; there are no categories to choose from then. */
    refusal: z.string().optional(),
  }),
);
export type Catalogue = z.infer<typeof catalogueSchema>;

/** The specification's own table, for as long as the server's is not known. */
export const specifiedCatalogue = (): Catalogue =>
  Object.entries(categoriesByRequestType).map(([name, categories]) => ({ name, categories: [...categories] }));

/**
 * Returns the field of a new ticket that a table does not offer: the request type, or the category, which belongs to one
 * request type (section 8); `null` when both are offered.
 */
export function findFieldNotOffered(
  { requestType, category }: { requestType: string; category: string },
  catalogue: Catalogue,
): 'requestType' | 'category' | null {
  const types = catalogue.filter(({ name, refusal }) => refusal === undefined && isSameText(name, requestType));
  if (types.length === 0) return 'requestType';
  return types.some(({ categories }) => categories.some((name) => isSameText(name, category))) ? null : 'category';
}

/** Returns why the server does not offer a request type, in its own words; `undefined` if it has refused none of that name. */
export function findRefusal(requestType: string, catalogue: Catalogue): string | undefined {
  return catalogue.find(({ name, refusal }) => refusal !== undefined && isSameText(name, requestType))?.refusal;
}

/** A site of the account (companion page "Sites"). */
export const siteSchema = z.object({
  site: z.string(),
  address: z.string(),
  city: z.string(),
  metro: z.string(),
  country: z.string(),
});
export type Site = z.infer<typeof siteSchema>;

/** A place in a site (companion page "Locations"). The rows should be a tree by `parentId`, but cycles and orphans occur. */
export const locationSchema = z.object({ id: z.string(), location: z.string(), parentId: z.string().nullable() });
export type Location = z.infer<typeof locationSchema>;
