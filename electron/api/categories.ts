/* Which categories each request type has (section 8), whichever way the server wants to be asked. */

import { ProblemError, type ProblemKind } from '../contract/problem.ts';
import { type Catalogue, specifiedCatalogue } from '../contract/reference-data.ts';

type Ask = (query: { requestType?: string }) => Promise<Catalogue>;

/** The server examined the question and refused it. */
const refusals: readonly ProblemKind[] = ['rejected', 'not-found', 'not-permitted'];

/** The fault may lie in this question alone, so another one can succeed. */
const faults: readonly ProblemKind[] = ['server-error', 'malformed-answer'];

/**
 * The specification marks `requestType` as mandatory but shows a call without it. Where the server refuses that call or
 * gives nothing, it is asked for each type in the specification's table by itself. A type that it refuses is kept with the
 * reason; one whose answer is faulty keeps the specification's categories.
 * @throws ProblemError when no question was answered: a server that refuses every type refuses the question, not the types
 */
export async function listCategories(ask: Ask): Promise<Catalogue> {
  try {
    const all = await ask({});
    if (all.length > 0) return all;
  } catch (error) {
    if (!isOneOf(refusals, error)) throw error;
  }
  const types = new Map<string, Catalogue[number]>();
  let isAnswered = false;
  let failure: unknown;
  for (const specified of specifiedCatalogue()) {
    const { name } = specified;
    try {
      for (const type of await ask({ requestType: name })) if (!types.has(type.name)) types.set(type.name, type);
      isAnswered = true;
    } catch (error) {
      if (isOneOf(refusals, error)) types.set(name, { name, categories: [], refusal: wordsOf(error) });
      else if (isOneOf(faults, error) && !error.problem.retryAfterMs) types.set(name, types.get(name) ?? specified);
      else throw error;
      failure ??= error;
    }
  }
  if (!isAnswered) throw failure;
  return [...types.values()];
}

function isOneOf(kinds: readonly ProblemKind[], error: unknown): error is ProblemError {
  return error instanceof ProblemError && kinds.includes(error.problem.kind);
}

const wordsOf = ({ problem }: ProblemError): string => problem.serverMessage ?? problem.message;
