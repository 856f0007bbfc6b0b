/* What delays all changes: a connection that fails, and a pause that the server asked for. */

import { describe, expect, it, vi } from 'vitest';
import { localTicketId } from '../../../electron/contract/ids.ts';
import { problem } from '../../../electron/contract/problem.ts';
import type { Confirmed } from '../../../electron/outbox/stored-change.ts';
import { changeIdOf } from '../../support/stored-change.ts';
import { answer, confirmed, create, failure, ownSender, pass, settle, unsent } from './own-sender.ts';

describe('a problem of the connection', () => {
  /** One change waits because the name of the server is not known, while another one is being sent. */
  async function waiting() {
    const test = ownSender();
    const reply = answer<Confirmed>();
    test.deliver.mockRejectedValueOnce(unsent('unknown-host'));
    test.deliver.mockReturnValueOnce(reply.promise);
    test.add(1);
    test.add(2);
    test.sender.beginDue();
    await settle();
    test.add(3);
    test.sender.beginDue();
    return { ...test, reply };
  }

  it('delays every change', async () => {
    const { sent } = await waiting();
    await pass(1_999);
    expect(sent()).toEqual([1, 2]);
    await pass(1);
    expect(sent()).toEqual([1, 2, 1, 3]);
  });

  it('is shown of all of them as the last one met it, and of none that has another problem or none', async () => {
    const { table, add, found, reply } = await waiting();
    table.noteProblem(add(4), problem('server-error'));
    reply.reject(unsent('tls'));
    await settle();
    const kinds = [1, 2, 3, 4].map((number) => found(number)?.problem?.kind);
    expect(kinds).toEqual(['tls', 'tls', undefined, 'server-error']);
  });

  it('that a search meets is shown of all of them too', async () => {
    const { sender, reconcile, found, reply } = await waiting();
    reconcile.mockRejectedValue(failure('no-connection'));
    sender.wake();
    await settle();
    expect([1, 3].map((number) => found(number)?.problem?.kind)).toEqual(['no-connection', 'no-connection']);
    reply.resolve(confirmed);
  });

  it.each([unsent('unknown-host'), failure('rejected'), failure('server-error')])(
    'is not written again for those that have it, nor is one that is none of the connection: %s',
    async (error) => {
      const { table, found, reply } = await waiting();
      const noteProblem = vi.spyOn(table, 'noteProblem');
      const transaction = vi.spyOn(table, 'transaction');
      reply.reject(error);
      await settle();
      expect(noteProblem).not.toHaveBeenCalled();
      expect(transaction).toHaveBeenCalledTimes(found(2)?.state === 'refused' ? 1 : 0); // the refusal takes one
      expect(found(1)?.problem?.kind).toBe('unknown-host');
    },
  );

  it.each([true, false])('is over when the server answers, be it with a refusal: %s', async (isRefused) => {
    const { found, sent, reply } = await waiting();
    if (isRefused) reply.reject(failure('rejected'));
    else reply.resolve(confirmed);
    await settle();
    expect([found(2)?.state, sent()]).toEqual([isRefused ? 'refused' : 'sent', [1, 2, 3]]);
    await pass(1_999);
    expect(sent()).toEqual([1, 2, 3]); // the delay of the first one is its own
    await pass(1);
    expect(sent()).toEqual([1, 2, 3, 1]);
  });

  it('may be over when the application is woken', async () => {
    const { sender, sent } = await waiting();
    sender.wake();
    await settle();
    expect(sent()).toEqual([1, 2, 1, 3]);
  });
});

describe('a pause that the server asked for', () => {
  /** Two changes of one ticket and one of another wait for an hour. */
  async function paused() {
    const test = ownSender();
    const retryAfterMs = 3_600_000;
    test.deliver.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs }));
    for (const [number, on] of [1, 1, 2].entries()) test.add(number + 1, on);
    test.reconcile.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs })); // of the first one
    test.sender.beginDue();
    await settle();
    test.deliver.mockClear();
    return test;
  }

  it('is kept also when the network seems to be back', async () => {
    const { sender, sent } = await paused();
    sender.wake();
    await pass(3_599_999);
    expect(sent()).toEqual([]);
    await pass(1);
    expect(sent().length).toBeGreaterThan(0);
  });

  it('is not kept for what the user wants sent, and for what that waits for, but for nothing else', async () => {
    const { sender, table, sent } = await paused();
    sender.sendNow(table.requirePending(changeIdOf(2)));
    await settle();
    expect(sent()).toEqual([1, 2]);
  });

  it('is kept for the later ones of a ticket whose first one is wanted', async () => {
    const { sender, table, sent } = await paused();
    sender.sendNow(table.requirePending(changeIdOf(1)));
    await settle();
    expect(sent()).toEqual([1]);
  });

  it('is kept for earlier ones of other tickets', async () => {
    const { sender, table, sent } = await paused();
    sender.sendNow(table.requirePending(changeIdOf(3)));
    await settle();
    expect(sent()).toEqual([3]);
  });

  it('is not kept for the new ticket that has to be there before the change that the user wants', async () => {
    const { sender, table, deliver, add, sent } = ownSender();
    deliver.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs: 3_600_000 }));
    const id = add(1, create('New'));
    add(2, { kind: 'comment', ticketId: localTicketId(id), comment: 'x' });
    sender.beginDue();
    await settle();
    deliver.mockClear();
    sender.sendNow(table.requirePending(changeIdOf(2)));
    await settle();
    expect(sent()).toEqual([1]);
  });

  it('is not kept for an equal new ticket that goes before the one that the user wants', async () => {
    const { sender, table, deliver, add, sent } = ownSender();
    deliver.mockRejectedValueOnce(failure('rate-limited', { retryAfterMs: 3_600_000 }));
    add(1, create('Same'));
    add(2, create('Same'));
    add(3, create('Other'));
    add(4, create('Same'));
    sender.beginDue();
    await settle();
    deliver.mockClear();
    sender.sendNow(table.requirePending(changeIdOf(2)));
    await settle();
    expect(sent().filter((number) => number !== 3)).toEqual([1, 2]);
  });
});
