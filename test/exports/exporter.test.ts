/* Exports of an account that is synced with the demo service. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import {
  type ExportColumn,
  type ExportRequest,
  exportColumns,
  exportRequestSchema,
} from '../../electron/contract/exports.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { defaultSort, noFilters, type TicketSelection } from '../../electron/contract/query.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoOptions } from '../../electron/demo/options.ts';
import { ownFolder } from '../support/folder.ts';
import { inZone } from '../support/in-zone.ts';
import { aRequest } from '../support/outbox.ts';
import { ownService, ownSession, signInTo } from '../support/session.ts';
import { readCsvFile, readXlsx } from '../support/sheet.ts';

const all: TicketSelection = { view: 'all', filters: noFilters, search: '' };

/** An account with all its tickets, and the details that a round fetches by itself. */
async function syncedAccount(options: Partial<DemoOptions> = {}) {
  const service = await ownService({ ticketCount: 120, ...options });
  const test = await ownSession();
  await test.session.start();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  const { workspace } = test.session;
  await vi.waitFor(() => expect(workspace.sync.status.confirmedAtMs).not.toBeNull());
  const folder = await ownFolder();
  const askPath = (name: string) => Promise.resolve(join(folder, name));
  return { service, ...test, workspace, exporter: workspace.exports, folder, askPath };
}

type TicketsRequest = Extract<ExportRequest, { what: 'tickets' }>;

const request = (
  columns: readonly ExportColumn[],
  others: Partial<Omit<TicketsRequest, 'what' | 'columns'>> = {},
): ExportRequest => ({
  what: 'tickets',
  name: 'All tickets',
  tickets: { from: 'view', selection: all, sort: defaultSort },
  format: 'csv',
  separator: 'comma',
  columns: [...columns],
  ...others,
});

it('a file holds what the list shows, in its order, with times in UTC and here', async () => {
  inZone('Europe/Berlin');
  const { workspace, exporter, folder, askPath } = await syncedAccount();
  const saved = await exporter.write(request(['id', 'title', 'updatedOn']), askPath);
  expect(saved).toMatchObject({
    rowCount: 120,
    fileName: expect.stringMatching(/^All tickets, as of \d{4}-\d\d-\d\d \d\d\.\d\d UTC\.csv$/),
  });
  const [heading, ...rows] = await readCsvFile(join(folder, saved?.fileName ?? ''));
  expect(heading).toEqual(['ID', 'Title', 'Updated (UTC)', 'Updated (Europe/Berlin)']);
  const { rows: shown } = await workspace.queries.page({ ...all, sort: defaultSort, offset: 0, limit: 500 });
  expect(rows.map(([id]) => id)).toEqual(shown.map(({ id }) => id));
  const [, , utc = '', local = ''] = rows[0] ?? [];
  const aheadMs = Date.parse(`${local}Z`) - Date.parse(`${utc}Z`);
  expect(utc).toBe(shown[0]?.updatedOn);
  expect([3_600_000, 7_200_000]).toContain(aheadMs);
});

it('a file is named after all of the view’s name', async () => {
  const { exporter, askPath } = await syncedAccount();
  const saved = await exporter.write(request(['id'], { name: 'EU/US: open' }), askPath);
  expect(saved?.fileName).toMatch(/^EU_US_ open, as of /);
});

it('where the clock shows UTC, a time stands there once', async () => {
  inZone('UTC');
  const { exporter, folder, askPath } = await syncedAccount();
  const saved = await exporter.write(request(['createdOn']), askPath);
  const rows = await readCsvFile(join(folder, saved?.fileName ?? ''));
  expect(rows[0]).toEqual(['Created (UTC)']);
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([1]));
});

it.each([
  ['UTC', 2],
  ['Asia/Tokyo', 4],
])('the sheet about the file says in %s when it was made, never twice', async (zone, cells) => {
  inZone(zone);
  const { exporter, folder, askPath } = await syncedAccount();
  const saved = await exporter.write(request(['id'], { format: 'xlsx' }), askPath);
  const [, about] = await readXlsx(join(folder, saved?.fileName ?? ''));
  const exported = about?.data.find(([name]) => name === 'Exported (UTC)') ?? [];
  expect(exported.filter((cell) => cell !== null)).toHaveLength(cells);
});

it('a selection keeps the order of the list, and has unsent tickets and changes', async () => {
  const { service, workspace, exporter, folder, askPath } = await syncedAccount();
  await service.setConnected(false);
  const { ticketId: own } = workspace.outbox.add(
    { kind: 'create', fields: aRequest(service, { title: '=new' }) },
    null,
  );
  const { rows } = await workspace.queries.page({ ...all, sort: defaultSort, offset: 1, limit: 4 });
  const [open] = (await workspace.queries.page({ ...all, view: 'open', sort: defaultSort, offset: 1, limit: 1 })).rows;
  const ids = [...rows.map(({ id }) => id).reverse(), own, ...(open ? [open.id] : [])];
  workspace.outbox.add({ kind: 'cancel', ticketId: open?.id ?? own, reason: 'Duplicate request' }, null);
  const wanted = request(['id', 'title', 'status', 'description', 'unsent'], {
    format: 'xlsx',
    name: 'Selected',
    tickets: { from: 'tickets', ids, sort: defaultSort },
  });
  const saved = await exporter.write(wanted, askPath);
  const [tickets, about] = await readXlsx(join(folder, saved?.fileName ?? ''));
  expect(tickets?.data[1]).toEqual(['Not sent yet', '=new', 'New', 'A description', '1 change']);
  const listed = await workspace.queries.ids({ ...all, sort: defaultSort, first: 0, last: 500 });
  const expected = listed.filter((id) => ids.includes(id) && id !== own);
  expect(tickets?.data.slice(2).map(([id]) => id)).toEqual(expected);
  const cancelled = tickets?.data.find(([id]) => id === open?.id);
  expect(cancelled?.slice(2, 3).concat(cancelled[4])).toEqual(['Cancelled', '1 change']);
  expect(about?.data.map(([name]) => name)).toEqual([
    'Tickets',
    'Rows',
    'As of (UTC)',
    'Exported (UTC)',
    'Tickets whose details were not fetched',
    'Made by',
  ]);
  expect(about?.data[1]?.[1]).toBe(new Set(ids).size);
});

it('says how many details are missing, and fetches them first', async () => {
  const { service, workspace, exporter, folder, askPath } = await syncedAccount();
  const tickets = { from: 'view', selection: all, sort: defaultSort } as const;
  // The round fetches what is open or young by itself.
  await vi.waitFor(async () => expect((await exporter.preview(tickets)).fetchMs).not.toBeNull());
  const before = await exporter.preview(tickets);
  expect(before).toMatchObject({ count: 120, asOfMs: workspace.sync.status.confirmedAtMs });
  expect(before.withoutDetail).toBeGreaterThan(20);
  service.set({ faults: [{ kind: 'rate-limited', retryAfterS: 1, times: 1, match: { path: 'tickets/' } }] });
  expect(await exporter.fetchDetails(tickets)).toMatchObject({ isStopped: false });
  expect((await exporter.preview(tickets)).withoutDetail).toBe(0);
  const saved = await exporter.write(request(['id', 'description', 'commentCount']), askPath);
  const [, ...rows] = await readCsvFile(join(folder, saved?.fileName ?? ''));
  for (const [id, description, comments] of rows) {
    const ticket = service.tickets().find((each) => each.id === id);
    expect([description?.replace(/^'(?=[=+\-@])/, ''), comments]).toEqual([
      ticket?.description.trim(),
      String(ticket?.comments.length),
    ]);
  }
});

it('fetching can be stopped, and keeps what it has', async () => {
  const { service, exporter } = await syncedAccount({ latencyMs: 30 });
  const tickets = { from: 'view', selection: all, sort: defaultSort } as const;
  const before = (await exporter.preview(tickets)).withoutDetail;
  service.clearRequests();
  const fetching = exporter.fetchDetails(tickets);
  await vi.waitFor(() => expect(service.requests.length).toBeGreaterThan(9));
  exporter.stop();
  const { fetched, isStopped } = await fetching;
  expect(isStopped).toBe(true);
  expect(fetched).toBeGreaterThan(0);
  expect(fetched).toBeLessThan(before);
});

it('without a network, fetching says so', async () => {
  const { service, exporter } = await syncedAccount();
  await service.setConnected(false);
  const tickets = { from: 'view', selection: all, sort: defaultSort } as const;
  await expect(exporter.fetchDetails(tickets)).rejects.toMatchObject({ problem: { kind: 'no-connection' } });
});

it('a table is written with its numbers', async () => {
  const { exporter, folder, askPath } = await syncedAccount();
  const table = {
    name: 'Open by site',
    columns: ['Site', 'Open'],
    rows: [
      ['ZRH003', 12],
      ['=x', null],
    ],
  };
  const saved = await exporter.write({ what: 'table', table, format: 'xlsx', separator: 'comma' }, askPath);
  const [sheet] = await readXlsx(join(folder, saved?.fileName ?? ''));
  expect(sheet).toEqual({
    sheet: 'Open by site',
    data: [
      ['Site', 'Open'],
      ['ZRH003', 12],
      ['=x', null],
    ],
  });
});

it('a chart’s table is exported however long its texts are, and however many', async () => {
  const { exporter, folder, askPath } = await syncedAccount();
  const long = 'Cage '.repeat(6_000).trim();
  const rows = [[long, 12], ...Array.from({ length: 10_000 }, (_, row) => [`Site ${row}`, row])];
  const table = { name: 'Open by site', columns: ['Site', 'Open'], rows };
  for (const format of ['csv', 'xlsx'] as const) {
    const wanted = exportRequestSchema.parse({ what: 'table', table, format, separator: 'comma' });
    const path = join(folder, (await exporter.write(wanted, askPath))?.fileName ?? '');
    const read = format === 'csv' ? await readCsvFile(path) : ((await readXlsx(path))[0]?.data ?? []);
    expect(read).toHaveLength(10_002);
    expect(String(read[1]?.[0])).toBe(long);
  }
});

it('whoever cancels gets nothing, and whoever stops keeps the old file', async () => {
  const { exporter, folder, workspace } = await syncedAccount();
  expect(await exporter.write(request(['id']), () => Promise.resolve(null))).toBeNull();
  const path = join(folder, 'tickets.csv');
  await exporter.write(request(['id']), () => Promise.resolve(path));
  const before = await readFile(path, 'utf8');
  const exported = vi.spyOn(workspace.outbox.tickets, 'exported');
  exported.mockImplementation((ids: readonly TicketId[]) => {
    if (exported.mock.calls.length > 1) exporter.stop();
    return workspace.cache.ticketRows(ids).map((row) => ({ ...row, detail: null, pendingCount: 0 }));
  });
  for (const format of ['csv', 'xlsx'] as const) {
    exported.mockClear();
    expect(await exporter.write(request(exportColumns, { format }), () => Promise.resolve(path))).toBeNull();
    expect(exported.mock.calls.length).toBeGreaterThan(1);
  }
  expect(await readFile(path, 'utf8')).toBe(before);
  expect(await readdir(folder)).toEqual(['tickets.csv']);
});

it('an account that is closed ends its export', async () => {
  const { exporter, folder, session, askPath } = await syncedAccount();
  const writing = exporter.write(request(exportColumns), askPath);
  await session.close();
  await writing;
  for (const name of await readdir(folder)) expect(name).toMatch(/\.csv$/);
});

it.each(['csv', 'xlsx'] as const)(
  'a chart’s table is stopped, and ends with its account, like tickets (%s)',
  async (format) => {
    const { exporter, folder, session, askPath } = await syncedAccount();
    const rows = Array.from({ length: 2_000 }, (_, at) => [`Site ${at}`, at]);
    const read = vi.spyOn(rows, 'slice').mockImplementation((from, to) => {
      exporter.stop();
      return rows.filter((_, at) => at >= (from ?? 0) && at < (to ?? rows.length));
    });
    const table = { name: 'By site', columns: ['Site', 'Tickets'], rows };
    expect(await exporter.write({ what: 'table', table, format, separator: 'comma' }, askPath)).toBeNull();
    expect(read).toHaveBeenCalledOnce();
    const closing = async (name: string) => {
      await session.close();
      return await askPath(name);
    };
    const few = { ...table, rows: [] };
    expect(await exporter.write({ what: 'table', table: few, format, separator: 'comma' }, closing)).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  },
);

it('a folder that is gone is said in words', async () => {
  const { exporter, folder } = await syncedAccount();
  const writing = exporter.write(request(['id']), () => Promise.resolve(join(folder, 'gone', 'a.csv')));
  await expect(writing).rejects.toMatchObject({
    problem: { kind: 'disk-error', message: 'The folder is not there any more.' },
  });
});
