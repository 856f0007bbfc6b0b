/* What is made of a change by what the server shows, each rule by itself; `reconcile.test.ts` has the whole outbox do it. */

import { describe, expect, it, vi } from 'vitest';
import type { ApiClient, WholeTicket } from '../../electron/api/client.ts';
import { UnsentError } from '../../electron/api/network-errors.ts';
import type { Change, ChangeState } from '../../electron/contract/change.ts';
import { ProblemError, type ProblemKind, problem } from '../../electron/contract/problem.ts';
import { Reconciler } from '../../electron/outbox/reconcile.ts';
import type { ServerSearch } from '../../electron/outbox/search-server.ts';
import type { StoredChange, StoredLookalike } from '../../electron/outbox/stored-change.ts';
import type { YoungTickets } from '../../electron/outbox/young-tickets.ts';
import { aStoredChange } from '../support/stored-change.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const signal = new AbortController().signal;

const ticketWith = (title: string, status = 'New'): WholeTicket => ({
  summary: aTicket(10, { title, status }),
  detail: aDetail(),
});

const lookalike: StoredLookalike = {
  ...{ ref: 'ref', label: 'Words', appearedOn: '2026-01-01 10:00:00' },
  echo: { text: 'Words', author: 'Jane', madeOn: '2026-01-01 10:00:00' },
};

/** A reconciler over a server of which each call is what the test says. */
function ownReconciler({ delaysMs = [0, 0], lag = null as ProblemError | null } = {}) {
  const readTicket = vi.fn<ApiClient['readTicket']>();
  const findEffect = vi.fn<ServerSearch['findEffect']>();
  const findPriorRefs = vi.fn<ServerSearch['findPriorRefs']>();
  const search = { findEffect, findPriorRefs } as unknown as ServerSearch;
  const young = { lagOf: () => lag } as unknown as YoungTickets;
  const reconciler = new Reconciler({ readTicket } as unknown as ApiClient, search, young, delaysMs);
  return { reconciler, readTicket, findEffect, findPriorRefs };
}

const update: Change = { kind: 'update', ticketId: ticketId(10), fields: { title: 'Mine' }, base: { title: 'Base' } };
const cancel: Change = { kind: 'cancel', ticketId: ticketId(10), reason: 'Duplicate request' };
const sent = { firstSentAtMs: 1 };

/** Returns what becomes of a change of the ticket when the server holds this. */
async function compared(
  change: Change,
  ticket: WholeTicket | ProblemKind,
  more: Partial<StoredChange> = {},
  lag?: ProblemError,
) {
  const { reconciler, readTicket } = ownReconciler({ lag: lag ?? null });
  if (typeof ticket === 'string') readTicket.mockRejectedValue(new ProblemError(ticket));
  else readTicket.mockResolvedValue(ticket);
  return await reconciler.reconcile(aStoredChange(1, 10, 'waiting', { change, ...more }), signal);
}

describe('an edit', () => {
  it('is confirmed where the ticket has its values, also a closed one', async () => {
    const ticket = ticketWith('Mine', 'Completed');
    const confirmation = { serverRef: null, answer: 'The ticket has these values.' };
    expect(await compared(update, ticket)).toEqual({ kind: 'confirmed', confirmation, ticket });
    expect(await compared(update, ticket, sent)).toEqual({ kind: 'confirmed', confirmation, ticket });
  });

  it('is sent where the ticket holds what it started from', async () => {
    const ticket = ticketWith('Base');
    expect(await compared(update, ticket)).toEqual({ kind: 'sendable', ticket, priorRefs: null });
    expect(await compared(update, ticket, sent)).toEqual({ kind: 'sendable', ticket, priorRefs: null });
  });

  it('that was sent is confirmed by what the server made of it, one that was not is not', async () => {
    const edit: Change = { ...update, fields: { title: 'Gru\u0308n' } };
    expect(await compared(edit, ticketWith('Gr\u00fcn'), sent)).toMatchObject({ kind: 'confirmed' });
    expect(await compared(edit, ticketWith('Gr\u00fcn'))).toMatchObject({
      kind: 'refused',
      problem: { kind: 'conflict' },
    });
  });

  it('is refused where somebody else wrote something, with what they wrote and no other field', async () => {
    expect(await compared(update, ticketWith('Theirs'))).toEqual({
      kind: 'refused',
      problem: problem('conflict', { kept: 'Your change stays in the outbox until you edit or discard it.' }),
      conflict: { title: 'Theirs' },
    });
  });

  it('that was sent says that the other words may be its own, where all of them may', async () => {
    const edit: Change = {
      ...update,
      fields: { title: 'Fan of rack 12', description: 'Please come' },
      base: { title: 'B', description: 'D' },
    };
    const messageOf = async (title: string, description: string, more: Partial<StoredChange>) => {
      const ticket = { ...ticketWith(title), detail: aDetail({ description }) };
      const result = await compared(edit, ticket, more);
      return result.kind === 'refused' ? result.problem.message : result.kind;
    };
    const own =
      'No answer came, and the ticket now holds something like your edit: the server stored it with other words, or someone else wrote it.';
    expect(await messageOf('Fan of rack', 'Please', sent)).toBe(own);
    expect(await messageOf('Fan of rack', 'Other', sent)).toBe(problem('conflict').message);
    expect(await messageOf('Fan of rack', 'Please', {})).toBe(problem('conflict').message);
  });

  it('that was sent may be what has three fifths of its pairs of letters, which is just enough', async () => {
    const edit: Change = { ...update, fields: { title: 'abcdxy' } };
    const result = await compared(edit, ticketWith('abcdzw'), sent);
    expect(result).toMatchObject({ problem: { message: expect.stringContaining('something like your edit') } });
  });

  it('of a closed ticket is refused', async () => {
    expect(await compared(update, ticketWith('Base', 'Completed'))).toEqual({
      kind: 'refused',
      problem: problem('ticket-closed', {
        message: 'The ticket is Completed, so it can no longer be changed.',
        kept: 'Your change stays in the outbox until you edit or discard it.',
      }),
      conflict: null,
    });
  });

  it.each(['not-found', 'not-permitted'] as const)('of a ticket that is %s is refused', async (kind) => {
    expect(await compared(update, kind)).toEqual({ kind: 'refused', problem: problem(kind), conflict: null });
  });

  it('waits while the server cannot be asked, or does not show the new ticket yet', async () => {
    await expect(compared(update, 'server-error')).rejects.toThrow('server-error');
    const lag = new ProblemError('not-found', { message: 'Not yet' });
    await expect(compared(update, 'not-found', {}, lag)).rejects.toBe(lag);
  });
});

describe('a cancellation', () => {
  it.each([
    ['Cancelled', {}, 'The ticket was already cancelled.'],
    ['Cancelled', sent, 'The ticket is cancelled.'],
  ])('of a ticket that is %s, sent before: %j, is confirmed', async (status, more, answer) => {
    const ticket = ticketWith('T', status);
    expect(await compared(cancel, ticket, more)).toEqual({
      ...{ kind: 'confirmed', ticket },
      confirmation: { serverRef: null, answer },
    });
  });

  it.each(['New', 'In Progress'])('of a ticket that is %s is sent', async (status) => {
    const ticket = ticketWith('T', status);
    expect(await compared(cancel, ticket)).toEqual({ kind: 'sendable', ticket, priorRefs: null });
  });

  it('of a ticket that is completed is refused', async () => {
    expect(await compared(cancel, ticketWith('T', 'Completed'))).toMatchObject({
      ...{ kind: 'refused', conflict: null },
      problem: { kind: 'ticket-closed' },
    });
  });
});

const confirmed = { confirmation: { serverRef: 'ref', answer: 'Found.' }, ticket: null };
const notFound = (lookalikes: StoredLookalike[], isAllowed = true) => ({ found: null, lookalikes, isAllowed });

describe('a comment', () => {
  it('that never left is sent, after what is there was noted', async () => {
    const { reconciler, findPriorRefs, findEffect } = ownReconciler();
    findPriorRefs.mockResolvedValue({ priorRefs: ['prior'], ticket: null });
    expect(await reconciler.reconcile(aStoredChange(1, 10), signal)).toEqual({
      ...{ kind: 'sendable', priorRefs: ['prior'], ticket: null },
    });
    expect(findEffect).not.toHaveBeenCalled();
  });

  it.each(['waiting', 'sending', 'unconfirmed'] as const)('that is %s and is found is confirmed', async (state) => {
    const { reconciler, findEffect } = ownReconciler();
    findEffect.mockResolvedValue({ found: confirmed });
    expect(await reconciler.reconcile(aStoredChange(1, 10, state, sent), signal)).toEqual({
      kind: 'confirmed',
      ...confirmed,
    });
  });

  it.each<[ChangeState, string]>([
    ['waiting', 'sendable'],
    ['sending', 'not-found'],
    ['unconfirmed', 'not-found'],
  ])('that was sent, is %s and is not found is %s', async (state, kind) => {
    const { reconciler, findEffect, findPriorRefs } = ownReconciler();
    findEffect.mockResolvedValue(notFound([lookalike], false));
    expect(await reconciler.reconcile(aStoredChange(1, 10, state, sent), signal)).toEqual(
      kind === 'sendable'
        ? { kind, ticket: null, priorRefs: null }
        : { kind, lookalikes: [lookalike], isAllowed: false },
    );
    expect(findPriorRefs).not.toHaveBeenCalled(); // what it made may be among them by now
  });
});

describe('a change that is to be discarded', () => {
  it.each<[ChangeState, boolean]>([
    ['waiting', false],
    ['refused', false],
    ['unconfirmed', true],
  ])('and is %s (to be decided: %s) is not searched for', async (state, needsDecision) => {
    const { reconciler, findEffect } = ownReconciler();
    expect(
      await reconciler.reconcileDiscarded(aStoredChange(1, 10, state, { ...sent, needsDecision }), signal),
    ).toBeNull();
    expect(findEffect).not.toHaveBeenCalled();
  });

  it('is searched for until it is found', async () => {
    const { reconciler, findEffect } = ownReconciler({ delaysMs: [0, 0, 0] });
    findEffect.mockResolvedValueOnce(notFound([])).mockResolvedValueOnce({ found: confirmed });
    const result = await reconciler.reconcileDiscarded(aStoredChange(1, 10, 'unconfirmed', sent), signal);
    expect(result).toEqual({ kind: 'confirmed', ...confirmed });
    expect(findEffect).toHaveBeenCalledTimes(2);
  });

  it('is kept where the last search found what may be it, and goes where none did', async () => {
    const { reconciler, findEffect } = ownReconciler();
    const discarded = () => reconciler.reconcileDiscarded(aStoredChange(1, 10, 'unconfirmed', sent), signal);
    findEffect.mockResolvedValue(notFound([lookalike]));
    expect(await discarded()).toEqual({ kind: 'not-found', lookalikes: [lookalike], isAllowed: true });
    findEffect.mockResolvedValue(notFound([]));
    expect(await discarded()).toBeNull();
    expect(findEffect).toHaveBeenCalledTimes(4);
  });

  it('goes where no search is wanted', async () => {
    const { reconciler } = ownReconciler({ delaysMs: [] });
    expect(await reconciler.reconcileDiscarded(aStoredChange(1, 10, 'sending', sent), signal)).toBeNull();
  });

  it('is compared once where the ticket shows it', async () => {
    const { reconciler, readTicket } = ownReconciler({ delaysMs: [60_000, 60_000] });
    readTicket.mockResolvedValue(ticketWith('Base'));
    expect(
      await reconciler.reconcileDiscarded(aStoredChange(1, 10, 'sending', { ...sent, change: update }), signal),
    ).toBeNull();
    expect(readTicket).toHaveBeenCalledOnce();
  });

  it('stays where the server cannot be asked, and says so', async () => {
    const { reconciler, findEffect } = ownReconciler();
    const discarded = () => reconciler.reconcileDiscarded(aStoredChange(1, 10, 'unconfirmed', sent), signal);
    findEffect.mockRejectedValue(new UnsentError(problem('no-connection', { serverMessage: 'Oh' })));
    const kept = 'The change may have reached the server, so it stays in the outbox until Colodesk can check.';
    await expect(discarded()).rejects.toMatchObject({
      problem: problem('no-connection', { serverMessage: 'Oh', kept }),
    });
    const fault = new Error('a fault of ours');
    findEffect.mockRejectedValue(fault);
    await expect(discarded()).rejects.toBe(fault);
  });

  it('is not waited for once that was given up', async () => {
    const { reconciler, findEffect } = ownReconciler({ delaysMs: [60_000] });
    const abort = new AbortController();
    const result = reconciler.reconcileDiscarded(aStoredChange(1, 10, 'unconfirmed', sent), abort.signal);
    abort.abort();
    await expect(result).rejects.toThrow();
    expect(findEffect).not.toHaveBeenCalled();
  });
});

describe('a lookalike that the user recognises', () => {
  const undecided = (on: number | 'create', more: Partial<StoredChange> = {}) =>
    aStoredChange(1, on, 'unconfirmed', {
      needsDecision: true,
      lookalikes: [{ ...lookalike, ref: 'other' }, lookalike],
      ...more,
    });

  it('confirms a comment by its time, and a file by its id', async () => {
    const { reconciler, readTicket } = ownReconciler();
    const confirmation = { answer: 'Recognised by you as “Words”.', echo: lookalike.echo };
    expect(await reconciler.reconcileClaimed(undecided(10), 'ref', signal)).toEqual({
      confirmation: { ...confirmation, serverRef: '2026-01-01 10:00:00' },
      ticket: null,
    });
    const file: Change = { kind: 'attachment', ticketId: ticketId(10), fileName: 'a', sizeBytes: 1 };
    expect(await reconciler.reconcileClaimed(undecided(10, { change: file }), 'ref', signal)).toEqual({
      confirmation: { ...confirmation, serverRef: 'ref' },
      ticket: null,
    });
    expect(readTicket).not.toHaveBeenCalled();
  });

  it('confirms a new ticket, which is read if the server shows it', async () => {
    const { reconciler, readTicket } = ownReconciler();
    const confirmation = { answer: 'Recognised by you as ref.', echo: lookalike.echo, serverRef: 'ref' };
    const ticket = ticketWith('T');
    readTicket.mockResolvedValue(ticket);
    expect(await reconciler.reconcileClaimed(undecided('create'), 'ref', signal)).toEqual({ confirmation, ticket });
    expect(readTicket).toHaveBeenCalledWith('ref', signal);
    readTicket.mockRejectedValue(new ProblemError('server-error'));
    expect(await reconciler.reconcileClaimed(undecided('create'), 'ref', signal)).toEqual({
      confirmation,
      ticket: null,
    });
    const aborted = AbortSignal.abort();
    await expect(reconciler.reconcileClaimed(undecided('create'), 'ref', aborted)).rejects.toThrow('server-error');
  });

  it('must be one of those that were shown', async () => {
    const { reconciler } = ownReconciler();
    const invalid = { problem: problem('invalid-input', { field: 'ref' }) };
    await expect(reconciler.reconcileClaimed(undecided(10), 'none', signal)).rejects.toMatchObject(invalid);
    await expect(
      reconciler.reconcileClaimed(undecided(10, { needsDecision: false }), 'ref', signal),
    ).rejects.toMatchObject(invalid);
  });
});
