import type { Context } from 'hono';
import { openStatuses } from '../../contract/specification.ts';
import type { DemoTicket } from '../portfolio/portfolio.ts';
import type { ApiEnv } from './env.ts';
import { notFound, refuse } from './responses.ts';

type Found = { ticket: DemoTicket; refusal?: undefined } | { ticket?: undefined; refusal: Response };

/**
 * Returns the ticket that a call is about once the call's time is over, or a refusal, which comes at once. The ticket is
 * looked at before and after that time, since meanwhile another call may have closed it.
 */
async function afterItsTime(context: Context<ApiEnv>, observedMs: number, find: () => Found): Promise<Found> {
  const found = find();
  if (found.refusal) return found;
  await context.get('take')(observedMs);
  return find();
}

/** Finds a ticket to read among those of the account that the calls show. */
export function findTicket(
  context: Context<ApiEnv>,
  observedMs: number,
  find: () => DemoTicket | undefined,
): Promise<Found> {
  return afterItsTime(context, observedMs, () => {
    const ticket = find();
    return ticket ? { ticket } : { refusal: notFound(context) };
  });
}

/** Finds a ticket that may still be changed (sections 6, 7 and 9). @param done says what the call does, for the refusal */
export function findOpenTicket(
  context: Context<ApiEnv>,
  observedMs: number,
  { id, done }: { id: string; done: string },
): Promise<Found> {
  return afterItsTime(context, observedMs, () => {
    const ticket = context.get('account').ticketsById.get(id);
    if (!ticket) return { refusal: notFound(context) };
    if (openStatuses.includes(ticket.status)) return { ticket };
    return { refusal: refuse(context, 400, `ServiceTicket '${id}' is ${ticket.status} and can not be ${done}.`) };
  });
}
