/* The calls that read tickets and categories, and what their responses look like. */

import { Hono } from 'hono';
import { filterFields } from '../../contract/query.ts';
import { categoriesByRequestType } from '../../contract/specification.ts';
import type { ListOrder } from '../options.ts';
import type { DemoTicket } from '../portfolio/portfolio.ts';
import type { ServiceState } from '../state.ts';
import type { ApiEnv } from './env.ts';
import { answerPage, answerRows, pagingSchema } from './lists.ts';
import { notFound, refuse } from './responses.ts';

/** The list, the single ticket and the categories (sections 4 and 8). */
export function ticketReadingRoutes(state: ServiceState): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/', (context) => {
      const paging = pagingSchema.safeParse(context.req.query());
      if (!paging.success) return refuse(context, 400, 'size and page must be whole numbers, size at least 1.');
      const { pageCap, isPageCapStrict, order, lastFlag, doubledRows } = state.options();
      if (isPageCapStrict && paging.data.size > pageCap)
        return refuse(context, 400, `size must be at most ${pageCap}.`);
      const filters = filterFields.flatMap((field) => {
        const value = context.req.query(field);
        return value ? [{ field, value }] : [];
      });
      const tickets = state.shownTickets(context.get('account'));
      const matching =
        filters.length === 0
          ? tickets
          : tickets.filter((ticket) => filters.every(({ field, value }) => ticket[field].trim() === value.trim()));
      return answerPage(context, {
        listed: inOrder(matching, order).flatMap((ticket, place) =>
          place < doubledRows ? [ticket, ticket] : [ticket],
        ),
        total: matching.length,
        size: Math.min(paging.data.size, pageCap),
        number: paging.data.page,
        lastFlag,
        write: (tickets) => tickets.map(summaryOf),
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
    .get('/:id', (context) => {
      const ticket = state.shownTicket(context.get('account'), context.req.param('id'));
      return ticket ? context.json(wholeTicket(ticket, state)) : notFound(context);
    });
}

/** Sorts tickets that are given newest first. */
function inOrder(tickets: DemoTicket[], order: ListOrder): DemoTicket[] {
  if (order === 'newest-first') return tickets;
  if (order === 'oldest-first') return tickets.toReversed();
  return tickets.toSorted((one, other) => (one.updatedOn < other.updatedOn ? 1 : -1));
}

/** The fields in the list, in the order of the specification's sample. */
function summaryOf({
  id,
  title,
  status,
  site,
  location,
  requestType,
  category,
  createdOn,
  closedOn,
  updatedOn,
  createdBy,
}: DemoTicket) {
  return { id, title, status, site, location, requestType, category, createdOn, closedOn, updatedOn, createdBy };
}

/**
 * The single ticket, with the comments that are old enough to be shown. Where there are none they are `[]` for one ticket and
 * `""` for another, since a client must understand both.
 */
function wholeTicket(ticket: DemoTicket, state: ServiceState) {
  const comments = state.shownComments(ticket);
  const isTextForm = comments.length === 0 && Number(ticket.id.slice(2)) % 2 === 1;
  return { ...ticket, cancelReason: ticket.cancelReason || null, comments: isTextForm ? '' : comments };
}
