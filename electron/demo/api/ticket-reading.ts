/* The calls that read tickets and categories. */

import { Hono } from 'hono';
import { filterFields } from '../../contract/query.ts';
import { categoriesByRequestType } from '../../contract/specification.ts';
import { observedMs } from '../observed-times.ts';
import type { ListOrder } from '../options.ts';
import type { DemoTicket } from '../portfolio/portfolio.ts';
import type { ServiceState } from '../state.ts';
import type { ApiEnv } from './env.ts';
import { findTicket } from './find-ticket.ts';
import { answerPage, answerRows, filtered, lastChangedFirst, readPaging } from './lists.ts';
import { refuse } from './responses.ts';
import { rowOf, wholeTicket } from './ticket-form.ts';

/** The list, the single ticket and the categories (sections 4 and 8). */
export function ticketReadingRoutes(state: ServiceState): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/', async (context) => {
      const { order, lastFlag, doubledRows } = state.options();
      const { paging, refusal } = readPaging(context, state.options());
      if (refusal) return refusal;
      await context.get('take')(observedMs.list(0));
      const matching = filtered(context, state.shownTickets(context.get('account')), filterFields);
      return answerPage(context, {
        ...paging,
        listed: doubled(inOrder(matching, order), doubledRows),
        total: matching.length,
        lastFlag,
        observedMs: observedMs.list,
        write: (tickets) => tickets.map((ticket) => rowOf(ticket, state)),
      });
    })
    .get('/categories', (context) => {
      const wanted = context.req.query('requestType');
      if (!wanted && state.options().isRequestTypeMandatory)
        return refuse(context, 400, 'Missing required parameter: requestType.');
      const types = Object.entries(categoriesByRequestType).filter(([name]) => !wanted || name === wanted);
      if (types.length === 0) return refuse(context, 400, `Invalid requestType: ${wanted}.`);
      const rows = types.map(([name, categories]) => ({
        requestType: { name, categories: categories.map((category) => ({ name: category })) },
      }));
      return answerRows(context, rows, 'result');
    })
    .get('/:id', async (context) => {
      const { ticket, refusal } = await findTicket(context, observedMs.ticket, () =>
        state.shownTicket(context.get('account'), context.req.param('id')),
      );
      return refusal ?? context.json(wholeTicket(ticket, state));
    });
}

/** Sorts tickets that are given newest first. */
function inOrder(tickets: readonly DemoTicket[], order: ListOrder): readonly DemoTicket[] {
  if (order === 'newest-first') return tickets;
  if (order === 'oldest-first') return tickets.toReversed();
  return lastChangedFirst(tickets);
}

/** Lists the first `count` tickets twice. */
function doubled(tickets: readonly DemoTicket[], count: number): readonly DemoTicket[] {
  if (count === 0) return tickets;
  return [...tickets.slice(0, count).flatMap((ticket) => [ticket, ticket]), ...tickets.slice(count)];
}
