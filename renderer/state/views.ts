/*
 * The views at the left of the list: choosing one, how many tickets each holds, and those that the user saves under a name.
 */

import { flushSync } from 'react-dom';
import { type BaseView, baseViews, noFilters } from '../../electron/contract/query.ts';
import { type ListLayout, longestViewName, maxViews, type SavedView } from '../../electron/contract/views.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { closeDialog, watchDialog } from './dialogs.ts';
import { attempt, offerUndo, showNotice, showProblem } from './feedback.ts';
import { useLayout } from './layout.ts';
import { isNarrowed, isSameList, isSameSort, type Query, useQuery, usualSortOf } from './query.ts';
import { showList } from './search.ts';
import { changeSettings, useSettings } from './settings.ts';
import { useSlice } from './ticket-list.ts';

type ViewState = {
  /** In the user's order. */
  readonly views: readonly SavedView[];
  /** Nothing is saved before the views are known, since all of them are replaced together. */
  readonly isLoaded: boolean;
};

/** The views that the user saved. */
export const useViews = accountStore<ViewState>({ views: [], isLoaded: false });

type Counts = {
  readonly base: { readonly [View in BaseView]?: number };
  readonly saved: { readonly [Id in string]?: number };
};

/** How many tickets each view holds; nothing for a view while that is not known. */
export const useViewCounts = accountStore<Counts>({ base: {}, saved: {} });

export async function loadViews(): Promise<void> {
  const outcome = await useViews.newest(window.desk.views.list());
  if (outcome?.ok) useViews.setState({ views: outcome.value, isLoaded: true });
  else if (outcome) showProblem(outcome.problem);
}

/** Counts again. Where that fails the old counts stay: the next change counts anew, and what is wrong the list says. */
export async function loadViewCounts(): Promise<void> {
  const outcome = await useViewCounts.newest(window.desk.views.counts());
  if (outcome?.ok) useViewCounts.setState(outcome.value);
}

/** Shows a built-in view, as a whole and in its usual order. */
export function chooseView(view: BaseView): void {
  useQuery.setState({ view, savedId: null, filters: noFilters, search: '', sort: usualSortOf(view) });
  showList();
}

/** Shows a saved view as it was saved. */
export function chooseSavedView(id: string): void {
  const saved = savedView(id);
  if (!saved) return;
  const { base, filters, search, sort, layout } = saved;
  useLayout.setState({ layout });
  useQuery.setState({ view: base, savedId: id, filters, search, sort });
  showList();
}

const savedView = (id: string | null): SavedView | undefined =>
  useViews.getState().views.find((saved) => saved.id === id);

/** Tells views apart: the saved ones by their ids. */
export const viewKey = ({ view, savedId }: Pick<Query, 'view' | 'savedId'>): string => savedId ?? view;

/** The key of the view whose rows are on the screen: while those of another are on their way, still the one before. */
export function useShownView(): string {
  const wanted = useQuery(viewKey);
  const before = useSlice(({ query }) =>
    query === null || isSameList(query, useQuery.getState()) ? null : viewKey(query),
  );
  return before ?? wanted;
}

/** The name of that view. */
export function useShownName(): string {
  const key = useShownView();
  const saved = useViews(({ views }) => views.find(({ id }) => id === key)?.name);
  const base = baseViews.find((view) => view === key) ?? 'all';
  return saved ?? words.views.name[base];
}

/** Returns whether anything is set that the chosen view does not hold. */
export function isChanged(query: Query, saved: SavedView | undefined, layout: ListLayout): boolean {
  if (!saved) return isNarrowed(query) || !isSameSort(query.sort, usualSortOf(query.view));
  return !isEqual(contentOf(saved), contentOf({ ...query, base: query.view, layout }));
}

type ViewContent = Omit<SavedView, 'id' | 'name'>;

function contentOf({ base, filters, search, sort, layout }: ViewContent): ViewContent {
  return { base, filters, search: search.trim(), sort, layout };
}

/** Compares plain data. The order of a filter's values says nothing, so lists of texts are compared sorted. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOneOrder) === JSON.stringify(other, inOneOrder);
}

function inOneOrder(_: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? value.toSorted() : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the list shows now, as a view keeps it. */
function shownContent(): ViewContent {
  const { view, filters, search, sort } = useQuery.getState();
  return contentOf({ base: view, filters, search, sort, layout: useLayout.getState().layout });
}

/** Returns why a view cannot have a name, `null` if it can. @param ownId the view that is renamed */
export function nameError(name: string, ownId: string | null): string | null {
  const wanted = nameKey(name);
  if (wanted === '') return words.views.nameNeeded;
  if (name.trim().length > longestViewName) return words.views.nameTooLong({ limit: longestViewName });
  const others = useViews.getState().views.filter(({ id }) => id !== ownId);
  const taken = [...others.map((view) => view.name), ...baseViews.map((view) => words.views.name[view])];
  return taken.some((other) => nameKey(other) === wanted) ? words.views.nameTaken : null;
}

/** Returns why there cannot be another view of this name, `null` if there can. */
function addingError(name: string): string | null {
  if (useViews.getState().views.length >= maxViews) return words.views.tooMany({ limit: maxViews });
  return nameError(name, null);
}

/** Names that look alike are one name. */
const nameKey = (name: string): string => name.trim().normalize('NFC').replace(/\s+/g, ' ').toLocaleLowerCase();

/**
 * Saves what the list shows as a new view, chooses it, and closes the dialog that asked for the name. Returns why that cannot be,
 * `null` if it was saved.
 */
export async function saveView(name: string): Promise<string | null> {
  const isStillOpen = watchDialog();
  if (!useViews.getState().isLoaded) await inSameAccount(loadViews());
  const { views, isLoaded } = useViews.getState();
  if (!isLoaded) return words.views.notSaved;
  const error = addingError(name);
  if (error !== null) return error;
  const id = crypto.randomUUID();
  const { savedId } = useQuery.getState();
  const keeping = keep([...views, { id, name: name.trim(), ...shownContent() }]);
  useQuery.setState({ savedId: id });
  if (await keeping) {
    if (isStillOpen()) flushSync(closeDialog);
    return null;
  }
  if (useQuery.getState().savedId === id) useQuery.setState({ savedId });
  return words.views.notSaved;
}

/** Whether the list shows something else than the chosen view keeps. */
export function canUpdateView(): boolean {
  const query = useQuery.getState();
  const saved = savedView(query.savedId);
  return saved !== undefined && isChanged(query, saved, useLayout.getState().layout);
}

/** Saves what the list shows in the chosen view. */
export async function updateView(): Promise<void> {
  const { savedId } = useQuery.getState();
  const content = shownContent();
  await keep(useViews.getState().views.map((view) => (view.id === savedId ? { ...view, ...content } : view)));
}

/**
 * Gives a view another name, and closes the dialog that asked for it. Returns why that cannot be, `null` if it has the name.
 */
export async function renameView(id: string, name: string): Promise<string | null> {
  const isStillOpen = watchDialog();
  const error = nameError(name, id);
  if (error !== null) return error;
  const { views } = useViews.getState();
  const isKept = await keep(views.map((view) => (view.id === id ? { ...view, name: name.trim() } : view)));
  if (!isKept) return words.views.notSaved;
  if (isStillOpen()) flushSync(closeDialog);
  return null;
}

/** Moves a view one place up (-1) or down (1). */
export async function moveView(id: string, by: -1 | 1): Promise<void> {
  const views = [...useViews.getState().views];
  const from = views.findIndex((view) => view.id === id);
  const [moved] = views.splice(from, 1);
  if (from === -1 || !moved || from + by < 0 || from + by > views.length) return;
  views.splice(from + by, 0, moved);
  await keep(views);
}

/**
 * Removes a view; the list stays as it is but for its columns. The view can be restored for a moment, unless another has its name
 * or its place by then.
 */
export async function removeView(id: string): Promise<void> {
  const { views } = useViews.getState();
  const index = views.findIndex((view) => view.id === id);
  const removed = views[index];
  if (!removed) return;
  const wasChosen = useQuery.getState().savedId === id;
  const { layout } = useLayout.getState();
  if (wasChosen) useQuery.setState({ savedId: null });
  const query = useQuery.getState();
  const restoreChoice = () => {
    if (!wasChosen || useQuery.getState() !== query) return;
    useQuery.setState({ savedId: id });
    useLayout.setState({ layout });
  };
  const isKept = await inSameAccount(keep(views.filter((view) => view.id !== id)));
  if (isKept === null) return;
  if (!isKept) {
    restoreChoice();
    return;
  }
  offerUndo(words.views.removed({ name: removed.name }), () => {
    const error = addingError(removed.name);
    if (error !== null) return showNotice(error);
    void keep(useViews.getState().views.toSpliced(index, 0, removed));
    restoreChoice();
  });
}

/** Shows the views at once, then those that are really kept, in case they could not be saved. Returns whether they were. */
async function keep(views: readonly SavedView[]): Promise<boolean> {
  useViews.supersede(); // a list that is still under way is older
  useViews.setState({ views });
  const isKept = await inSameAccount(attempt(window.desk.views.save({ views: [...views] })));
  if (isKept === false) await loadViews();
  else if (isKept) void loadViewCounts();
  return isKept ?? false;
}

/** Folds the views away to their icons, or unfolds them. */
export function toggleViews(): void {
  void changeSettings({ foldsViews: !useSettings.getState().foldsViews });
}
