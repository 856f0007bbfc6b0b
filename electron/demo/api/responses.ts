import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { writeError } from '../error-forms.ts';
import type { ApiEnv } from './env.ts';

/** An error in one of the API's forms (companion page "Errors"). @param code for the forms that have room for one */
export function refuse(context: Context<ApiEnv>, status: ContentfulStatusCode, message: string, code?: string) {
  const error = { status, message, correlationId: randomUUID(), ...(code && { code }) };
  const { type, body } = writeError(error, context.get('forms').nextError());
  return context.body(body, status, { 'Content-Type': type });
}

/** The response to unknown ids and missing permissions alike (companion page "Tickets"). */
export function notFound(context: Context<ApiEnv>) {
  return refuse(context, 404, 'Resource not found.', 'REQUEST_ID_INVALID');
}

/** Adds to each response an id by which the operator could find it. That the vendor does so for successes is a guess. */
export const addCorrelationId: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('X-Correlation-Id', randomUUID());
};
