/* A change that the user edits or discards is not sent meanwhile. */

import { describe, expect, it, vi } from 'vitest';
import type { Reconciler } from '../../../electron/outbox/reconcile.ts';
import type { Confirmed } from '../../../electron/outbox/stored-change.ts';
import { answer, confirmed, failure, ownSender, settle, ticket } from './own-sender.ts';

describe('a change that the user works on', () => {
  it('is held: no job begins for it until the work is over, and then one does', async () => {
    for (const isFailing of [false, true]) {
      const { sender, add, sent } = ownSender();
      const id = add(1);
      const work = answer<string>();
      const held = sender.whileHeld(id, () => work.promise);
      expect([sender.isHeld(id), sender.isHeld(add(2))]).toEqual([true, false]);
      sender.beginDue();
      await settle();
      expect(sent()).toEqual([2]);
      if (isFailing) work.reject(failure('disk-full'));
      else work.resolve('done');
      if (isFailing) await expect(held).rejects.toMatchObject({ problem: { kind: 'disk-full' } });
      else expect(await held).toBe('done');
      await settle();
      expect([sender.isHeld(id), sent()]).toEqual([false, [2, 1]]);
    }
  });

  it('cannot be worked on twice at once, alone or among others', async () => {
    const { sender, add, sent } = ownSender();
    const [one, other] = [add(1), add(2)];
    const work = answer<void>();
    const held = sender.whileHeld(one, () => work.promise);
    const again = vi.fn();
    for (const ids of [[one], [other, one]]) {
      await expect(sender.whileAllHeld(ids, again)).rejects.toMatchObject({
        problem: { kind: 'change-sent', message: 'This change is already being edited or discarded.' },
      });
    }
    expect([again.mock.calls.length, sender.isHeld(other), sender.isHeld(one)]).toEqual([0, false, true]);
    await settle();
    expect(sent()).toEqual([]);
    work.resolve();
    await held;
    await settle();
    expect(sent()).toEqual([1, 2]);
  });

  it('is not on its way meanwhile: its sending is broken off, and may have arrived', async () => {
    const { sender, deliver, add, found, happened } = ownSender();
    const reply = answer<Confirmed>();
    let isAborted = false;
    deliver.mockImplementationOnce((_stored, _ticket, _onProgress, signal) => {
      signal.addEventListener('abort', () => {
        isAborted = true;
      });
      return reply.promise;
    });
    const id = add(1);
    sender.beginDue();
    await settle();
    const work = vi.fn(() => found(1)?.state);
    const held = sender.whileHeld(id, work);
    await settle();
    expect([isAborted, work.mock.calls.length]).toEqual([true, 0]);
    reply.reject(new Error('aborted'));
    expect(await held).toBe('unconfirmed');
    expect(found(1)).toMatchObject({ lostAnswer: null });
    expect(happened).toEqual([]);
  });

  it('is confirmed if its answer comes in spite of that', async () => {
    const { sender, deliver, add, found, happened } = ownSender();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    const id = add(1);
    sender.beginDue();
    await settle();
    const held = sender.whileHeld(id, () => found(1)?.state);
    reply.resolve(confirmed);
    expect([await held, happened]).toEqual(['sent', ['confirmed 1']]);
  });

  it.each(['answered', 'failed'])('is not sent after a search that was under way: %s', async (how) => {
    const { sender, reconcile, add, found, sent, happened, searched } = ownSender();
    const reply = answer<Awaited<ReturnType<Reconciler['reconcile']>>>();
    reconcile.mockReturnValueOnce(reply.promise);
    const id = add(1);
    sender.beginDue();
    const held = sender.whileHeld(id, () => found(1));
    if (how === 'answered') reply.resolve({ kind: 'sendable', ticket, priorRefs: null });
    else reply.reject(failure('server-error'));
    expect(await held).toMatchObject({ state: 'waiting', problem: null });
    expect([sent(), happened]).toEqual([[], []]);
    await settle();
    expect([searched(), sent()]).toEqual([[1, 1], [1]]); // at once
  });
});
