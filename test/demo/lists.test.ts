import { expect, it } from 'vitest';
import { noAccountCredentials } from '../../electron/demo/credentials.ts';
import type { EmptyListForm } from '../../electron/demo/options.ts';
import { rawClient } from './client.ts';
import type { listSample } from './samples.ts';

const tickets = '/v1/customer-support-tickets';
const pageOf = (value: unknown) => value as typeof listSample;
const noTotals = { totalPages: 0, totalElements: 0, last: true };

const forms: [Exclude<EmptyListForm, 'mixed'>, [] | object | string | null, object | string, number][] = [
  ['array', [], { content: [], pageable: expect.objectContaining({ ...noTotals, size: 25 }) }, 200],
  ['null', null, { content: null, pageable: expect.objectContaining({ ...noTotals, size: 25 }) }, 200],
  ['zero-size', [], { content: [], pageable: expect.objectContaining({ ...noTotals, size: 0 }) }, 200],
  ['no-content', '', '', 204],
  ['no-field', {}, {}, 200],
];

it.each(forms)('a list without rows as %s', async (emptyListForm, rows, page, status) => {
  const { send, service } = await rawClient({ ticketCount: 3, emptyListForm });
  const [ticket] = service.tickets();
  const site = ticket?.site;
  expect(await send('GET', `/v1/attachments/${ticket?.id}`)).toEqual({ status, value: rows });
  const asPage = { status, value: typeof page === 'string' ? page : expect.objectContaining(page) };
  expect(await send('GET', `${tickets}?status=Waiting`)).toEqual(asPage);

  service.set({ emptyLists: ['sites', 'locations', 'categories', 'accounts'] });
  for (const path of ['/v1/sites', `/v1/locations?site=${site}`, '/v1/accounts'])
    expect(await send('GET', path)).toEqual({ status, value: rows });
  const result = Array.isArray(rows) || rows === null ? { result: rows } : rows;
  expect(await send('GET', `${tickets}/categories`)).toEqual({ status, value: result });
});

it('has accounts without a single ticket', async () => {
  const { send } = await rawClient({ ticketCount: 0 });
  expect(pageOf((await send('GET', tickets)).value)).toMatchObject({ content: [], pageable: noTotals });
});

it('mixes the forms one after the other, for a client without accounts as well', async () => {
  const { send, service } = await rawClient({ ticketCount: 1, emptyListForm: 'mixed' }, noAccountCredentials);
  const answers = [];
  for (const _form of forms) answers.push((await send('GET', '/v1/accounts')).value);
  expect(answers).toEqual([null, [], '', {}, []]); // the first was for the client's own sign-in
  expect(service.requests).toHaveLength(7);
});

it('answers a page past the end with its number, without rows, and as the last', async () => {
  const { send } = await rawClient({ ticketCount: 60 });
  const { status, value } = await send('GET', `${tickets}?page=7`);
  expect(status).toBe(200);
  expect(value).toEqual({
    content: [],
    pageable: {
      last: true,
      totalPages: 3,
      totalElements: 60,
      size: 25,
      number: 7,
      numberOfElements: 0,
      first: false,
      empty: true,
    },
  });
});

it.each([
  ['right', [false, false, true]],
  ['early', [false, true, true]],
  ['missing', [undefined, undefined, undefined]],
] as const)('says %s which page is the last', async (lastFlag, flags) => {
  const { send } = await rawClient({ ticketCount: 60, lastFlag });
  const pages = [];
  for (const number of [0, 1, 2]) pages.push(pageOf((await send('GET', `${tickets}?page=${number}`)).value));
  expect(pages.map(({ pageable }) => pageable.last)).toEqual(flags);
  expect(pages.map(({ pageable }) => pageable.totalElements)).toEqual([60, 60, 60]);
});

it('lists rows twice for ever, which pushes others past the end that the total names', async () => {
  const { send, service } = await rawClient({ ticketCount: 50, doubledRows: 2 });
  const ids = service.tickets().map(({ id }) => id);
  const walk = async () => {
    const pages = [];
    for (const number of [0, 1, 2]) pages.push(pageOf((await send('GET', `${tickets}?page=${number}`)).value));
    expect(pages.map(({ pageable }) => pageable.totalElements)).toEqual([50, 50, 50]);
    return pages.map(({ content }) => content.map(({ id }) => id));
  };
  const [first, second, past] = await walk();
  expect(first?.slice(0, 5)).toEqual([ids[0], ids[0], ids[1], ids[1], ids[2]]);
  expect([...new Set([...(first ?? []), ...(second ?? [])])]).toEqual(ids.slice(0, 48));
  expect(past).toEqual(ids.slice(48));
  expect(await walk()).toEqual([first, second, past]);
});
