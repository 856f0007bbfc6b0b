/* What becomes of a change whose sending fails, and of one that the disk refuses. */

import { describe, expect, it, vi } from 'vitest';
import { ticketId } from '../../support/tickets.ts';
import { create, failure, ownSender, pass, settle, unsent } from './own-sender.ts';

describe('a sending that fails', () => {
  it('without any effect is repeated, and what it waits for is shown', async () => {
    const { sender, deliver, add, found, sent, happened, shown } = ownSender();
    deliver.mockRejectedValueOnce(unsent('unknown-host'));
    add(1);
    sender.beginDue();
    await settle();
    expect(found(1)).toMatchObject({ state: 'waiting', problem: { kind: 'unknown-host' }, firstSentAtMs: null });
    expect([happened, shown]).toEqual([['problem unknown-host'], new Map([[1, 'waiting']])]);
    await pass(1_999);
    expect(sent()).toEqual([1]);
    await pass(1);
    expect([sent(), found(1)?.state]).toEqual([[1, 1], 'sent']);
  });

  it('because the server refuses it puts it before the user', async () => {
    const { sender, deliver, add, found, sent, happened, shown } = ownSender();
    deliver.mockRejectedValue(failure('not-found', { correlationId: 'c' }));
    add(1);
    add(2, create('New'));
    sender.beginDue();
    await settle();
    const answeredAtMs = 5_000 + performance.now();
    const refused = { state: 'refused', firstSentAtMs: null, answeredAtMs, correlationId: 'c' };
    expect(found(1)).toMatchObject({ ...refused, problem: { kind: 'not-found' } });
    expect(found(2)).toMatchObject({ ...refused, problem: { kind: 'no-permission' } });
    expect(happened.toSorted()).toEqual(['problem not-found', 'problem not-found', 'refused 1', 'refused 2']);
    expect(shown).toEqual(new Map([1, 2].map((number) => [number, 'refused'])));
    await pass(3_600_000);
    expect(sent()).toHaveLength(2);
  });

  it('because a new ticket is not known everywhere is repeated, in the words for that', async () => {
    const { sender, deliver, lagOf, add, found, happened } = ownSender();
    const error = failure('not-found');
    deliver.mockRejectedValueOnce(error);
    lagOf.mockReturnValueOnce(failure('not-found', { message: 'Not yet.' }));
    add(1);
    sender.beginDue();
    await settle();
    expect(lagOf).toHaveBeenCalledExactlyOnceWith(ticketId(1), error);
    expect(found(1)).toMatchObject({ state: 'waiting', problem: { kind: 'not-found', message: 'Not yet.' } });
    expect(happened).toEqual(['problem not-found']);
    await pass(2_000);
    expect(found(1)?.state).toBe('sent');
  });

  it('in a way that is not understood is taken for one that may have arrived', async () => {
    const { sender, deliver, add, found } = ownSender();
    deliver.mockRejectedValueOnce(new Error('bug'));
    add(1);
    sender.beginDue();
    await settle();
    expect(found(1)).toMatchObject({ state: 'unconfirmed', lostAnswer: { kind: 'internal' } });
  });
});

describe('a disk that refuses', () => {
  it('is reported, and asked again by the next call', async () => {
    const { sender, table, add, sent, happened } = ownSender();
    add(1);
    vi.spyOn(table, 'pending').mockImplementationOnce(() => {
      throw failure('disk-error');
    });
    sender.beginDue();
    await settle();
    expect([happened, sent()]).toEqual([['problem disk-error'], []]);
    sender.beginDue();
    await settle();
    expect(sent()).toEqual([1]);
  });

  it('delays the change that could not be written, and nothing is sent', async () => {
    const { sender, table, add, sent, happened, found } = ownSender();
    add(1);
    vi.spyOn(table, 'markSending').mockImplementationOnce(() => {
      throw failure('disk-full');
    });
    sender.beginDue();
    await settle();
    expect([happened, sent(), found(1)?.state]).toEqual([['problem disk-full'], [], 'waiting']);
    await pass(1_999);
    expect(sent()).toEqual([]);
    await pass(1);
    expect(sent()).toEqual([1]);
  });
});
