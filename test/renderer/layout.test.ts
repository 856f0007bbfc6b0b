import { beforeEach, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../electron/contract/settings.ts';
import { defaultLayout, listLayoutSchema } from '../../electron/contract/views.ts';
import {
  flushLayout,
  moveColumn,
  setLayout,
  sizeColumn,
  toggleColumn,
  useLayout,
} from '../../renderer/state/layout.ts';
import { useSettings } from '../../renderer/state/settings.ts';

const change = vi.fn();

beforeEach(async () => {
  vi.useFakeTimers();
  change.mockReset().mockResolvedValue({ ok: true, value: null });
  const read = () => Promise.resolve({ ok: true, value: useSettings.getState() });
  vi.stubGlobal('window', { desk: { settings: { change, read } } });
  setLayout(defaultLayout);
  await flushLayout();
  change.mockClear();
});

const names = () => useLayout.getState().layout.columns.map(({ column }) => column);

it('shows the layout of the settings, once they are loaded', () => {
  const layout = { ...defaultLayout, density: 'compact' as const };
  useSettings.setState({ ...defaultSettings, layout });
  expect(useLayout.getState().layout).toEqual(layout);
});

it('keeps a change half a second after the last of its kind, and at once when the window closes', async () => {
  sizeColumn('title', 300);
  sizeColumn('title', 320);
  expect(change).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(500);
  expect(change).toHaveBeenCalledTimes(1);
  expect(change.mock.calls[0]?.[0].layout.columns[1]).toEqual({ column: 'title', widthPx: 320 });
  moveColumn('site', -1);
  await flushLayout();
  expect(change).toHaveBeenCalledTimes(2);
  await flushLayout();
  expect(change).toHaveBeenCalledTimes(2);
});

it('is not undone by settings that are read before it is kept', () => {
  toggleColumn('age');
  useSettings.setState({ layout: { ...defaultLayout } });
  expect(names()).toContain('age');
});

it('adds a column at the end, moves it as far as it goes, and takes it away', () => {
  toggleColumn('note');
  expect(names().at(-1)).toBe('note');
  moveColumn('note', -1);
  expect(names().at(-2)).toBe('note');
  moveColumn('note', -100);
  expect(names()[0]).toBe('note');
  toggleColumn('note');
  expect(names()).toEqual(defaultLayout.columns.map(({ column }) => column));
});

it('never loses the columns that name the ticket', () => {
  toggleColumn('id');
  toggleColumn('title');
  expect(names()).toEqual(expect.arrayContaining(['id', 'title']));
});

it('is always one that the settings take', () => {
  for (const px of [-5, 3.7, 99.5, 4_000]) {
    sizeColumn('status', px);
    expect(listLayoutSchema.safeParse(useLayout.getState().layout).success).toBe(true);
  }
  sizeColumn('status', null);
  expect(useLayout.getState().layout).toEqual(defaultLayout);
});
