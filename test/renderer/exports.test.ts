import { beforeEach, expect, it, vi } from 'vitest';
import { exportColumns } from '../../electron/contract/exports.ts';
import { problem } from '../../electron/contract/problem.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useDialog } from '../../renderer/state/dialogs.ts';
import {
  exportList,
  fetchMissing,
  leaveExport,
  openExport,
  separatorIn,
  setExportProgress,
  useExport,
  useExportChoice,
  writeExport,
} from '../../renderer/state/exports.ts';
import { useUndo } from '../../renderer/state/feedback.ts';
import { setSearch } from '../../renderer/state/query.ts';
import { select } from '../../renderer/state/selection.ts';
import { ticketId } from '../support/tickets.ts';

const ok = <T>(value: T) => vi.fn().mockResolvedValue({ ok: true, value });
const preview = { count: 2, withoutDetail: 1, fetchMs: 300, asOfMs: 0 };
const view = { from: 'view', selection: { view: 'all', filters: noFilters, search: '' }, sort: defaultSort } as const;
let calls = { preview: ok(preview), fetchDetails: ok({}), write: ok<unknown>(null), stop: ok(null) };

beforeEach(() => {
  calls = {
    preview: ok(preview),
    fetchDetails: ok({ fetched: 1, isStopped: false }),
    write: ok({ fileName: 'a.xlsx', rowCount: 2 }),
    stop: ok(null),
  };
  vi.stubGlobal('window', { desk: { exports: calls } });
  resetAccountStores();
});

it('takes the selection if there is one, else the list as it is', async () => {
  exportList();
  expect(useExport.getState().source).toEqual({ what: 'tickets', name: 'All tickets', tickets: view });
  expect(useDialog.getState().open).toEqual({ name: 'export' });
  await vi.waitFor(() => expect(useExport.getState().preview).toEqual(preview));
  setSearch('power');
  exportList();
  expect(useExport.getState().source).toMatchObject({ name: 'All tickets (filtered)' });
  select([ticketId(1), ticketId(2)]);
  exportList();
  const tickets = { from: 'tickets', ids: [ticketId(1), ticketId(2)], sort: defaultSort };
  expect(useExport.getState().source).toEqual({ what: 'tickets', name: '2 selected tickets', tickets });
});

it('says what was saved, and closes', async () => {
  exportList();
  useExportChoice.setState({ columnSet: 'all', format: 'csv', separator: 'tab' });
  await writeExport();
  expect(calls.write).toHaveBeenCalledExactlyOnceWith({
    ...{ what: 'tickets', name: 'All tickets', tickets: view, format: 'csv', separator: 'tab' },
    columns: exportColumns,
  });
  expect(useDialog.getState().open).toBeNull();
  expect(useUndo.getState().sentence).toBe('2 rows saved as “a.xlsx”.');
});

it('stays open with the problem of a disk that refuses', async () => {
  const full = problem('disk-full');
  calls.write.mockResolvedValue({ ok: false, problem: full });
  exportList();
  await writeExport();
  expect(useExport.getState()).toMatchObject({ problem: full, work: null });
  expect(useDialog.getState().open).toEqual({ name: 'export' });
});

it('is stopped before it is left, and says so', async () => {
  const end: { resolve?: (outcome: unknown) => void } = {};
  calls.write.mockReturnValue(
    new Promise((resolve) => {
      end.resolve = resolve;
    }),
  );
  openExport({ what: 'table', table: { name: 'Open by site', columns: ['Site'], rows: [['ZRH003']] } });
  const writing = writeExport();
  setExportProgress({ done: 1, total: 2, leftMs: null });
  leaveExport();
  expect(calls.stop).toHaveBeenCalledOnce();
  expect(useDialog.getState().open).not.toBeNull();
  end.resolve?.({ ok: true, value: null });
  await writing;
  expect(useExport.getState()).toMatchObject({ work: null, progress: null, isStopped: true });
  leaveExport();
  expect(useDialog.getState().open).toBeNull();
});

it('leaving the system’s dialog is no stop', async () => {
  calls.write.mockResolvedValue({ ok: true, value: null });
  exportList();
  await writeExport();
  expect(useExport.getState()).toMatchObject({ isStopped: false, work: null });
});

it('counts again after fetching', async () => {
  exportList();
  await vi.waitFor(() => expect(useExport.getState().preview).toEqual(preview));
  calls.preview.mockResolvedValue({ ok: true, value: { ...preview, withoutDetail: 0 } });
  await fetchMissing();
  expect(useExport.getState()).toMatchObject({ preview: { withoutDetail: 0 }, hasFetched: true, work: null });
});

it('separates by what the region’s spreadsheets expect', () => {
  expect(['en-GB', 'de-DE', 'fr-FR', 'ja-JP'].map(separatorIn)).toEqual(['comma', 'semicolon', 'semicolon', 'comma']);
});
