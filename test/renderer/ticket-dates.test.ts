import { beforeEach, expect, it, vi } from 'vitest';
import { type Maintenance, maintenanceSchema } from '../../electron/contract/calendar.ts';
import { problem } from '../../electron/contract/problem.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { setDates } from '../../renderer/state/calendar.ts';
import { flushTyped } from '../../renderer/state/saver.ts';
import { openTicket } from '../../renderer/state/ticket.ts';
import { faultIn, leaveDates, typeDates, useTypedDates } from '../../renderer/state/ticket-dates.ts';
import { someTicketId } from '../support/outbox-items.ts';
import { aDetail, aShownTicket, aTicket } from '../support/tickets.ts';

const dates = { start: '2026-10-07T10:00', end: '2026-10-07T12:00', zone: 'Europe/Berlin' };
const typed = () => useTypedDates.getState().dates.get(someTicketId);

/** The dates as the main process has them, and reads them with their ticket. */
let kept: Maintenance | null = null;
const save = vi.fn();

beforeEach(() => {
  kept = null;
  save.mockReset().mockImplementation(({ dates: given }: { dates: Maintenance | null }) => {
    const isValid = given === null || maintenanceSchema.safeParse(given).success;
    if (isValid) kept = given;
    return Promise.resolve(isValid ? { ok: true, value: null } : { ok: false, problem: problem('invalid-input') });
  });
  const summary = aTicket(1, { id: someTicketId });
  const read = () =>
    Promise.resolve({ ok: true, value: aShownTicket(1, { summary, detail: aDetail(), maintenance: kept }) });
  const record = () => Promise.resolve({ ok: true, value: [] });
  vi.stubGlobal('window', { desk: { calendar: { setDates: save }, tickets: { read, record } } });
  resetAccountStores();
});

it('dates whose ticket is left are saved once, and shown as typed until the ticket is read with them', async () => {
  typeDates(someTicketId, dates);
  expect(await leaveDates(someTicketId)).toBe(true);
  expect(await flushTyped()).toBe(true);
  expect([save.mock.calls.length, typed()]).toEqual([1, dates]);
  await openTicket(someTicketId);
  expect(typed()).toBeUndefined();
});

it('dates that are typed while earlier ones are saved stay', async () => {
  await openTicket(someTicketId);
  typeDates(someTicketId, dates);
  const saving = setDates(someTicketId, dates);
  const later = { ...dates, end: '2026-10-07T18:00' };
  typeDates(someTicketId, later);
  await saving;
  expect(typed()).toEqual(later);
});

it('dates that are removed are forgotten as typed, too', async () => {
  await openTicket(someTicketId);
  typeDates(someTicketId, dates);
  await setDates(someTicketId, null);
  expect(typed()).toBeUndefined();
});

it.each([
  ['a year of two digits', { ...dates, start: '0026-10-07T10:00' }],
  ['an end before the start', { ...dates, end: '2026-10-07T09:00' }],
  ['no end', { ...dates, end: '' }],
])('%s is not saved, and holds nothing up', async (_what, wrong) => {
  typeDates(someTicketId, wrong);
  expect(await flushTyped()).toBe(true);
  expect(save).not.toHaveBeenCalled();
  expect(typed()).toEqual(wrong);
});

it.each([
  [{}, null],
  [{ start: '' }, { field: 'start', reason: 'missing' }],
  [{ end: '' }, { field: 'end', reason: 'missing' }],
  [{ start: '0206-10-07T10:00' }, { field: 'start', reason: 'year' }],
  [{ end: '2206-10-07T12:00' }, { field: 'end', reason: 'year' }],
  [{ end: '20266-10-07T12:00' }, { field: 'end', reason: 'year' }],
  [{ end: dates.start }, { field: 'end', reason: 'order' }],
])('says which of the dates is wrong, and how: %o', (change, fault) => {
  expect(faultIn({ ...dates, ...change })).toEqual(fault);
});
