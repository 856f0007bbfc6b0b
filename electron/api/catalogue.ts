import { ProblemError } from '../contract/problem.ts';
import type { Catalogue } from '../contract/reference-data.ts';
import { categoriesByRequestType } from '../contract/specification.ts';
import type { AccountHttp } from './account-http.ts';
import { categoriesAnswerSchema } from './wire-places.ts';

/**
 * Asks for the request types with their categories. The specification marks `requestType` as mandatory and shows a call
 * without it (section 8): where the server insists on it, each type of the specification's own table is asked for.
 */
export async function requestCatalogue(http: AccountHttp, signal: AbortSignal | undefined): Promise<Catalogue> {
  const request = (query: { requestType?: string }) =>
    http.send({ method: 'GET', path: 'v1/customer-support-tickets/categories', query, signal }, categoriesAnswerSchema);
  try {
    const catalogue = await request({});
    if (catalogue.length > 0) return catalogue;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'rejected') throw error;
  }
  const catalogue: Catalogue = [];
  for (const requestType of Object.keys(categoriesByRequestType)) {
    catalogue.push(...(await request({ requestType })));
  }
  return catalogue;
}
