/* What an outbox does when it begins and when it closes, and when the disk refuses. */

import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../electron/contract/problem.ts';
import { changeIdOf } from '../../support/stored-change.ts';
import { ticketId } from '../../support/tickets.ts';
import { chunksIn, create, failing, migrated, ownOutbox, say } from './own-outbox.ts';

describe('an outbox that begins', () => {
  it('searches for what was being sent, sends what waits, and cleans up', async () => {
    const file = migrated();
    const first = ownOutbox({ file, start: false });
    first.api.addComment.mockImplementation(() => new Promise(() => undefined));
    const { id } = first.outbox.add(say('one'), null);
    await first.reached(id, 'sending');
    const { id: waiting } = first.outbox.add(say('two', ticketId(77)), null);
    file.run('INSERT INTO file_piece (change_id, number, bytes) VALUES (?, 0, ?)', changeIdOf(9), Buffer.from('x'));
    vi.spyOn(file, 'close').mockResolvedValue();
    await first.outbox.close();

    const next = ownOutbox({ file, start: false });
    expect(next.item(id)?.state).toBe('unconfirmed');
    expect(next.item(waiting)?.state).not.toBe('sent');
    expect(next.api.readTicket).not.toHaveBeenCalled();
    next.outbox.start();
    await next.reached(waiting, 'sent');
    await vi.waitFor(() => expect(chunksIn(next)).toBe(0));
  });

  it('forgets what was sent more than a year ago', async () => {
    const { outbox, file, reached } = ownOutbox({ start: false });
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'sent');
    file.run('UPDATE change SET answered_at_ms = ?', Date.now() - 366 * 24 * 3_600_000);
    outbox.start();
    expect(outbox.sent(0, 10).total).toBe(0);
  });

  it('says once that its file cannot be read', async () => {
    const { file, onCorrupt } = ownOutbox();
    const { onUnreadable } = file;
    onUnreadable?.();
    expect(onCorrupt).toHaveBeenCalledOnce();
  });

  it('speaks another language when it is told to', async () => {
    const { outbox, api, shown, reached } = ownOutbox();
    api.addComment.mockImplementation(failing('rejected'));
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'refused');
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ state: 'refused' }]));
    const [before] = outbox.list().items;
    shown.length = 0;
    outbox.reword();
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    expect(outbox.list().items[0]).toEqual(before);
    expect(outbox.list().items[0]).not.toBe(before); // it was read anew
  });
});

describe('an outbox that closes', () => {
  it('waits a moment for what is under way, and closes its file once', async () => {
    const { outbox, file, api, item } = ownOutbox({ retryPolicy: { closeGraceMs: 60_000 } });
    let goOn: () => void = () => undefined;
    api.addComment.mockImplementationOnce(
      (_id, comment) =>
        new Promise((resolve) => {
          goOn = () =>
            resolve({ comment, commentedBy: 'Ann', commentedOn: '2026-01-01 10:00:00', correlationId: null });
        }),
    );
    const { id } = outbox.add(say('one'), null);
    await vi.waitFor(() => expect(api.addComment).toHaveBeenCalled());
    let states: unknown;
    const close = vi.spyOn(file, 'close').mockImplementation(async () => {
      states = item(id)?.state;
    });
    const closing = outbox.close();
    expect(outbox.close()).toBe(closing);
    expect(close).not.toHaveBeenCalled();
    goOn();
    await closing;
    expect([states, close.mock.calls.length, file.onUnreadable]).toEqual(['sent', 1, null]);
  });

  it('breaks off what takes longer, and reports nothing any more', async () => {
    const { outbox, api, file, reported, shown, item } = ownOutbox();
    let aborted = false;
    api.addComment.mockImplementationOnce(
      (_id, _comment, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason);
          });
        }),
    );
    const { id } = outbox.add(say('one'), null);
    await vi.waitFor(() => expect(item(id)?.state).toBe('sending'));
    vi.spyOn(file, 'close').mockResolvedValue();
    const before = [reported.length, shown.length];
    await outbox.close();
    expect([aborted, item(id)?.state]).toEqual([true, 'sending']);
    outbox.reword();
    await new Promise(setImmediate);
    expect([reported.length, shown.length]).toEqual(before);
  });

  it('says of a discard that it broke off that the account was closed', async () => {
    const { outbox, api, file, reached } = ownOutbox({ retryPolicy: { searchDelaysMs: [3_600_000, 0] } });
    api.addComment.mockImplementationOnce(failing('timeout'));
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'unconfirmed');
    api.readTicket.mockImplementation(
      (_id, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    );
    const discarded = expect(outbox.discard(id)).rejects.toMatchObject({
      problem: { kind: 'no-open-account', kept: '' },
    });
    vi.spyOn(file, 'close').mockResolvedValue();
    await outbox.close();
    await discarded;
  });
});

describe('a cache or a file that refuses', () => {
  it('does not make a change unsent that the server has, and is reported', async () => {
    const { outbox, cache, problems, reached } = ownOutbox();
    const error = new ProblemError('disk-full');
    vi.spyOn(cache, 'saveTicket').mockImplementation(() => {
      throw error;
    });
    const { id } = outbox.add(create, null);
    await reached(id, 'sent');
    expect(problems).toEqual([error]);
  });

  it('is reported when copies are to be removed', async () => {
    const { outbox, file, problems } = ownOutbox({ start: false });
    const error = new ProblemError('disk-error');
    const all = file.all.bind(file);
    vi.spyOn(file, 'all').mockImplementation((sql, ...values) => {
      if (sql.includes('file_piece')) throw error;
      return all(sql, ...values);
    });
    outbox.start();
    await vi.waitFor(() => expect(problems).toEqual([error]));
  });
});
