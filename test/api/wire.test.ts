/* How leniently the server’s responses are read. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketListResponseSchema } from '../../electron/api/ticket-page.ts';
import {
  accountsResponseSchema,
  attachmentsResponseSchema,
  categoriesResponseSchema,
  locationsResponseSchema,
  sitesResponseSchema,
  ticketResponseSchema,
  tokenResponseSchema,
} from '../../electron/api/wire.ts';

const asked = { page: 0, size: 25 };
const pageOf = (body: unknown, { page, size } = asked) => ticketListResponseSchema({ page, size }).parse(body);
const pageable = { last: true, totalPages: 1, totalElements: 1, size: 25, number: 0 };
const row = {
  id: 'WO1',
  title: ' Padded\t',
  status: 'New',
  site: null,
  location: 12,
  createdOn: '2023-08-08T12:56:43Z',
};

describe('the list', () => {
  it('trims values, reads nulls and missing fields as empty, and brings ISO times into the API’s form', () => {
    const [ticket] = pageOf({ content: [row], pageable }).tickets;
    expect(ticket).toEqual({
      id: 'WO1',
      title: 'Padded',
      status: 'New',
      site: '',
      location: '12',
      requestType: '',
      category: '',
      createdOn: '2023-08-08 12:56:43',
      updatedOn: '',
      closedOn: '',
      createdBy: '',
    });
  });

  it('keeps unknown statuses and odd dates as they are, and ignores fields that it does not know', () => {
    const odd = { ...row, status: ' Escalated ', updatedOn: 'yesterday', extra: { deep: [1] } };
    const [ticket] = pageOf({ content: [odd], pageable }).tickets;
    expect(ticket).toMatchObject({ status: 'Escalated', updatedOn: 'yesterday' });
    expect(ticket).not.toHaveProperty('extra');
  });

  it('knows the status that is meant', () => {
    const statuses = ['NEW', 'in_progress ', 'Canceled'];
    const content = statuses.map((status, index) => ({ id: `WO${index}`, status }));
    expect(pageOf({ content, pageable }).tickets.map(({ status }) => status)).toEqual([
      'New',
      'In Progress',
      'Cancelled',
    ]);
  });

  it('puts the replacement character in place of what cannot be stored', () => {
    const odd = { ...row, title: 'a\u0000b \ud83d c \ude00 😀', id: 'WO\u00001' };
    const [ticket] = pageOf({ content: [odd], pageable }).tickets;
    expect(ticket).toMatchObject({ title: 'a\ufffdb \ufffd c \ufffd 😀', id: 'WO\ufffd1' });
  });

  it('leaves out a row without an id and keeps the others, and counts all', () => {
    const content = [{ title: 'no id' }, null, 'text', row];
    const page = pageOf({ content, pageable });
    expect([page.tickets.map((ticket) => ticket.id), page.rowCount]).toEqual([['WO1'], 4]);
  });

  it('keeps every ticket that has an id, whatever its other fields hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(row), 'comments'), fc.anything()), (fields) => {
        const content = [{ ...fields, id: 'WO7' }];
        expect(pageOf({ content, pageable }).tickets[0]?.id).toBe('WO7');
        expect(ticketResponseSchema.parse(content[0]).summary.id).toBe('WO7');
      }),
    );
  });
});

const lists = {
  tickets: ticketListResponseSchema(asked),
  accounts: accountsResponseSchema,
  sites: sitesResponseSchema,
  locations: locationsResponseSchema,
  categories: categoriesResponseSchema,
  attachments: attachmentsResponseSchema,
};

describe.each(Object.entries(lists))('the list of %s', (_name, schema) => {
  const rowsIn = (body: unknown) => {
    const list = schema.parse(body);
    return Array.isArray(list) ? list : list.tickets;
  };

  it.each([
    [null],
    [''],
    [[]],
    [{}],
    [{ content: [] }],
    [{ content: null }],
    [{ content: null, pageable: null }],
    [{ content: {}, extra: 1 }],
    [{ result: null }],
    [{ result: '' }],
    [{ size: 0 }],
    [{ pageable: { size: 0, totalElements: 0, totalPages: 0, number: 0 } }],
    [{ content: [], pageable: { last: true } }],
    [{ content: [null, 7, 'x', {}] }],
  ])('is empty as %j', (body) => {
    expect(rowsIn(body)).toEqual([]);
  });

  it.each([
    [undefined],
    [7],
    ['text'],
    [{ items: { count: 3 } }],
    [{ items: [] }],
    [{ message: 'Done' }],
    [{ size: 0, status: 'blocked' }],
    [{ content: 'x', pageable }],
    [{ result: { name: 'x' } }],
  ])('is not %j', (body) => {
    expect(schema.safeParse(body).success).toBe(false);
  });
});

describe('the place of a page in the list', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `WO${index}` }));
  const placeOf = (content: unknown, pageable: unknown, page = 0, size = 25) => {
    const { tickets: _tickets, ...place } = pageOf({ content, pageable }, { page, size });
    return place;
  };

  it('is what the server says, also as text', () => {
    const said = { totalElements: '60', totalPages: ' 3 ', number: '1', size: '25', last: 'False' };
    const place = { rowCount: 25, totalElements: 60, totalPages: 3, number: 1, size: 25, isLast: false };
    expect(placeOf(rows(25), said, 1)).toEqual(place);
    expect(pageOf({ content: rows(25), ...said }, { page: 1, size: 25 })).toMatchObject(place);
  });

  it.each([
    ['without `last`', 25, 0, { totalElements: 60, totalPages: 3, size: 25, number: 0 }, [60, 3, 25, 0, null]],
    [
      'a page too early',
      25,
      1,
      { totalElements: 60, totalPages: 3, size: 25, number: 1, last: true },
      [60, 3, 25, 1, true],
    ],
    ['size 0', 0, 0, { totalElements: 0, totalPages: 0, size: 0, number: 0, last: true }, [0, 0, 25, 0, true]],
    ['fewer pages than the total needs', 25, 0, { totalElements: 60, totalPages: 1, size: 25 }, [60, 3, 25, 0, null]],
    ['a cap without its size', 10, 0, { totalElements: 60, totalPages: 6 }, [60, 6, 10, 0, null]],
    [
      'of the last page how many rows it holds',
      10,
      2,
      { totalElements: 60, totalPages: 3, size: 10, number: 2, last: true },
      [60, 3, 25, 2, true],
    ],
    [
      'the same and not how many pages there are',
      10,
      2,
      { totalElements: 60, size: 10, number: 2, last: true },
      [60, 3, 25, 2, true],
    ],
    [
      'a cap of as many rows as the last page would hold',
      10,
      2,
      { totalElements: 60, totalPages: 6, size: 10, number: 2, last: false },
      [60, 6, 10, 2, false],
    ],
    ['a cap and the total alone', 10, 0, { totalElements: 60 }, [60, 6, 10, 0, null]],
    ['nothing, on a full page', 25, 1, {}, [51, 3, 25, 1, null]],
    ['nothing, on a short page', 7, 1, {}, [32, 2, 25, 1, null]],
    ['nothing, on an empty first page', 0, 0, null, [0, 0, 25, 0, null]],
    ['only that it is the last, on a full page', 25, 1, { last: true }, [50, 2, 25, 1, true]],
    ['only that it is not the last', 10, 0, { last: false }, [11, 2, 10, 0, false]],
    ['nonsense', 7, 1, { totalElements: -1, totalPages: 'x', size: null, number: 1.5, last: 7 }, [32, 2, 25, 1, null]],
  ] as const)('where the server says %s', (_case, count, page, pageable, [total, pages, size, number, isLast]) => {
    const place = { rowCount: count, totalElements: total, totalPages: pages, number, size, isLast };
    expect(placeOf(rows(count), pageable, page)).toEqual(place);
  });

  it('is always whole numbers, and has room for every row', () => {
    const odd = fc.oneof(fc.nat(100), fc.nat(100).map(String), fc.constantFrom(null, '', 'x', -1, 0.5, true));
    const said = fc.record(
      { totalElements: odd, totalPages: odd, number: odd, size: odd, last: odd },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(said, fc.nat(30), fc.nat(5), fc.integer({ min: 1, max: 50 }), (pageable, count, page, size) => {
        const place = placeOf(rows(count), pageable, page, size);
        for (const value of [place.totalElements, place.totalPages, place.number, place.size]) {
          expect(Number.isSafeInteger(value)).toBe(true);
        }
        expect(place.size).toBeGreaterThan(0);
        expect(place.totalPages * place.size).toBeGreaterThanOrEqual(place.totalElements);
      }),
    );
  });
});

describe('the single ticket', () => {
  const detailOf = (fields: object) => ticketResponseSchema.parse({ id: 'WO1', ...fields }).detail;
  const commentsOf = (comments: unknown) => detailOf({ comments }).comments;
  const entry = { comment: 'Done', commentedBy: 'Ana', commentedOn: '2022-08-30 12:30:00' };
  const called = { comment: 'Called back', commentedBy: '', commentedOn: '' };

  it.each([
    ['an array', [{ ...entry, comment: 'Done ' }, null, { comment: '' }, 7], [entry]],
    ['an array of texts', ['Called back ', ' '], [called]],
    ['a text', ' Called back ', [called]],
    ['one object', entry, [entry]],
    ['an object with an array', { comments: [entry, 'Called back'] }, [entry, called]],
    ['an object with an array under the name of the text', { comment: [entry, entry] }, [entry, entry]],
    ['an object with one comment', { comment: entry }, [entry]],
    ['entries with keys', { '1': 'Called back', a: entry, total: 2, by: 'Ana' }, [called, entry]],
    ['arrays in arrays', [[entry], { list: [entry] }], [entry, entry]],
    ['nothing', null, []],
    ['an empty object', {}, []],
    ['a number', 7, []],
    ['an object of others', { text: 'x', comment: null }, []],
  ])('has the comments that come as %s', (_form, value, expected) => {
    expect(commentsOf(value)).toEqual(expected);
  });

  it('has the reason of its cancellation, and none otherwise', () => {
    expect(detailOf({ cancelReason: ' Duplicate request' }).cancelReason).toBe('Duplicate request');
    for (const none of [null, undefined]) expect(detailOf({ cancelReason: none }).cancelReason).toBe('');
  });
});

it('the token’s lifetime comes as text', () => {
  expect(tokenResponseSchema.parse({ access_token: 'a.b.c', expires_in: '3599' })).toEqual({
    accessToken: 'a.b.c',
    expiresInS: 3_599,
  });
  expect(tokenResponseSchema.safeParse({ expires_in: '3599' }).success).toBe(false);
});

it('accounts do not depend on the key that the vendor misspells', () => {
  const ids = { masterAccountId: '100123', accountId: '0011A' };
  expect(
    accountsResponseSchema.parse([
      { ...ids, 'masterAccountName:': 'ABC Holding', accountName: 'ABC' },
      { accountId: '' },
    ]),
  ).toEqual([{ ...ids, masterName: 'ABC Holding', name: 'ABC' }]);
});
