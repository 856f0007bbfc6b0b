/* How a change is sent: once, in its turn, and seen on the disk. */

import { describe, expect, it } from 'vitest';
import { problem } from '../../../electron/contract/problem.ts';
import type { Confirmed } from '../../../electron/outbox/stored-change.ts';
import { answer, confirmed, edit, failure, ownSender, pass, settle, ticket } from './own-sender.ts';

describe('a change', () => {
  it('is on the disk as being sent before it leaves, and in the log afterwards', async () => {
    const { sender, reconcile, deliver, add, found, shown, happened } = ownSender();
    const reply = answer<Confirmed>();
    deliver.mockReturnValue(reply.promise);
    reconcile.mockResolvedValue({ kind: 'sendable', ticket, priorRefs: ['WO9'] });
    add(1);
    sender.beginDue();
    await settle();
    expect(deliver).toHaveBeenCalledOnce();
    expect(deliver.mock.calls[0]?.slice(1)).toEqual([ticket, expect.any(Function), expect.any(AbortSignal)]);
    const times = { firstSentAtMs: 5_000 + performance.now(), firstSentSkewMs: 70 };
    expect(found(1)).toMatchObject({ state: 'sending', priorRefs: ['WO9'], ...times });
    expect(shown).toEqual(new Map([[1, 'sending']]));
    reply.resolve(confirmed);
    await settle();
    expect([found(1)?.state, happened, shown]).toEqual(['sent', ['confirmed 1'], new Map()]);
  });

  it('is not sent twice, however often it is asked for', async () => {
    const { sender, add, sent, searched } = ownSender();
    add(1);
    for (let time = 0; time < 3; time++) sender.beginDue();
    await settle();
    sender.beginDue();
    await settle();
    expect([searched(), sent()]).toEqual([[1], [1]]);
  });

  it('is followed by the next one of its ticket, and goes beside two of others', async () => {
    const { sender, deliver, add, sent } = ownSender();
    const replies = [1, 2, 3, 4, 5].map(() => answer<Confirmed>());
    for (const { promise } of replies) deliver.mockReturnValueOnce(promise);
    for (const [number, on] of [1, 1, 2, 3, 4].entries()) add(number + 1, on);
    sender.beginDue();
    await settle();
    expect(sent()).toEqual([1, 3, 4]);
    replies[1]?.resolve(confirmed);
    await settle();
    expect(sent()).toEqual([1, 3, 4, 5]);
    replies[0]?.resolve(confirmed);
    await settle();
    expect(sent()).toEqual([1, 3, 4, 5, 2]);
  });

  it('goes alone while the server limits the rate', async () => {
    const { sender, deliver, add, sent } = ownSender();
    deliver.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs: 1_000 }));
    add(1);
    sender.beginDue();
    await settle();
    const reply = answer<Confirmed>();
    deliver.mockReturnValue(reply.promise);
    add(2);
    add(3);
    await pass(5_000);
    expect(sent()).toEqual([1, 1]);
    reply.resolve(confirmed);
    await settle();
    expect(sent()).toEqual([1, 1, 2, 3]);
  });

  it('that the server has already is confirmed without being sent', async () => {
    const { sender, reconcile, add, found, sent, happened, shown } = ownSender();
    reconcile.mockResolvedValue({ kind: 'confirmed', ...confirmed });
    add(1);
    sender.beginDue();
    await settle();
    expect([found(1)?.state, happened, sent(), shown]).toEqual(['sent', ['confirmed 1'], [], new Map()]);
  });

  it('that may not be made is refused with what others wrote, and the ticket goes on', async () => {
    const { sender, reconcile, add, found, sent, happened, shown } = ownSender();
    reconcile.mockResolvedValueOnce({
      ...{ kind: 'refused', problem: problem('conflict') },
      conflict: { title: 'Theirs' },
    });
    add(1, edit(1));
    add(2, 1);
    sender.beginDue();
    await settle();
    const answeredAtMs = 5_000 + performance.now();
    expect(found(1)).toMatchObject({ state: 'refused', conflict: { title: 'Theirs' }, answeredAtMs });
    expect([happened, sent(), shown]).toEqual([['refused 1', 'confirmed 2'], [2], new Map([[1, 'refused']])]);
  });

  it('of which the server cannot be asked waits, longer each time', async () => {
    const { sender, reconcile, add, found, searched, happened, shown } = ownSender();
    reconcile.mockRejectedValue(failure('server-error'));
    add(1);
    sender.beginDue();
    await settle();
    expect(found(1)).toMatchObject({ state: 'waiting', problem: { kind: 'server-error' } });
    expect([happened, shown]).toEqual([['problem server-error'], new Map([[1, 'waiting']])]);
    await pass(1_999);
    expect(searched()).toHaveLength(1);
    await pass(1);
    expect(searched()).toHaveLength(2);
    await pass(3_999);
    expect(searched()).toHaveLength(2);
    await pass(1);
    expect(searched()).toHaveLength(3);
  });
});

describe('the progress of an upload', () => {
  it('is known while it is under way', async () => {
    const { sender, deliver, add, shown } = ownSender();
    const reply = answer<Confirmed>();
    deliver.mockReturnValueOnce(reply.promise);
    const id = add(1);
    sender.beginDue();
    await settle();
    expect(sender.doneBytesOf(id)).toBeNull();
    shown.clear();
    deliver.mock.calls[0]?.[2](500);
    expect([sender.doneBytesOf(id), shown.size]).toEqual([500, 1]);
    reply.resolve(confirmed);
    await settle();
    expect(sender.doneBytesOf(id)).toBeNull();
  });
});
