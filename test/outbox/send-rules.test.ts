import { describe, expect, it, vi } from 'vitest';
import type { Change, ChangeState } from '../../electron/contract/change.ts';
import { emptyNewTicket, type NewTicket } from '../../electron/contract/fields.ts';
import { type ChangeId, changeIdSchema, localTicketId } from '../../electron/contract/ids.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { nextToSend, outcomeOfFailedSend, requireOffered } from '../../electron/outbox/send-rules.ts';
import type { StoredChange } from '../../electron/outbox/stored-change.ts';
import { create, kindOf, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';
import { ticketId } from '../support/tickets.ts';

const idOf = (seq: number): ChangeId =>
  changeIdSchema.parse(`00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`);

function stored(
  seq: number,
  on: number | 'create',
  state: ChangeState = 'waiting',
  more: Partial<StoredChange> = {},
): StoredChange {
  const change: Change =
    on === 'create'
      ? { kind: 'create', fields: { ...emptyNewTicket, title: `Title ${seq}` } }
      : { kind: 'comment', ticketId: ticketId(on), comment: 'x' };
  return {
    ...{ seq, id: idOf(seq), change, state, ticketTitle: '', createdAtMs: 0, firstSentAtMs: null, lastSentAtMs: null },
    ...{ answeredAtMs: null, problem: null, needsDecision: false, conflict: null, answer: null, correlationId: null },
    ...{ firstSentSkewMs: null, priorRefs: null, serverRef: null, lookalikes: [], echo: null, lostAnswer: null },
    groupId: null,
    ticketId: on === 'create' ? localTicketId(idOf(seq)) : ticketId(on),
    ...more,
  };
}

const next = (...pending: StoredChange[]) => nextToSend(pending).map(({ seq }) => seq);

describe('the changes to send next', () => {
  it('are the first of each ticket', () => {
    expect(next(stored(1, 10), stored(2, 10), stored(3, 20), stored(4, 'create'))).toEqual([1, 3, 4]);
  });

  it.each([
    ['unconfirmed', false, [1]],
    ['unconfirmed', true, []],
    ['sending', false, [1]],
    ['refused', false, [2]],
  ] as const)('with a change that is %s (to be decided: %s) goes on with %j', (state, needsDecision, expected) => {
    expect(next(stored(1, 10, state, { needsDecision }), stored(2, 10))).toEqual(expected);
  });

  it('are none that depend on a create before the ticket has an id, also when the create was refused', () => {
    const local = { ticketId: localTicketId(idOf(1)) };
    expect(next(stored(1, 'create'), stored(2, 10, 'waiting', local))).toEqual([1]);
    expect(next(stored(1, 'create', 'refused'), stored(2, 10, 'waiting', local))).toEqual([]);
  });

  it('are one of several creates of the same request, with or without white space at the ends', () => {
    const twin = (seq: number, title: string) =>
      stored(seq, 'create', 'waiting', { change: { kind: 'create', fields: { ...emptyNewTicket, title } } });
    expect(next(twin(1, 'Same'), twin(2, ' Same '), twin(3, 'Other'))).toEqual([1, 3]);
  });
});

const offered = [
  { name: 'Remote Hands', categories: ['Visual Inspection'] },
  { name: 'Amenities', categories: ['Showers'] },
  { name: 'Cross Connect', categories: [], refusal: 'Not in your region.' },
];
const fieldOf = async (requestType: string, category: string) => {
  const fields = { requestType, category } as NewTicket;
  return await Promise.resolve()
    .then(() => requireOffered(fields, offered))
    .catch((error) => error.problem.field);
};

it.each([
  ['Remote Hands', 'Visual Inspection', undefined],
  ['Amenities', 'Showers', undefined],
  ['Amenities', ' Parking', undefined],
  ['Amenities', 'Electrical', 'change.fields.category'],
  ['Remote Hands', 'Parking', 'change.fields.category'],
  ['Catering', 'Parking', 'change.fields.requestType'],
  ['Cross Connect', 'Disconnect', 'change.fields.requestType'], // in the specification’s table, but refused
])('of %s with %s, what is not offered is %s', async (requestType, category, field) => {
  expect(await fieldOf(requestType, category)).toBe(field);
});

it('says why the server does not offer a request type', () => {
  const fields = { ...emptyNewTicket, requestType: 'Cross Connect', category: 'Disconnect' };
  expect(() => requireOffered(fields, offered)).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ message: expect.stringContaining('“Cross Connect”: Not in your region.') }),
    }),
  );
});

it.each([
  ['not-permitted', 401, 'refused'],
  ['not-permitted', 403, 'refused'],
  ['not-found', 401, 'refused'],
  ['file-too-large', 413, 'refused'],
  ['rate-limited', 500, 'not-done'],
  ['unauthorized', 401, 'not-done'],
  ['captive-portal', 200, 'unknown'],
  ['server-error', 200, 'unknown'],
] as const)('a change that failed with %s (%i) is %s', (kind, httpStatus, outcome) => {
  expect(outcomeOfFailedSend(new ProblemError(kind, { httpStatus }))).toBe(outcome);
});

it('takes no new ticket of a category that neither the server nor the specification offers', async () => {
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

it('takes any new ticket while a damaged cache says nothing of what is offered', async () => {
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
