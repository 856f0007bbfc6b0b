import { expect, it } from 'vitest';
import type { Attachment } from '../../electron/contract/attachment.ts';
import type { Location } from '../../electron/contract/reference-data.ts';
import { attachmentsOf, locationsOf } from '../../electron/store/reference-lists.ts';
import { ownCache } from '../support/cache.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const site = (name: string) => ({ site: name, address: '1 Street', city: 'City', metro: 'Metro', country: 'Country' });
const place = (location: string, parentId: string | null = null): Location => ({ id: location, location, parentId });
const file = (id: string): Attachment => ({
  id,
  fileName: `${id}.txt`,
  createdBy: 'Ana',
  createdOn: '2026-01-01 10:00:00',
});

it('keeps locations in the server’s order, twins and odd parents included', async () => {
  const cache = await ownCache();
  const rows = [place('Room 2', 'nobody'), place('Room 1'), place('Room 1'), place('A', 'B'), place('B', 'A')];
  cache.lists.saveLocations('AMS017', rows, 5);
  cache.lists.saveLocations('FRA024', [place('Hall')], 6);
  expect(cache.lists.locations('AMS017')).toEqual(rows);
  expect(cache.lists.locations('FRA024')).toEqual([place('Hall')]);
  expect(cache.lists.locations('XXX001')).toEqual([]);
});

it('keeps the catalogue in the server’s order, and knows an empty one from none', async () => {
  const cache = await ownCache();
  expect(cache.lists.catalogue()).toBeNull();
  const catalogue = [
    { name: 'Remote Hands', categories: ['Visual Inspection', 'Cabling'] },
    { name: 'Amenities', categories: ['Parking'] },
  ];
  cache.lists.saveCatalogue(catalogue, 5);
  expect(cache.lists.catalogue()).toEqual(catalogue);
  const refused = [{ name: 'Cross Connect', categories: [], refusal: 'Not in your region.' }, ...catalogue];
  expect(cache.lists.saveCatalogue(refused, 6)).toBe(true);
  expect(cache.lists.catalogue()).toEqual(refused);
  cache.lists.saveCatalogue([], 6);
  expect(cache.lists.catalogue()).toEqual([]);
});

it('answers whether a fetch brought news; the first one always does', async () => {
  const cache = await ownCache();
  expect(cache.lists.saveAttachments(ticketId(1), [], 5)).toBe(true);
  expect(cache.lists.attachments(ticketId(1))).toEqual({ attachments: [], fetchedAtMs: 5 });
  expect(cache.lists.saveAttachments(ticketId(1), [], 6)).toBe(false);
  expect(cache.lists.saveAttachments(ticketId(1), [file('a'), file('b')], 7)).toBe(true);
  expect(cache.lists.saveAttachments(ticketId(1), [file('a'), file('b')], 8)).toBe(false);
  expect(cache.lists.saveAttachments(ticketId(1), [file('b'), file('a')], 9)).toBe(true);
  expect(cache.lists.attachments(ticketId(1))).toEqual({ attachments: [file('b'), file('a')], fetchedAtMs: 9 });
  expect(cache.lists.saveSites([site('AMS017')], 5)).toBe(true);
  expect(cache.lists.saveSites([site('AMS017')], 6)).toBe(false);
  expect(cache.lists.saveLocations('AMS017', [place('Hall')], 5)).toBe(true);
  expect(cache.lists.saveLocations('AMS017', [place('Hall')], 6)).toBe(false);
  expect(cache.lists.fetchedAtMs(locationsOf('AMS017'))).toBe(6);
});

it('forgets the files of a ticket that is no more, and only those', async () => {
  const cache = await ownCache();
  cache.saveListed([aTicket(1), aTicket(2)]);
  for (const number of [1, 2]) cache.lists.saveAttachments(ticketId(number), [file('a')], 5);
  cache.remove(ticketId(1));
  expect(cache.lists.attachments(ticketId(1))).toEqual({ attachments: [], fetchedAtMs: null });
  expect(cache.lists.fetchedAtMs(attachmentsOf(ticketId(2)))).toBe(5);
});
