import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  defaultSort,
  type FilterField,
  filterFields,
  noFilters,
  sortColumns,
  type TicketQuery,
  type TicketSelection,
} from '../../electron/contract/query.ts';
import { foldText, wordsOf } from '../../electron/contract/search-text.ts';
import type { Reader } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { cacheMigrations, firstCacheVersion } from '../../electron/store/schema.ts';
import { TicketIndex } from '../../electron/store/ticket-index.ts';
import { saveDetail, saveSummaries } from '../../electron/store/ticket-writer.ts';
import { memoryDatabase } from '../support/cache.ts';
import { aDetail, aTicket } from '../support/tickets.ts';

const database = memoryDatabase();
const index = new TicketIndex(database);

const tickets = [
  aTicket(9334196, { title: 'Kühlung fällt aus', status: 'New', site: 'FRA014', category: 'Cooling - Datacenter' }),
  aTicket(9334100, { title: 'badge does not open 10.5', status: 'In Progress', createdBy: 'Ana' }),
  aTicket(9333000, { title: 'Amperage 100% on feed_B', status: 'Waiting', updatedOn: '2026-03-01 00:00:00' }),
  aTicket(9332000, { title: 'Zebra "quoted" AND OR NOT', status: 'Completed', createdOn: '2024-01-01 00:00:00' }),
  aTicket(9331000, { title: 'تنبيه حرارة في القاعة', status: 'Cancelled' }),
];

beforeAll(() => {
  migrate(database, cacheMigrations, firstCacheVersion);
  const { rows, updates } = saveSummaries(database, index, tickets);
  index.apply(updates);
  const comments = [{ comment: 'Bearing replaced', commentedBy: 'Operator', commentedOn: '' }];
  const detail = aDetail({ description: 'Rack 14 overheats', customerReference: 'REF-7', comments });
  for (const ticket of tickets.slice(0, 1)) {
    const update = saveDetail(database, index, rows[0] ?? 0, ticket, detail, { nowMs: 1, serverNowMs: 1 });
    if (update) index.apply([update]);
  }
});

const find = (query: Partial<TicketQuery>) =>
  index.page({ view: 'all', filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 100, ...query });
const idsOf = (query: Partial<TicketQuery>) => find(query).rows.map((row) => row.id.slice(2));

describe('search', () => {
  it.each([
    ['4196', ['9334196']],
    ['wo9334196', ['9334196']],
    ['kuhlung', ['9334196']],
    ['KÜHL aus', ['9334196']],
    ['overheats', ['9334196']],
    ['bearing ref-7', ['9334196']],
    ['10.5', ['9334100']],
    ['100%', ['9333000']],
    ['feed_b', ['9333000']],
    ['"quoted"', ['9332000']],
    ['AND OR NOT', ['9332000']],
    ['حرارة', ['9331000']],
    ['fr', ['9334196']],
    ['%', ['9333000']],
    ['_', ['9333000']],
    ['nothing like this', []],
    ['*', []],
  ])('%j finds %j', (search, expected) => {
    expect(idsOf({ search })).toEqual(expected);
  });

  it('finds all that a search for the same words letter by letter in the texts finds, however it was typed', () => {
    const texts = tickets.map(({ id, title, site, createdBy }) => ({
      id,
      text: `${id}\n${title}\n${site}\n${createdBy}`,
    }));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(60), fc.integer({ min: 1, max: 4 }), ({ text }, at, length) => {
        const search = text.slice(at, at + length);
        for (let typed = 1; typed <= search.length; typed++) {
          const words = wordsOf(search.slice(0, typed));
          const holders = texts.filter((one) => words.every((word) => foldText(one.text).includes(word)));
          const found = idsOf({ search: search.slice(0, typed) });
          for (const { id } of holders) expect(found).toContain(id.slice(2));
        }
      }),
    );
  });

  it('takes whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (search) => {
        expect(find({ search }).matching).toBeLessThanOrEqual(tickets.length);
      }),
    );
  });
});

describe('filters', () => {
  it('narrow by each field, several values of one field widen', () => {
    expect(idsOf({ filters: { ...noFilters, status: ['New', 'In Progress'] } }).sort()).toEqual(['9334100', '9334196']);
    expect(idsOf({ filters: { ...noFilters, site: ['FRA014'], status: ['New'] } })).toEqual(['9334196']);
    expect(idsOf({ filters: { ...noFilters, createdBy: ['Ana'] } })).toEqual(['9334100']);
    expect(idsOf({ filters: { ...noFilters, category: ['Cooling - Datacenter'] }, search: 'fällt' })).toEqual([
      '9334196',
    ]);
    expect(idsOf({ filters: { ...noFilters, requestType: ['Amenities'] } })).toEqual([]);
  });
});

describe('order', () => {
  it('is the life of a ticket for the status, unknown ones in the middle', () => {
    const { rows } = find({ sort: { by: 'status', direction: 'ascending' } });
    expect(rows.map((row) => row.status)).toEqual(['New', 'In Progress', 'Waiting', 'Completed', 'Cancelled']);
  });

  it('folds case for titles', () => {
    const { rows } = find({ sort: { by: 'title', direction: 'ascending' } });
    expect(rows.map((row) => row.title.slice(0, 3))).toEqual(['Amp', 'bad', 'Küh', 'Zeb', 'تنب']);
  });

  it.each(sortColumns)('by %s: pages of two meet every ticket once, in both directions', (by) => {
    for (const direction of ['ascending', 'descending'] as const) {
      const pages = [0, 2, 4].map((offset) => idsOf({ sort: { by, direction }, offset, limit: 2 }));
      expect(pages.flat().sort()).toEqual(tickets.map((ticket) => ticket.id.slice(2)).sort());
    }
  });

  describe.each(['id', 'title', 'createdOn', 'updatedOn'] as const)('by %s', (by) => {
    it.each(['ascending', 'descending'] as const)('begins where an index has it, %s', (direction) => {
      const plans = plansOf((explained) => explained.page(query({ sort: { by, direction } })));
      expect(plans).toEqual([expect.stringMatching(/^(SCAN|SEARCH) ticket USING INDEX \w+( \(\w+>\?\))?$/)]);
    });

    it('is read from an index alone', () => {
      const plans = plansOf((explained) =>
        explained.page(query({ sort: { by, direction: 'descending' }, offset: deep })),
      );
      expect(plans).toEqual([
        expect.stringMatching(/^SEARCH ticket USING COVERING INDEX ticket_by_facets$/), // the last row
        expect.stringMatching(/^SEARCH ticket USING COVERING INDEX ticket_by_facets \(row>\? AND row<\?\)$/),
        expect.stringMatching(/^SCAN ticket USING COVERING INDEX \w+$/),
        expect.stringMatching(/^SEARCH ticket USING COVERING INDEX \w+ \(\w+=\?\)$/), // those without a value
        expect.stringMatching(/^SEARCH ticket USING INTEGER PRIMARY KEY/),
      ]);
    });
  });

  it.each(sortColumns)('by %s: begins as it is when all of it is known', (by) => {
    for (const direction of ['ascending', 'descending'] as const) {
      const fresh = new TicketIndex(database);
      const top = fresh.page(query({ sort: { by, direction }, limit: 3 }));
      fresh.page(query({ sort: { by, direction }, offset: deep }));
      expect(top).toEqual(fresh.page(query({ sort: { by, direction }, limit: 3 })));
    }
  });

  it('asks the disk for nothing but the rows of a page once it knows the orders', () => {
    const filters = { ...noFilters, status: ['New'], site: ['FRA014'] };
    const plans = plansOf((explained) => {
      for (const by of sortColumns) explained.page(query({ sort: { by, direction: 'ascending' }, offset: deep }));
      explained.page(query({ search: 'over' }));
      plansSoFar.length = 0;
      for (const by of sortColumns) {
        explained.page(query({ filters, search: 'overh fr', sort: { by, direction: 'descending' } }));
      }
    });
    expect(new Set(plans)).toEqual(new Set(['SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)']));
  });
});

const query = (asked: Partial<TicketQuery>): TicketQuery => ({
  view: 'all',
  filters: noFilters,
  search: '',
  sort: defaultSort,
  offset: 0,
  limit: 50,
  ...asked,
});

/** Beyond what is taken from the beginning of an index. */
const deep = 1_000;

const plansSoFar: string[] = [];

/** How SQLite goes about what a new index asks of the tickets' table. */
function plansOf(ask: (explained: TicketIndex) => void): string[] {
  plansSoFar.length = 0;
  const explaining: Reader = {
    all: (sql, ...values) => {
      const steps = database.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => String(detail));
      plansSoFar.push(...steps.filter((step) => / ticket( |$)|B-TREE/.test(step)));
      return database.all(sql, ...values);
    },
    first: (sql, ...values) => explaining.all(sql, ...values)[0],
  };
  ask(new TicketIndex(explaining));
  return plansSoFar;
}

describe('facets', () => {
  const facets = (asked: Partial<TicketSelection> = {}) =>
    index.facets({ view: 'all', filters: noFilters, search: '', ...asked });

  it('count the tickets with each value', () => {
    const { status, site, createdBy } = facets();
    expect(status.map(({ value }) => value)).toEqual(['New', 'In Progress', 'Waiting', 'Completed', 'Cancelled']);
    expect(site).toEqual([
      { value: 'FRA014', count: 1, note: '' },
      { value: 'PHX015', count: 4, note: '' },
    ]);
    expect(createdBy.map(({ value }) => value)).toEqual(['Ana', 'Jane Doe']);
  });

  it('count with each value exactly what the query finds once that value is chosen, and name no other', () => {
    const values = (field: FilterField) =>
      fc.constantFrom(...new Set(tickets.map((ticket) => ticket[field])), 'Unknown');
    const chosen = (field: FilterField) => fc.uniqueArray(values(field), { maxLength: 2 });
    const filtersArbitrary = fc.record({
      status: chosen('status'),
      site: chosen('site'),
      requestType: chosen('requestType'),
      category: chosen('category'),
      createdBy: chosen('createdBy'),
      createdOn: fc.constant(null),
      updatedOn: fc.constant(null),
      closedOn: fc.constant(null),
    });
    fc.assert(
      fc.property(filtersArbitrary, fc.constantFrom('', 'o', 'quoted', 'cooling fr'), (filters, search) => {
        const counted = facets({ filters, search });
        for (const field of filterFields) {
          const found = Object.fromEntries(
            tickets
              .map((ticket) => ticket[field])
              .map((value) => [value, find({ filters: { ...filters, [field]: [value] }, search }).matching] as const)
              .filter(([, matching]) => matching > 0),
          );
          expect(Object.fromEntries(counted[field].map(({ value, count }) => [value, count]))).toEqual(found);
        }
      }),
    );
  });

  it('offer tickets without a value, after all others, and count anew after a write', () => {
    const own = memoryDatabase();
    migrate(own, cacheMigrations, firstCacheVersion);
    const ownIndex = new TicketIndex(own);
    const write = (number: number, category: string) =>
      ownIndex.apply(saveSummaries(own, ownIndex, [aTicket(number, { category })]).updates);
    write(1, '');
    write(2, 'Parking');
    const categories = () =>
      ownIndex
        .facets({ view: 'all', filters: noFilters, search: '' })
        .category.map(({ value, count }) => [value, count]);
    expect(categories()).toEqual([
      ['Parking', 1],
      ['', 1],
    ]);
    write(3, '');
    expect(categories()).toEqual([
      ['Parking', 1],
      ['', 2],
    ]);
  });
});
