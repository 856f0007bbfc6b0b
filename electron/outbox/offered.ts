import type { NewTicket } from '../contract/fields.ts';
import { ProblemError } from '../contract/problem.ts';
import { type Catalogue, specifiedCatalogue } from '../contract/reference-data.ts';
import { sameText } from './likeness.ts';

/**
 * Checks that a category belongs to its request type (section 8). `fetched` is the server's table as far as it is known; what
 * the specification's has is let through too, and the server has the last word.
 * @throws ProblemError `invalid-input`
 */
export function expectOffered({ requestType, category }: NewTicket, fetched: Catalogue): void {
  const types = [...fetched, ...specifiedCatalogue()].filter(({ name }) => sameText(name, requestType));
  if (types.length === 0) throw notOffered('requestType', `The operator offers no request type “${requestType}”.`);
  if (types.some(({ categories }) => categories.some((name) => sameText(name, category)))) return;
  throw notOffered('category', `The category “${category}” does not belong to the request type “${requestType}”.`);
}

const notOffered = (field: 'requestType' | 'category', message: string) =>
  new ProblemError('invalid-input', { field: `change.fields.${field}`, message, todo: 'Choose another one.' });
