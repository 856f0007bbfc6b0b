/* Whether a ticket is one of those that the user wants notifications about. */

import type { TicketId } from '../contract/ids.ts';
import { noFilters, type TicketSelection } from '../contract/query.ts';
import type { SavedView } from '../contract/views.ts';
import type { IsInScope } from './notification-rules.ts';

/** What the open account knows of its tickets. */
type TicketSource = {
  finds(selection: TicketSelection, id: TicketId): boolean;
  /** The user opened, changed or commented on the ticket here. */
  isMine(id: TicketId): boolean;
  savedViews(): readonly SavedView[];
};

/** Returns whether a ticket is one of the user's own, starred, or in a saved view. A view that was removed leaves out none. */
export function scopeOf(source: TicketSource): IsInScope {
  return (id, scope) => {
    if (scope === 'mine') return source.isMine(id);
    if (scope === 'starred') return source.finds({ view: 'starred', filters: noFilters, search: '' }, id);
    const view = source.savedViews().find((each) => each.id === scope);
    return view === undefined || source.finds({ view: view.base, filters: view.filters, search: view.search }, id);
  };
}
