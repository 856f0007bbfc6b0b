import { beforeEach, expect, it, vi } from 'vitest';
import type { TicketQuery } from '../../electron/contract/query.ts';
import { weekBars } from '../../renderer/overview/period-charts.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { loadOverview, useOverview } from '../../renderer/state/overview.ts';
import { setDates } from '../../renderer/state/query.ts';
import { inZone } from '../support/in-zone.ts';
import { aRow } from '../support/tickets.ts';

const page = vi.fn();
const firstWeek = { kind: 'between', from: '2026-11-23', to: '2026-11-29' } as const;

beforeEach(() => {
  const none = vi.fn().mockResolvedValue({ ok: true, value: [] });
  page.mockReset().mockResolvedValue({ ok: true, value: { rows: [], matching: 0, total: 0, unsent: 0 } });
  const overview = { open: none, openByAge: none, weeks: none, completion: none, sent: none };
  vi.stubGlobal('window', { desk: { overview, tickets: { page } } });
  resetAccountStores();
});

it('asks for the oldest tickets among those alone whose time is known', async () => {
  page.mockResolvedValue({ ok: true, value: { rows: [aRow(1)], matching: 1, total: 1, unsent: 0 } });
  await loadOverview();
  const anyTime = { kind: 'between', from: null, to: null };
  const [oldest, quietest] = page.mock.calls.map(([query]: TicketQuery[]) => query);
  expect(oldest).toMatchObject({ sort: { by: 'createdOn' }, filters: { createdOn: anyTime, updatedOn: null } });
  expect(quietest).toMatchObject({ sort: { by: 'updatedOn' }, filters: { createdOn: null, updatedOn: anyTime } });
  expect(useOverview.getState().numbers.oldest).toEqual([aRow(1)]);
});

it('keeps to the days that the list is narrowed to', async () => {
  setDates('createdOn', { kind: 'last', days: 7 });
  await loadOverview();
  expect(page.mock.calls[0]?.[0].filters.createdOn).toEqual({ kind: 'last', days: 7 });
});

it('names a week by the day on which it begins, wherever the computer was when the page was loaded', () => {
  inZone('Pacific/Kiritimati'); // ahead of every zone in which the page of this test may have been loaded
  const weeks = (count: number) =>
    weekBars(Array.from({ length: count }, () => ({ span: firstWeek, created: 1, closed: 0 })));
  expect(weeks(1)[0]?.week).toBe('23 Nov');
  expect(weeks(60)[0]?.week).toBe('23 Nov 2026');
});
