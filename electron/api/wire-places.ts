import { z } from 'zod';
import type { Catalogue, Location, Site } from '../contract/reference-data.ts';
import { present, text } from './wire.ts';

/*
 * What the server sends of places and categories, read as leniently as tickets are.
 */

const siteSchema: z.ZodType<Site> = z.object({ site: text, address: text, city: text, metro: text, country: text });

export const sitesAnswerSchema = z
  .array(siteSchema.nullable().catch(null))
  .transform((rows) => present(rows).filter((row) => row.site !== ''));

/** A place without an id stands for itself: nothing can name it as parent. */
const locationSchema = z
  .object({ id: text, location: text, parentId: text })
  .transform(({ id, location, parentId }): Location => ({ id: id || location, location, parentId: parentId || null }));

export const locationsAnswerSchema = z
  .array(locationSchema.nullable().catch(null))
  .transform((rows) => present(rows).filter((row) => row.location !== ''));

const namedSchema = z.object({ name: text });

const requestTypeSchema = z.object({
  requestType: z.object({ name: text, categories: z.array(namedSchema.nullable().catch(null)).catch([]) }),
});

/** The categories call's answer (section 8); request types without any category cannot be chosen. */
export const categoriesAnswerSchema = z
  .object({ result: z.array(requestTypeSchema.nullable().catch(null)) })
  .transform(({ result }): Catalogue => {
    const types = present(result).map(({ requestType: { name, categories } }) => ({
      name,
      categories: present(categories).flatMap((category) => category.name || []),
    }));
    return types.filter(({ name, categories }) => name !== '' && categories.length > 0);
  });
