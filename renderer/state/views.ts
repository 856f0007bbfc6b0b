/* The views at the left of the list: choosing one, and those that the user saved. */

import type { BaseView } from '../../electron/contract/query.ts';
import type { SavedView } from '../../electron/contract/views.ts';
import { accountStore } from './account-store.ts';
import { showProblem } from './feedback.ts';
import { clearSearchAndFilters, useQuery } from './query.ts';
import { showScreen } from './screen.ts';
import { changeSettings, useSettings } from './settings.ts';

/** The views that the user saved, in the user's order. */
export const useViews = accountStore<{ readonly views: readonly SavedView[]; readonly isLoaded: boolean }>({
  views: [],
  isLoaded: false,
});

export async function loadViews(): Promise<void> {
  const outcome = await useViews.newest(window.desk.views.list());
  if (outcome?.ok) useViews.setState({ views: outcome.value, isLoaded: true });
  else if (outcome) showProblem(outcome.problem);
}

/** Shows a built-in view, as a whole. */
export function chooseView(view: BaseView): void {
  clearSearchAndFilters();
  useQuery.setState({ view });
  showScreen('tickets');
}

/** Shows a saved view as it was saved. */
export function chooseSavedView(id: string): void {
  const saved = useViews.getState().views.find((view) => view.id === id);
  if (!saved) return;
  useQuery.setState({ view: saved.base, filters: saved.filters, search: saved.search, sort: saved.sort });
  showScreen('tickets');
}

/** Folds the views away, or unfolds them. */
export function toggleViews(): void {
  void changeSettings({ foldsViews: !useSettings.getState().foldsViews });
}
