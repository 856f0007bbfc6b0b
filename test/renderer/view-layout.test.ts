/* A saved view has columns of its own, and those of the built-in views are a setting: neither gets into the place of the other. */

import { beforeEach, expect, it, vi } from 'vitest';
import { noFilters } from '../../electron/contract/query.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import { defaultLayout, type ListLayout, type SavedView } from '../../electron/contract/views.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useUndo } from '../../renderer/state/feedback.ts';
import { resetLayout, sizeColumn, useLayout } from '../../renderer/state/layout.ts';
import { searchAllTickets, useQuery } from '../../renderer/state/query.ts';
import { loadSettings } from '../../renderer/state/settings.ts';
import {
  chooseSavedView,
  chooseView,
  isChanged,
  loadViews,
  removeView,
  toggleViews,
} from '../../renderer/state/views.ts';

const compact: ListLayout = { columns: [{ column: 'title', widthPx: 300 }], density: 'compact' };
const id = '00000000-0000-4000-8000-000000000001';
const view: SavedView = {
  ...{ id, name: 'Power', base: 'open', filters: noFilters, search: '', layout: compact },
  sort: { by: 'title', direction: 'ascending' },
};

/** What the main process keeps; each answer of it is a copy. */
let kept: Settings;

beforeEach(async () => {
  vi.useFakeTimers();
  kept = structuredClone(defaultSettings);
  const done = () => Promise.resolve({ ok: true, value: null });
  const change = (changed: Partial<Settings>) => {
    kept = structuredClone({ ...kept, ...changed });
    return done();
  };
  const settings = { change, read: () => Promise.resolve({ ok: true, value: structuredClone(kept) }) };
  const list = () => Promise.resolve({ ok: true, value: [view] });
  const counts = () => Promise.resolve({ ok: true, value: { base: {}, saved: {} } });
  vi.stubGlobal('window', {
    matchMedia: () => ({ matches: false }),
    desk: { settings, views: { list, counts, save: done } },
  });
  resetAccountStores();
  await loadSettings();
  await loadViews();
  return () => void vi.useRealTimers();
});

const shown = () => useLayout.getState().layout;
const untilKept = () => vi.advanceTimersByTimeAsync(1_000);
const keptWidth = () => kept.layout.columns.find(({ column }) => column === 'title')?.widthPx;

it.each([
  ['are read', () => loadSettings()],
  ['are changed', () => Promise.resolve(toggleViews())],
])('a saved view keeps its columns when the settings %s', async (_what, happens) => {
  chooseSavedView(id);
  await happens();
  await untilKept();
  expect(shown()).toEqual(compact);
  expect(isChanged(useQuery.getState(), view, shown())).toBe(false);
});

it.each([
  ['another view is chosen', () => Promise.resolve(chooseView('open'))],
  ['all tickets are searched', () => Promise.resolve(searchAllTickets())],
  ['it is removed', () => removeView(id)],
])('the columns of the others come back when %s', async (_what, leave) => {
  chooseSavedView(id);
  await leave();
  expect(shown()).toEqual(defaultLayout);
  sizeColumn('title', 320);
  await untilKept();
  expect([kept.layout.columns.length, keptWidth()]).toEqual([defaultLayout.columns.length, 320]);
});

it('a column that was sized just before a saved view is chosen is kept, and is there when that is left', async () => {
  chooseView('all');
  sizeColumn('title', 320);
  chooseSavedView(id);
  chooseView('all');
  expect(shown().columns[1]).toEqual({ column: 'title', widthPx: 320 });
  chooseSavedView(id);
  await untilKept();
  expect([kept.layout.columns.length, keptWidth()]).toEqual([defaultLayout.columns.length, 320]);
  expect(shown()).toEqual(compact);
});

it('a view that is restored has its columns again', async () => {
  chooseSavedView(id);
  await removeView(id);
  useUndo.getState().undo?.();
  expect(shown()).toEqual(compact);
});

it('columns that were reset in one view are not restored in another', () => {
  chooseSavedView(id);
  resetLayout();
  chooseView('all');
  useUndo.getState().undo?.();
  expect(shown()).toEqual(defaultLayout);
});
