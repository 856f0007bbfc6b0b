/*
 * The list's columns and density. Those of the built-in views are a setting, which follows each change within half a second; a saved
 * view has its own.
 */

import { create } from 'zustand';
import { defaultLayout, type ListColumn, type ListLayout } from '../../electron/contract/views.ts';
import { words } from '../words/words.ts';
import { offerUndo } from './feedback.ts';
import { useQuery } from './query.ts';
import { changeSettings, useSettings } from './settings.ts';

export const useLayout = create<{ readonly layout: ListLayout }>(() => ({ layout: defaultLayout }));

/** Sizing a column changes the layout with every pixel. */
const saveDelayMs = 500;

/** The layout of the built-in views while the settings do not have it yet. */
let unsaved: ListLayout | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

useSettings.subscribe(({ layout }, before) => {
  const isShown = unsaved === null && useQuery.getState().savedId === null;
  if (layout !== before.layout && isShown) useLayout.setState({ layout });
});

// When a saved view is left, in whatever way, the columns of the others come back.
useQuery.subscribe(({ savedId }, before) => {
  if (savedId !== null || before.savedId === null) return;
  useLayout.setState({ layout: unsaved ?? useSettings.getState().layout });
});

/** Shows the list in another layout, and keeps it in the settings, unless a saved view is chosen: it may be saved with that. */
export function setLayout(layout: ListLayout): void {
  useLayout.setState({ layout });
  if (useQuery.getState().savedId !== null) return;
  unsaved = layout;
  clearTimeout(timer);
  timer = setTimeout(() => void flushLayout(), saveDelayMs);
}

/** Keeps the layout in the settings now, if it is not there yet. */
export async function flushLayout(): Promise<void> {
  clearTimeout(timer);
  const layout = unsaved;
  unsaved = null;
  if (layout) await changeSettings({ layout });
}

/** Shows the columns that Colodesk comes with. What was there can be restored for a moment, in the same view. */
export function resetLayout(): void {
  const { layout } = useLayout.getState();
  const { savedId } = useQuery.getState();
  setLayout(defaultLayout);
  offerUndo(words.list.columns.wasReset, () => {
    if (useQuery.getState().savedId === savedId) setLayout(layout);
  });
}

/** The columns that the list always has: they tell which ticket a row is. */
export const fixedColumns: readonly ListColumn[] = ['id', 'title'];

/** Shows a column, at the end, or hides it. */
export function toggleColumn(column: ListColumn): void {
  const { layout } = useLayout.getState();
  const others = layout.columns.filter((shown) => shown.column !== column);
  const isShown = others.length < layout.columns.length;
  if (isShown && fixedColumns.includes(column)) return;
  setLayout({ ...layout, columns: isShown ? others : [...others, { column, widthPx: null }] });
}

/** Moves a column by some places, as far as there are any. */
export function moveColumn(column: ListColumn, places: number): void {
  const { layout } = useLayout.getState();
  const from = layout.columns.findIndex((shown) => shown.column === column);
  const moved = layout.columns[from];
  if (!moved) return;
  const to = Math.max(0, Math.min(layout.columns.length - 1, from + places));
  setLayout({ ...layout, columns: layout.columns.toSpliced(from, 1).toSpliced(to, 0, moved) });
}

export const narrowestPx = 40;
export const widestPx = 1_000;

/** @param widthPx at the standard font size; `null` for the column's own width */
export function sizeColumn(column: ListColumn, widthPx: number | null): void {
  const { layout } = useLayout.getState();
  const fitting = widthPx === null ? null : Math.round(Math.max(narrowestPx, Math.min(widestPx, widthPx)));
  setLayout({
    ...layout,
    columns: layout.columns.map((shown) => (shown.column === column ? { ...shown, widthPx: fitting } : shown)),
  });
}
