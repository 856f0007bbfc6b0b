import { Hono } from 'hono';
import { filterFields } from '../../contract/query.ts';
import { observedMs } from '../observed-times.ts';
import type { ServiceState } from '../state.ts';
import type { ApiEnv } from './env.ts';
import { answerPage, filtered, lastChangedFirst, readPaging } from './lists.ts';
import { notFound } from './responses.ts';
import { feedRowOf } from './ticket-form.ts';

/**
 * The tickets of all kinds, those that changed last first (companion page "As observed"). Those that the user may not see
 * are taken out of a page only once it is cut: pages come short or empty, and the totals are too large.
 */
export function feedRoutes(state: ServiceState): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/', async (context) => {
    if (!state.options().hasFeed) return notFound(context);
    const { paging, refusal } = readPaging(context, state.options());
    if (refusal) return refusal;
    await context.get('take')(observedMs.feed(0));
    const account = context.get('account');
    const { seen, unseen } = state.otherTickets(account);
    const isUnseen = new Set(unseen);
    const all = [...state.shownTickets(account), ...seen, ...unseen];
    const listed = lastChangedFirst(filtered(context, all, [...filterFields, 'id']));
    return answerPage(context, {
      ...paging,
      listed,
      total: listed.length,
      lastFlag: state.options().lastFlag,
      observedMs: observedMs.feed,
      write: (tickets) => tickets.filter((ticket) => !isUnseen.has(ticket)).map((ticket) => feedRowOf(ticket, state)),
    });
  });
}
