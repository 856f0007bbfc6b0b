import { expect, it, vi } from 'vitest';
import type { NewTicket } from '../../electron/contract/fields.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { expectOffered } from '../../electron/outbox/equality.ts';
import { create, kindOf, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

const offered = [
  { name: 'Remote Hands', categories: ['Visual Inspection'] },
  { name: 'Amenities', categories: ['Showers'] },
];
const fieldOf = async (requestType: string, category: string) => {
  const fields = { requestType, category } as NewTicket;
  return await Promise.resolve()
    .then(() => expectOffered(fields, offered))
    .catch((error) => error.problem.field);
};

it.each([
  ['Remote Hands', 'Visual Inspection', undefined],
  ['Amenities', 'Showers', undefined],
  ['Amenities', ' Parking', undefined],
  ['Amenities', 'Electrical', 'change.fields.category'],
  ['Remote Hands', 'Parking', 'change.fields.category'],
  ['Catering', 'Parking', 'change.fields.requestType'],
])('%s with %s: %s', async (requestType, category, field) => {
  expect(await fieldOf(requestType, category)).toBe(field);
});

it('nothing comes into the outbox that neither the server nor the specification offers', async () => {
  const service = await ownService();
  const { outbox, cache, ...test } = await ownOutbox(service);
  await service.setConnected(false);
  const wrong = create(service, { category: 'Electrical' });
  expect(await kindOf(() => outbox.add(wrong, null))).toBe('invalid-input');
  const { id } = outbox.add(create(service), null);
  await reached({ outbox, cache, ...test }, id, { state: 'waiting' });
  expect(await kindOf(outbox.replace(id, wrong, null))).toBe('invalid-input');

  cache.lists.saveCatalogue([{ name: 'Amenities', categories: ['Electrical'] }], Date.now());
  await outbox.replace(id, wrong, null);
  expect(outbox.list().items).toMatchObject([{ change: wrong }]);
});

it('a cache that is damaged keeps nobody from writing', async () => {
  const service = await ownService();
  const { outbox, cache, problems } = await ownOutbox(service);
  await service.setConnected(false);
  vi.spyOn(cache.lists, 'catalogue').mockImplementation(() => {
    throw new ProblemError('cache-set-aside');
  });
  outbox.add(create(service, { category: 'Showers' }), null);
  expect(outbox.list().items).toHaveLength(1);
  expect(problems).not.toEqual([]);
});
