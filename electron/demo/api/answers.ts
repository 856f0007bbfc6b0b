import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal in the application's own form (companion page "Errors"). */
export function refuse(context: Context, status: ContentfulStatusCode, message: string) {
  const type = status < 500 ? 'client' : 'server';
  return context.json({ error: { type, message, correlationId: randomUUID() } }, status);
}

/** Unknown things and missing permissions alike (companion page "Tickets"). */
export function notFound(context: Context) {
  return refuse(context, 404, 'Resource not found.');
}

/** An id in each answer, by which the operator would find it; that the vendor sends one with a success is a guess. */
export const giveCorrelationId: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('X-Correlation-Id', randomUUID());
};
