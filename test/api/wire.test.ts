/* How leniently the server’s responses are read. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountsResponseSchema,
  ticketListResponseSchema,
  ticketResponseSchema,
  tokenResponseSchema,
} from '../../electron/api/wire.ts';

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
    const [ticket] = ticketListResponseSchema.parse({ content: [row], pageable }).tickets;
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
    const odd = { ...row, status: 'Escalated', updatedOn: 'yesterday', extra: { deep: [1] } };
    const [ticket] = ticketListResponseSchema.parse({ content: [odd], pageable }).tickets;
    expect(ticket).toMatchObject({ status: 'Escalated', updatedOn: 'yesterday' });
    expect(ticket).not.toHaveProperty('extra');
  });

  it('puts the replacement character in place of what cannot be stored', () => {
    const odd = { ...row, title: 'a\u0000b \ud83d c \ude00 😀', id: 'WO\u00001' };
    const [ticket] = ticketListResponseSchema.parse({ content: [odd], pageable }).tickets;
    expect(ticket).toMatchObject({ title: 'a\ufffdb \ufffd c \ufffd 😀', id: 'WO\ufffd1' });
  });

  it('leaves out a row without an id and keeps the others', () => {
    const content = [{ title: 'no id' }, null, 'text', row];
    expect(ticketListResponseSchema.parse({ content, pageable }).tickets.map((ticket) => ticket.id)).toEqual(['WO1']);
  });

  it('keeps every ticket that has an id, whatever its other fields hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(row), 'comments'), fc.anything()), (fields) => {
        const content = [{ ...fields, id: 'WO7' }];
        expect(ticketListResponseSchema.parse({ content, pageable }).tickets[0]?.id).toBe('WO7');
        expect(ticketResponseSchema.parse(content[0]).summary.id).toBe('WO7');
      }),
    );
  });

  it.each([
    [null],
    [[]],
    [{}],
    [{ content: [] }],
    [{ content: 'x', pageable }],
    [{ content: [], pageable: { last: true } }],
  ])('is not %j', (answer) => {
    expect(ticketListResponseSchema.safeParse(answer).success).toBe(false);
  });
});

describe('the single ticket', () => {
  it('takes comments as the array of the sample or as the string of the specification', () => {
    const comments = (value: unknown) => ticketResponseSchema.parse({ id: 'WO1', comments: value }).detail.comments;
    const entry = { comment: 'Done ', commentedBy: 'Ana', commentedOn: '2022-08-30 12:30:00' };
    expect(comments([entry, null, { comment: '' }])).toEqual([{ ...entry, comment: 'Done' }]);
    expect(comments(' Called back ')).toEqual([{ comment: 'Called back', commentedBy: '', commentedOn: '' }]);
    for (const none of ['', [], null, undefined, 7]) expect(comments(none)).toEqual([]);
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
