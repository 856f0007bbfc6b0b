import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error in the API's own format (companion page "Errors"). */
export function refuse(context: Context, status: ContentfulStatusCode, message: string) {
  const type = status < 500 ? 'client' : 'server';
  return context.json({ error: { type, message, correlationId: randomUUID() } }, status);
}

/** The response to unknown ids and missing permissions alike (companion page "Tickets"). */
export function notFound(context: Context) {
  return refuse(context, 404, 'Resource not found.');
}

/** Adds to each response an id by which the operator could find it. That the vendor does so for successes is a guess. */
export const addCorrelationId: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('X-Correlation-Id', randomUUID());
};
