/* What a sender that stops waits for, and what it writes then. */

import { describe, expect, it, vi } from 'vitest';
import type { Reconciler } from '../../../electron/outbox/reconcile.ts';
import type { Confirmed } from '../../../electron/outbox/stored-change.ts';
import { answer, confirmed, failure, ownSender, settle, ticket } from './own-sender.ts';

describe('a sender that stops', () => {
  it('begins nothing more, and waits for what is under way', async () => {
    const { sender, deliver, add, found, sent } = ownSender();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    add(1);
    add(2, 1);
    sender.beginDue();
    await settle();
    let isStopped = false;
    const stopped = sender.stop().then(() => {
      isStopped = true;
    });
    sender.beginDue();
    await settle();
    expect(isStopped).toBe(false);
    reply.resolve(confirmed);
    await stopped;
    await settle();
    expect([found(1)?.state, sent()]).toEqual(['sent', [1]]);
  });

  it('waits for no timer', async () => {
    const { sender, reconcile, add, searched } = ownSender();
    reconcile.mockRejectedValueOnce(failure('server-error'));
    add(1);
    sender.beginDue();
    await settle();
    expect(vi.getTimerCount()).toBe(1);
    await sender.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(searched()).toHaveLength(1);
  });

  it('sends nothing after a search that was under way', async () => {
    const { sender, reconcile, add, found, sent } = ownSender();
    const reply = answer<Awaited<ReturnType<Reconciler['reconcile']>>>();
    reconcile.mockReturnValueOnce(reply.promise);
    add(1);
    sender.beginDue();
    const stopped = sender.stop();
    reply.resolve({ kind: 'sendable', ticket, priorRefs: null });
    await stopped;
    expect([sent(), found(1)]).toMatchObject([[], { state: 'waiting', firstSentAtMs: null }]);
  });

  it('notes a failure that comes while it waits', async () => {
    const { sender, deliver, add, found } = ownSender();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    add(1);
    sender.beginDue();
    await settle();
    const stopped = sender.stop();
    reply.reject(failure('timeout'));
    await stopped;
    expect(found(1)).toMatchObject({ state: 'unconfirmed', lostAnswer: { kind: 'timeout' } });
  });

  it.each(['answered', 'failed'])('writes nothing of what it broke off: %s', async (how) => {
    const { sender, deliver, add, found, happened, shown } = ownSender();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    add(1);
    sender.beginDue();
    await settle();
    void sender.stop();
    sender.abort();
    expect(deliver.mock.calls[0]?.[3].aborted).toBe(true);
    shown.clear();
    if (how === 'answered') reply.resolve(confirmed);
    else reply.reject(failure('timeout'));
    await settle();
    expect([found(1)?.state, happened, shown.size]).toEqual(['sending', [], 0]);
  });
});
