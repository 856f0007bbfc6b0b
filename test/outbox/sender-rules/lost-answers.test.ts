/* How often a change whose answer is lost is searched for, and when the user has to decide. */

import { describe, expect, it, vi } from 'vitest';
import type { Change } from '../../../electron/contract/change.ts';
import { type ProblemKind, problem } from '../../../electron/contract/problem.ts';
import { notConfirmed } from '../../../electron/outbox/lost-answer.ts';
import type { NotFound } from '../../../electron/outbox/reconcile.ts';
import { changeIdOf } from '../../support/stored-change.ts';
import { edit, failure, ownSender, pass, policy, settle, ticket } from './own-sender.ts';

const nothingFound: NotFound = { kind: 'not-found', lookalikes: [], isAllowed: true };

describe('a change whose answer is lost', () => {
  /** A comment was sent; nothing came back. */
  async function lost(kind: ProblemKind = 'no-connection', change?: Change) {
    const test = ownSender();
    test.deliver.mockRejectedValueOnce(failure(kind));
    test.add(1, change);
    test.sender.beginDue();
    await settle();
    expect(test.found(1)).toMatchObject({ state: 'unconfirmed', problem: null, lostAnswer: { kind } });
    expect(test.shown).toEqual(new Map([[1, 'unconfirmed']]));
    test.reconcile.mockClear();
    return test;
  }

  it('is searched for after each of the delays, and then put before the user', async () => {
    const { reconcile, found, searched, sent, shown } = await lost('timeout');
    reconcile.mockResolvedValue(nothingFound);
    for (const [times, delayMs] of policy.searchDelaysMs.entries()) {
      await pass(delayMs - 1);
      expect([searched().length, found(1)?.needsDecision]).toEqual([times, false]);
      await pass(1);
      expect(searched()).toHaveLength(times + 1);
    }
    expect(found(1)).toMatchObject({ state: 'unconfirmed', needsDecision: true, problem: { kind: 'not-confirmed' } });
    expect(shown).toEqual(new Map([[1, 'unconfirmed']]));
    await pass(3_600_000);
    expect([searched().length, sent()]).toEqual([3, [1]]);
  });

  it('is put before the user with what may be it, or that it may not be read', async () => {
    const lookalike = {
      ...{ ref: 'ref', label: 'Words', appearedOn: '2026-01-01 10:00:00' },
      echo: { text: 'Words', author: 'Jane', madeOn: '2026-01-01 10:00:00' },
    };
    const asked = async (result: NotFound) => {
      const { reconcile, found } = await lost('timeout');
      reconcile.mockResolvedValue(result);
      for (const delayMs of policy.searchDelaysMs) await pass(delayMs);
      return found(1);
    };
    const cause = problem('timeout');
    expect(await asked(nothingFound)).toMatchObject({ problem: notConfirmed(cause, 'nothing'), lookalikes: [] });
    expect(await asked({ ...nothingFound, lookalikes: [lookalike], isAllowed: false })).toMatchObject({
      problem: notConfirmed(cause, 'lookalikes'),
      lookalikes: [lookalike],
    });
    expect(await asked({ ...nothingFound, isAllowed: false })).toMatchObject({
      problem: notConfirmed(cause, 'denied'),
      lookalikes: [],
    });
  });

  it('is searched for from the beginning after it was sent again', async () => {
    const { sender, reconcile, deliver, found, table, sent, searched } = await lost('timeout');
    reconcile.mockResolvedValue(nothingFound);
    for (const delayMs of policy.searchDelaysMs) await pass(delayMs);
    const stored = table.requirePending(changeIdOf(1));
    table.requeue(stored.id);
    reconcile.mockResolvedValueOnce({ kind: 'sendable', ticket, priorRefs: null });
    deliver.mockRejectedValueOnce(failure('timeout'));
    sender.sendNow(stored);
    await settle();
    expect([sent(), found(1)?.needsDecision]).toEqual([[1, 1], false]);
    reconcile.mockClear();
    await pass(1_000 + 3_000);
    expect([searched().length, found(1)?.needsDecision]).toEqual([2, false]);
    await pass(5_000);
    expect(found(1)?.needsDecision).toBe(true);
  });

  it('is searched for from the beginning when the user wants it sent, or has edited it', async () => {
    for (const push of ['sendNow', 'retry'] as const) {
      const { sender, table, reconcile, found, searched } = await lost('timeout');
      reconcile.mockResolvedValue(nothingFound);
      await pass(1_000 + 3_000);
      expect(searched()).toHaveLength(2);
      const stored = table.requirePending(changeIdOf(1));
      if (push === 'retry') sender.retry(stored.id);
      else sender.sendNow(stored);
      await settle();
      expect(searched()).toHaveLength(3);
      expect(found(1)?.needsDecision).toBe(false);
      await pass(3_000);
      expect([searched().length, found(1)?.needsDecision]).toEqual([4, false]);
      await pass(5_000);
      expect([searched().length, found(1)?.needsDecision]).toEqual([5, true]);
    }
  });

  it('no longer shows the problem that kept it from being searched for', async () => {
    const { reconcile, found } = await lost('timeout');
    reconcile.mockRejectedValueOnce(failure('server-error'));
    await pass(1_000);
    expect(found(1)).toMatchObject({ state: 'unconfirmed', problem: { kind: 'server-error' } });
    reconcile.mockResolvedValueOnce(nothingFound);
    await pass(4_000);
    expect(found(1)).toMatchObject({ state: 'unconfirmed', problem: null, lostAnswer: { kind: 'timeout' } });
  });

  it('is not written again where nothing is new', async () => {
    const { reconcile, table } = await lost('timeout');
    const markUnconfirmed = vi.spyOn(table, 'markUnconfirmed');
    reconcile.mockResolvedValueOnce(nothingFound);
    await pass(1_000);
    expect(reconcile).toHaveBeenCalledOnce();
    expect(markUnconfirmed).not.toHaveBeenCalled();
  });

  it('keeps what the server said of it, whatever comes later', async () => {
    const { sender, table, deliver, found } = await lost('server-error');
    table.requeue(changeIdOf(1));
    deliver.mockRejectedValueOnce(failure('timeout'));
    await pass(1_000);
    sender.wake();
    await settle();
    expect(found(1)).toMatchObject({ state: 'unconfirmed', lostAnswer: { kind: 'server-error' } });
  });

  it('is sent again without a search where the ticket itself shows whether it was made', async () => {
    const { found, searched, sent } = await lost('timeout', edit(1));
    await pass(1_999);
    expect(searched()).toEqual([]);
    await pass(1);
    expect([searched(), sent(), found(1)?.state]).toEqual([[1], [1, 1], 'sent']);
  });

  it('when the application ended is marked as such by the first search', async () => {
    const { sender, table, reconcile, add, found } = ownSender();
    reconcile.mockResolvedValue(nothingFound);
    const id = add(1);
    table.markSending(id, 1, 0, null);
    sender.beginDue();
    await settle();
    expect(found(1)).toMatchObject({ state: 'unconfirmed', lostAnswer: null });
  });
});
