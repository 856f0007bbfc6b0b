/* The categories of each request type, from servers that want to be asked in different ways. */

import { expect, it } from 'vitest';
import { categoriesByRequestType } from '../../electron/contract/specification.ts';
import { type Answer, clientOfServer, kindOf } from './own-server.ts';

const names = Object.keys(categoriesByRequestType);
const typeOf = (name: string, categories = [`One of ${name}`]) => ({
  requestType: { name, categories: categories.map((category) => ({ name: category })) },
});
const result = (...types: object[]): Answer => ({ body: JSON.stringify({ result: types }) });
const refused = (status: number, message: string): Answer => ({ status, body: JSON.stringify({ error: { message } }) });

/** Lists the categories of a server that answers for each type, and for `''` without one. */
async function listed(answers: (name: string) => Answer) {
  const { api, seen } = await clientOfServer(({ path }) => {
    if (path.startsWith('/v1/accounts')) return { body: '[]' };
    return answers(new URL(path, 'http://x').searchParams.get('requestType') ?? '');
  });
  return { work: api.listCategories(), seen };
}

const ownOnly = (name: string) => (name === '' ? refused(400, 'requestType is required.') : result(typeOf(name)));

it.each<[string, Answer]>([
  ['a 400', refused(400, 'requestType is required.')],
  ['a 404', refused(404, 'Resource not found.')],
  ['a 401', refused(401, 'The requested operation is not permitted for the user.')],
  ['an empty result', result()],
  ['null', { body: '{"result":null}' }],
  ['no body', { status: 204 }],
])('after %s to the call without a type, each type is asked by itself, in order', async (_case, answer) => {
  const { work } = await listed((name) => (name === '' ? answer : ownOnly(name)));
  expect(await work).toEqual(names.map((name) => ({ name, categories: [`One of ${name}`] })));
});

it('what the server says wins, and what it refuses keeps its reason', async () => {
  const { work } = await listed((name) => {
    if (name === 'Amenities') return refused(401, 'Not offered in your region.');
    if (name === 'Cross Connect') return refused(400, '');
    if (name === 'Accounts Receivable') return result();
    return ownOnly(name);
  });
  expect(await work).toEqual([
    { name: 'Account Management', categories: ['One of Account Management'] },
    { name: 'Facilities Request', categories: ['One of Facilities Request'] },
    { name: 'Amenities', categories: [], refusal: 'Not offered in your region.' },
    { name: 'Cross Connect', categories: [], refusal: 'The server did not accept the request.' },
  ]);
});

it('a type whose answer is faulty keeps the specification’s categories', async () => {
  const { work } = await listed((name) => (name === 'Amenities' ? refused(500, 'SNOW error.') : ownOnly(name)));
  expect((await work).find(({ name }) => name === 'Amenities')).toEqual({
    name: 'Amenities',
    categories: categoriesByRequestType.Amenities,
  });
});

it('a server that answers for every type at once gives each of them once', async () => {
  const { work } = await listed((name) => (name === '' ? result() : result(...names.map((each) => typeOf(each)))));
  expect(await work).toEqual(names.map((name) => ({ name, categories: [`One of ${name}`] })));
});

it.each<[string, Answer, string, number]>([
  ['refuses every type', refused(400, 'No'), 'rejected', 6],
  ['fails at every type', refused(500, 'No'), 'server-error', 6],
  ['limits requests', { status: 429 }, 'rate-limited', 2],
  ['asks for a pause', { status: 503, headers: { 'Retry-After': '9' } }, 'server-error', 2],
  ['is behind a guest network', { body: '<html>' }, 'captive-portal', 2],
])('a server that %s has not said what it offers', async (_case, answer, kind, calls) => {
  const { work, seen } = await listed((name) => (name === '' ? refused(400, 'No') : answer));
  expect(await kindOf(work)).toBe(kind);
  expect(seen).toHaveLength(calls);
});
