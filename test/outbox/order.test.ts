import { describe, expect, it } from 'vitest';
import { retryDelayMs } from '../../electron/api/retry-delay.ts';
import type { Change, ChangeState } from '../../electron/contract/change.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { type ChangeId, changeIdSchema, localTicketId } from '../../electron/contract/ids.ts';
import { problem } from '../../electron/contract/problem.ts';
import { Backoff, defaultRetryPolicy } from '../../electron/outbox/backoff.ts';
import type { StoredChange } from '../../electron/outbox/change-table.ts';
import { nextInLine } from '../../electron/outbox/sender.ts';
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
    ...{ firstSentSkewMs: null, knownAlike: null, claim: null },
    ticketId: on === 'create' ? localTicketId(idOf(seq)) : ticketId(on),
    ...more,
  };
}

const inLine = (...pending: StoredChange[]) => nextInLine(pending).map(({ seq }) => seq);

describe('the line', () => {
  it('gives the first of each ticket', () => {
    expect(inLine(stored(1, 10), stored(2, 10), stored(3, 20), stored(4, 'create'))).toEqual([1, 3, 4]);
  });

  it.each([
    ['unconfirmed', false, [1]],
    ['unconfirmed', true, []],
    ['sending', false, [1]],
    ['refused', false, [2]],
  ] as const)('with a change that is %s (to be decided: %s) goes on with %j', (state, needsDecision, expected) => {
    expect(inLine(stored(1, 10, state, { needsDecision }), stored(2, 10))).toEqual(expected);
  });

  it('keeps what hangs on a create until the ticket has an id, also when the create was refused', () => {
    const local = { ticketId: localTicketId(idOf(1)) };
    expect(inLine(stored(1, 'create'), stored(2, 10, 'waiting', local))).toEqual([1]);
    expect(inLine(stored(1, 'create', 'refused'), stored(2, 10, 'waiting', local))).toEqual([]);
  });

  it('lets creates of the same request go one after another, white space at the ends or not', () => {
    const twin = (seq: number, title: string) =>
      stored(seq, 'create', 'waiting', { change: { kind: 'create', fields: { ...emptyNewTicket, title } } });
    expect(inLine(twin(1, 'Same'), twin(2, ' Same '), twin(3, 'Other'))).toEqual([1, 3]);
  });
});

describe('pauses', () => {
  it('grow with each failure, and never end before the server’s own', () => {
    const delays = [1, 2, 3, 10].map((failures) => retryDelayMs(failures, null, defaultRetryPolicy));
    for (const [index, leastMs] of [2_000, 4_000, 8_000, 60_000].entries()) {
      expect(delays[index]).toBeGreaterThanOrEqual(leastMs);
      expect(delays[index]).toBeLessThanOrEqual(leastMs * 1.25);
    }
    expect(
      retryDelayMs(1, problem('rate-limited', { retryAfterMs: 90_000 }), defaultRetryPolicy),
    ).toBeGreaterThanOrEqual(90_000);
  });

  it('of the connection are everybody’s, those of one change its own', () => {
    const pauses = new Backoff<string>(defaultRetryPolicy);
    pauses.noteFailure('one', problem('server-error'), 0);
    expect([pauses.untilMs('one') > 0, pauses.untilMs('other')]).toEqual([true, 0]);
    pauses.noteFailure('one', problem('no-connection'), 0);
    expect(pauses.untilMs('other')).toBeGreaterThan(0);
    pauses.noteSuccess('one', 1);
    expect([pauses.untilMs('one'), pauses.untilMs('other')]).toEqual([0, 0]);
  });

  it('end when the network is back, but for what the server asked', () => {
    const pauses = new Backoff<string>(defaultRetryPolicy);
    pauses.noteFailure('one', problem('no-connection'), 0);
    pauses.hurry();
    expect(pauses.untilMs('one')).toBe(0);
    pauses.noteFailure('one', problem('rate-limited', { retryAfterMs: 30_000 }), 0);
    pauses.hurry();
    expect(pauses.untilMs('other')).toBeGreaterThanOrEqual(30_000);
  });
});
