/* Exporting the view, the selection or a table: what the dialog is about, and how far it has come. */

import type {
  ExportColumn,
  ExportedTickets,
  ExportFormat,
  ExportPreview,
  ExportProgress,
  ExportRequest,
  ExportTable,
  Separator,
} from '../../electron/contract/exports.ts';
import { exportColumns } from '../../electron/contract/exports.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { locale } from '../words/numbers.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { showNotice } from './feedback.ts';
import { useLayout } from './layout.ts';
import { isNarrowed, useQuery } from './query.ts';
import { useSelection } from './selection.ts';
import { useViews } from './views.ts';

/** What is exported. */
export type ExportSource =
  | { readonly what: 'tickets'; readonly name: string; readonly tickets: ExportedTickets }
  | { readonly what: 'table'; readonly table: ExportTable };

type ExportState = {
  readonly source: ExportSource | null;
  /** `null` until it is known, and for a table. */
  readonly preview: ExportPreview | null;
  /** What is under way. */
  readonly work: 'fetching' | 'writing' | null;
  readonly progress: ExportProgress | null;
  readonly problem: Problem | null;
  /** Details were fetched to the end: what is missing now the server does not give. */
  readonly hasFetched: boolean;
  /** The last export was stopped. */
  readonly isStopped: boolean;
};

export const useExport = accountStore<ExportState>({
  source: null,
  preview: null,
  work: null,
  progress: null,
  problem: null,
  hasFetched: false,
  isStopped: false,
});

/** What the user chose last, for as long as the account is open. */
type ExportChoice = {
  readonly format: ExportFormat;
  readonly separator: Separator;
  readonly columnSet: 'list' | 'all';
};

export const useExportChoice = accountStore<ExportChoice>({
  format: 'xlsx',
  separator: separatorIn(locale),
  columnSet: 'list',
});

/** Spreadsheets separate by a semicolon where the comma is the decimal sign. */
export function separatorIn(region: string): Separator {
  const decimal = new Intl.NumberFormat(region).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  return decimal === ',' ? 'semicolon' : 'comma';
}

/** Opens the dialog for the selected tickets, or for all of the list if none is selected. */
export function exportList(): void {
  const { ids } = useSelection.getState();
  const { view, savedId, filters, search, sort } = useQuery.getState();
  if (ids.size > 0) {
    const name = words.exports.selected({ count: ids.size });
    openExport({ what: 'tickets', name, tickets: { from: 'tickets', ids: [...ids], sort } });
    return;
  }
  const saved = useViews.getState().views.find(({ id }) => id === savedId);
  const own = saved?.name ?? words.views.name[view];
  const name = saved === undefined && isNarrowed({ filters, search }) ? words.exports.narrowed({ name: own }) : own;
  openExport({ what: 'tickets', name, tickets: { from: 'view', selection: { view, filters, search }, sort } });
}

/** Opens the dialog for anything. */
export function openExport(source: ExportSource): void {
  useExport.reset();
  useExport.setState({ source });
  openDialog({ name: 'export' });
  void loadPreview();
}

/** Closes the dialog; what is under way is stopped first. */
export function leaveExport(): void {
  if (useExport.getState().work) void stopExport();
  else closeDialog();
}

/** Fetches the details that are missing. */
export async function fetchMissing(): Promise<void> {
  const { source, work } = useExport.getState();
  if (source?.what !== 'tickets' || work) return;
  useExport.setState({ work: 'fetching', progress: null, problem: null, isStopped: false });
  const outcome = await useExport.newest(window.desk.exports.fetchDetails(source.tickets));
  if (!outcome) return;
  useExport.setState({ work: null, progress: null });
  if (!outcome.ok) useExport.setState({ problem: outcome.problem });
  else if (!outcome.value.isStopped) useExport.setState({ hasFetched: true });
  await loadPreview();
}

/** Asks where to, and writes the file. */
export async function writeExport(): Promise<void> {
  const { source, work } = useExport.getState();
  if (!source || work) return;
  useExport.setState({ work: 'writing', progress: null, problem: null, isStopped: false });
  const outcome = await useExport.newest(window.desk.exports.write(requestOf(source)));
  if (!outcome) return;
  const hasBegun = useExport.getState().progress !== null; // else the user left the system's dialog
  useExport.setState({ work: null, progress: null });
  if (!outcome.ok) useExport.setState({ problem: outcome.problem });
  else if (outcome.value === null) useExport.setState({ isStopped: hasBegun });
  else {
    const { fileName, rowCount } = outcome.value;
    closeDialog();
    showNotice(words.exports.saved({ count: rowCount, fileName }));
  }
}

export async function stopExport(): Promise<void> {
  const outcome = await inSameAccount(window.desk.exports.stop());
  if (outcome && !outcome.ok) useExport.setState({ problem: outcome.problem });
}

export function setExportProgress(progress: ExportProgress): void {
  if (useExport.getState().work) useExport.setState({ progress });
}

/** The columns of the present choice. */
export function chosenColumns(): ExportColumn[] {
  if (useExportChoice.getState().columnSet === 'all') return [...exportColumns];
  return useLayout.getState().layout.columns.map(({ column }) => column);
}

async function loadPreview(): Promise<void> {
  const { source } = useExport.getState();
  if (source?.what !== 'tickets') return;
  const outcome = await useExport.newest(window.desk.exports.preview(source.tickets), 'preview');
  if (outcome?.ok) useExport.setState({ preview: outcome.value });
  else if (outcome) useExport.setState({ problem: outcome.problem });
}

function requestOf(source: ExportSource): ExportRequest {
  const { format, separator } = useExportChoice.getState();
  return source.what === 'table'
    ? { ...source, format, separator }
    : { ...source, format, separator, columns: chosenColumns() };
}
