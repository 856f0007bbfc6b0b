import { describe, expect, it } from 'vitest';
import { UnsentError } from '../../electron/api/network-errors.ts';
import type { FormChange } from '../../electron/contract/change.ts';
import { emptyNewTicket, type NewTicket } from '../../electron/contract/fields.ts';
import { localTicketId, type TicketId } from '../../electron/contract/ids.ts';
import { ProblemError, type ProblemKind, problem } from '../../electron/contract/problem.ts';
import {
  changeToSend,
  isDenied,
  isIdempotent,
  isNotFound,
  isSendableByUser,
  mayHaveArrived,
  needsSearchBeforeDiscard,
  nextToSend,
  outcomeOfFailedSend,
  requireOffered,
  requireReplaceable,
  requireSameTarget,
} from '../../electron/outbox/send-rules.ts';
import type { StoredChange } from '../../electron/outbox/stored-change.ts';
import { aStoredChange, changeIdOf } from '../support/stored-change.ts';
import { ticketId } from '../support/tickets.ts';

const next = (...pending: StoredChange[]) => nextToSend(pending).map(({ seq }) => seq);

describe('the changes to send next', () => {
  it('are the first of each ticket', () => {
    expect(next(aStoredChange(1, 10), aStoredChange(2, 10), aStoredChange(3, 20), aStoredChange(4, 'create'))).toEqual([
      1, 3, 4,
    ]);
  });

  it.each([
    ['unconfirmed', false, [1]],
    ['unconfirmed', true, []],
    ['sending', false, [1]],
    ['refused', false, [2]],
  ] as const)('with a change that is %s (to be decided: %s) goes on with %j', (state, needsDecision, expected) => {
    expect(next(aStoredChange(1, 10, state, { needsDecision }), aStoredChange(2, 10))).toEqual(expected);
  });

  it('are none that depend on a create before the ticket has an id, also when the create was refused', () => {
    const local = { ticketId: localTicketId(changeIdOf(1)) };
    expect(next(aStoredChange(1, 'create'), aStoredChange(2, 10, 'waiting', local))).toEqual([1]);
    expect(next(aStoredChange(1, 'create', 'refused'), aStoredChange(2, 10, 'waiting', local))).toEqual([]);
  });

  it('are no edits on top of one that was refused, nor on top of those, until the user has decided', () => {
    const edit = (seq: number, base: string, title: string, state: 'waiting' | 'refused' = 'waiting') =>
      aStoredChange(seq, 10, state, {
        change: { kind: 'update', ticketId: ticketId(10), fields: { title }, base: { title: base } },
      });
    const refused = edit(1, 'As it was', 'First', 'refused');
    expect(next(refused, edit(2, 'First', 'Second'), edit(3, 'Second', 'Third'), aStoredChange(4, 10))).toEqual([4]);
    expect(next(refused, edit(2, 'As it was', 'Second'))).toEqual([2]); // the server may hold what this one starts from
    expect(next({ ...refused, ticketId: ticketId(20) }, edit(2, 'First', 'Second'))).toEqual([2]);
    expect(next(edit(1, 'As it was', 'First'), edit(2, 'First', 'Second'))).toEqual([1]);
  });

  it('are one of several creates of the same request, with or without white space at the ends', () => {
    const twin = (seq: number, title: string) =>
      aStoredChange(seq, 'create', 'waiting', { change: { kind: 'create', fields: { ...emptyNewTicket, title } } });
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

/** What of `kinds` comes to the outcome, sent or not. */
const kindsThat = (outcome: string, kinds: readonly ProblemKind[], makeError: (kind: ProblemKind) => unknown) =>
  kinds.filter((kind) => outcomeOfFailedSend(makeError(kind)) === outcome);

it('a change that the server examined and refused is not sent again', () => {
  const kinds = ['rejected', 'not-found', 'not-permitted', 'no-permission', 'account-gone', 'file-too-large'] as const;
  expect(kindsThat('refused', kinds, (kind) => new ProblemError(kind))).toEqual(kinds);
});

it('a change that is faulty is not sent again, one that met no server is', () => {
  const faults = ['invalid-input', 'file-empty', 'file-unusable'] as const;
  const unsent = (kind: ProblemKind) => new UnsentError(problem(kind));
  expect(kindsThat('refused', [...faults, 'no-connection', 'rejected'], unsent)).toEqual(faults);
  expect(kindsThat('not-done', ['no-connection', 'rejected'], unsent)).toEqual(['no-connection', 'rejected']);
  expect(kindsThat('unknown', faults, (kind) => new ProblemError(kind))).toEqual(faults);
  expect(outcomeOfFailedSend(new Error('of another kind'))).toBe('unknown');
});

it('says what the server does not know, and what it does not show to this user', () => {
  const errors = [
    ...(['not-found', 'not-permitted', 'rejected', 'server-error'] as const).map((kind) => new ProblemError(kind)),
    new Error('not-found'),
  ];
  expect(errors.map(isNotFound)).toEqual([true, false, false, false, false]);
  expect(errors.map(isDenied)).toEqual([true, true, false, false, false]);
});

const update: FormChange = {
  kind: 'update',
  ticketId: ticketId(10),
  fields: { title: ' New ' },
  base: { title: 'Old' },
};
const cancel: FormChange = { kind: 'cancel', ticketId: ticketId(10), reason: 'Duplicate request' };

describe('a change', () => {
  it('may have arrived from its first sending on', () => {
    expect(mayHaveArrived(aStoredChange(1, 10))).toBe(false);
    expect(mayHaveArrived(aStoredChange(1, 10, 'waiting', { firstSentAtMs: 0 }))).toBe(true);
  });

  it('is sent any number of times only where the ticket shows whether it was made', () => {
    const changes = [
      aStoredChange(1, 10, 'waiting', { change: update }),
      aStoredChange(1, 10, 'waiting', { change: cancel }),
    ];
    expect([...changes, aStoredChange(1, 'create'), aStoredChange(1, 10)].map(isIdempotent)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['waiting', false, true, false],
    ['refused', false, true, false],
    ['sending', false, false, true],
    ['unconfirmed', false, false, true],
    ['unconfirmed', true, true, false],
    ['sent', false, false, false],
  ] as const)(
    'that is %s (to be decided: %s) can be sent by the user: %s, is searched for before it is discarded: %s',
    (state, needsDecision, isSendable, isSearched) => {
      const change = aStoredChange(1, 10, state, { needsDecision });
      expect([isSendableByUser(change), needsSearchBeforeDiscard(change)]).toEqual([isSendable, isSearched]);
    },
  );

  it.each([
    ['waiting', null, true],
    ['refused', null, true],
    ['waiting', 1, false],
    ['refused', 1, false],
    ['sending', null, false],
    ['unconfirmed', null, false],
    ['sent', null, false],
  ] as const)('that is %s, first sent at %j, can get another content: %s', (state, firstSentAtMs, isReplaceable) => {
    const replace = () => requireReplaceable(aStoredChange(1, 10, state, { firstSentAtMs }));
    if (isReplaceable) expect(replace).not.toThrow();
    else expect(replace).toThrow('change-sent');
  });

  it('that the ticket shows can get another content although it may have arrived', () => {
    expect(() =>
      requireReplaceable(aStoredChange(1, 10, 'waiting', { firstSentAtMs: 1, change: update })),
    ).not.toThrow();
    expect(() => requireReplaceable(aStoredChange(1, 10, 'sending', { firstSentAtMs: 1, change: update }))).toThrow(
      'change-sent',
    );
  });

  it('that may have arrived says so when it is to get another content', () => {
    const messageOf = (change: StoredChange) => {
      try {
        requireReplaceable(change);
      } catch (error) {
        return error instanceof ProblemError && error.problem.message;
      }
      return null;
    };
    expect(messageOf(aStoredChange(1, 10, 'waiting', { firstSentAtMs: 1 }))).toBe(
      'This change may already have reached the server.',
    );
    expect(messageOf(aStoredChange(1, 10, 'sending'))).toBe(problem('change-sent').message);
  });

  it('is sent without the white space around its one-line fields', () => {
    const create: FormChange = { kind: 'create', fields: { ...emptyNewTicket, title: ' New ' } };
    expect(changeToSend(create)).toEqual({ kind: 'create', fields: { ...emptyNewTicket, title: 'New' } });
    expect(changeToSend(update)).toEqual({ ...update, fields: { title: 'New' } });
    const comment: FormChange = { kind: 'comment', ticketId: ticketId(10), comment: ' x ' };
    expect([changeToSend(comment), changeToSend(cancel)]).toEqual([comment, cancel]);
  });

  it('gives its place only to one of its kind and ticket, by whatever id the ticket had', () => {
    const local = localTicketId(changeIdOf(1));
    const currentIdOf = (id: TicketId) => (id === local ? ticketId(10) : id);
    const take = (change: FormChange) => () => requireSameTarget(aStoredChange(2, 10), change, currentIdOf);
    const comment = (id: TicketId): FormChange => ({ kind: 'comment', ticketId: id, comment: 'y' });
    expect(take(comment(ticketId(10)))).not.toThrow();
    expect(take(comment(local))).not.toThrow();
    expect(take(comment(ticketId(11)))).toThrow(
      expect.objectContaining({ problem: problem('invalid-input', { field: 'change' }) }),
    );
    expect(take(cancel)).toThrow('invalid-input');
    expect(take({ kind: 'create', fields: emptyNewTicket })).toThrow('invalid-input');
    const create: FormChange = { kind: 'create', fields: { ...emptyNewTicket, title: 'Other' } };
    expect(() => requireSameTarget(aStoredChange(1, 'create'), create, currentIdOf)).not.toThrow();
  });
});

it('takes any new ticket while the server’s table cannot be read, and says what to do about one that it does not offer', () => {
  const fields = { ...emptyNewTicket, requestType: 'Catering', category: 'Parking' };
  expect(() => requireOffered(fields, null)).not.toThrow();
  const refusalOf = (wanted: NewTicket) => {
    try {
      requireOffered(wanted, offered);
    } catch (error) {
      return error instanceof ProblemError ? error.problem : error;
    }
    return null;
  };
  expect(refusalOf(fields)).toMatchObject({
    message: 'The operator does not offer the request type “Catering”.',
    todo: 'Choose another one.',
  });
  expect(refusalOf({ ...fields, requestType: 'Remote Hands' })).toMatchObject({
    message: 'The category “Parking” does not belong to the request type “Remote Hands”.',
    todo: 'Choose another one.',
  });
});
