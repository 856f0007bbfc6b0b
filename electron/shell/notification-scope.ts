/* Whether a ticket is one of those that the user wants notifications about. */

import type { TicketId } from '../contract/ids.ts';
import {
  type BaseView,
  defaultSort,
  type Filters,
  noFilters,
  type TicketPage,
  type TicketQuery,
} from '../contract/query.ts';
import type { SavedView } from '../contract/views.ts';
import type { IsInScope } from './notification-rules.ts';

/** What the open account knows of its tickets. */
type TicketSource = {
  page(query: TicketQuery): TicketPage;
  /** The user opened, changed or commented on the ticket here. */
  isMine(id: TicketId): boolean;
  savedViews(): readonly SavedView[];
};

/** Returns whether a ticket is one of the user's own, starred, or in a saved view. A view that was removed leaves out none. */
export function scopeOf(source: TicketSource): IsInScope {
  const isIn = (id: TicketId, view: BaseView, filters: Filters, search = '') => {
    const query = { view, filters, search: `${search} ${id}`.trim(), sort: defaultSort, offset: 0, limit: maxLikeId };
    return source.page(query).rows.some((row) => row.id === id);
  };
  return (id, scope) => {
    if (scope === 'mine') return source.isMine(id);
    if (scope === 'starred') return isIn(id, 'starred', noFilters);
    const view = source.savedViews().find((each) => each.id === scope);
    return view === undefined || isIn(id, view.base, view.filters, view.search);
  };
}

/** Far more tickets than name the id of another in their texts. */
const maxLikeId = 50;
