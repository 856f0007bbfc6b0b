import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { momentInZone } from '../../electron/contract/calendar.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { calendarOf } from '../../electron/session/calendar-file.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const changedAtMs = Date.UTC(2026, 10, 26, 12);
const dates = { start: '2026-12-01T22:00', end: '2026-12-02T04:30', zone: 'Europe/Berlin' };

const entry = (number: number, fields: Parameters<typeof aTicket>[1] = {}, changed = changedAtMs) => ({
  ...{ ticketId: ticketId(number), dates, changedAtMs: changed },
  ticket: { summary: aTicket(number, fields), detail: null, detailConfirmedAtMs: null, isGone: false },
});

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

it('is read by another library as it was meant', async () => {
  const title = 'UPS, phase 2; “Wartung” \\ メンテナンス '.repeat(8).trim();
  const text = await calendarOf([entry(1, { title, site: 'FRA1', location: 'Cage 4' }), { ...entry(2), ticket: null }]);
  const [first, second] = eventsOf(text);
  expect(first).toMatchObject({ uid: 'WO1@colodesk', summary: `WO1 ${title}`, location: 'FRA1, Cage 4' });
  expect(first?.startDate.toJSDate().toISOString()).toBe('2026-12-01T21:00:00.000Z');
  expect(first?.endDate.toJSDate().toISOString()).toBe('2026-12-02T03:30:00.000Z');
  expect(first?.component.getFirstPropertyValue('url')).toBe('colodesk://ticket/WO1');
  expect(first?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-26T12:00:00Z');
  expect(second?.summary).toBe('WO2');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

it('lets no id of a ticket become a line of its own', async () => {
  const hostile = ticketIdSchema.parse('WO1\r\nATTACH:https://example.com/\r\nX: ,;\\');
  const text = await calendarOf([{ ...entry(1), ticketId: hostile }]);
  expect(text).not.toMatch(/^(?:ATTACH|X:)/m);
  const [only, ...others] = eventsOf(text);
  expect(others).toEqual([]);
  expect(only?.uid).toBe(`WO1 ATTACH:https://example.com/ X: ,;\\@colodesk`);
});

it('is the same for the same dates, and a later one where they changed', async () => {
  expect(await calendarOf([entry(1)])).toBe(await calendarOf([entry(1)]));
  const sequence = async (ms: number) => eventsOf(await calendarOf([entry(1, {}, ms)]))[0]?.sequence ?? 0;
  expect(await sequence(changedAtMs + 1_000)).toBeGreaterThan(await sequence(changedAtMs));
});

it.each([
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'], // skipped: an hour later
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'], // twice: the first
  ['2026-07-01T12:00', 'America/New_York', '2026-07-01T16:00:00.000Z'],
  ['2026-01-01T00:00', 'Asia/Kolkata', '2025-12-31T18:30:00.000Z'],
])('finds the moment of %s in %s', (local, zone, moment) => {
  expect(new Date(momentInZone(local, zone) ?? 0).toISOString()).toBe(moment);
  expect(momentInZone('2026-02-30T10:00', zone)).toBeNull();
});
