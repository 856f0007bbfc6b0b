import type { z } from 'zod';
import { type Calls, calls, type Handlers } from '../contract/calls.ts';
import { ProblemError } from '../contract/problem.ts';

type AnyCall = { request: z.ZodType };
type AnyHandler = (request: unknown) => unknown;

/**
 * Parses a payload by the call's schema and hands it to the call's handler.
 * @throws ProblemError `invalid-input` with the field that is wrong
 */
export async function answer(handlers: Handlers, group: keyof Calls, name: string, payload: unknown): Promise<unknown> {
  // Names come from the contract itself, so both tables have them; only their types cannot be followed through a loop.
  const call = (calls[group] as Record<string, AnyCall>)[name];
  const handler = (handlers[group] as unknown as Record<string, AnyHandler>)[name];
  if (!call || !handler) throw new ProblemError('internal');
  const request = call.request.safeParse(payload);
  if (request.success) return (await handler(request.data)) ?? null;
  const [issue] = request.error.issues;
  throw new ProblemError(
    'invalid-input',
    { field: issue?.path.join('.') ?? '', todo: issue?.message ?? '' },
    request.error,
  );
}
