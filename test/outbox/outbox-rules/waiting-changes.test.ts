/* What the user does with a change that waits or was refused: edit, send, discard. */

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FormChange } from '../../../electron/contract/change.ts';
import type { ChangeId } from '../../../electron/contract/ids.ts';
import { ProblemError } from '../../../electron/contract/problem.ts';
import { changeIdOf } from '../../support/stored-change.ts';
import { ticketId } from '../../support/tickets.ts';
import { chunksIn, create, failing, fields, ownOutbox, say } from './own-outbox.ts';

describe('another content', () => {
  /** A comment that waits because the server limits the rate, and one behind it. */
  async function waiting(change: FormChange = say('one')) {
    const test = ownOutbox();
    const limited = () => Promise.reject(new ProblemError('rate-limited', { retryAfterMs: 3_600_000 }));
    test.api.addComment.mockImplementationOnce(limited);
    test.api.createTicket.mockImplementationOnce(limited);
    const { id, ticketId: on } = test.outbox.add(change, null);
    const { id: behind } = test.outbox.add(say('behind', on), null);
    await vi.waitFor(() => expect(test.item(id)?.problem?.kind).toBe('rate-limited'));
    test.reported.length = 0;
    return { ...test, id, on, behind };
  }

  it('takes the place of the one that waits, removes the draft, and is tried as if nothing had failed', async () => {
    const { outbox, id, behind, item, reported } = await waiting();
    outbox.drafts.save('edit', { form: 'comment', ticketId: ticketId(10), comment: 'two', changeId: id });
    await outbox.replace(id, say('two'), 'edit');
    expect(outbox.drafts.list()).toEqual([]);
    expect(outbox.list().items.map((each) => each.id)).toEqual([id, behind]);
    expect(item(id)).toMatchObject({ change: say('two'), problem: null, state: 'waiting' });
    expect(reported).toEqual(['changed WO10']);
  });

  it('of a new ticket renames it for what depends on it', async () => {
    const { outbox, id, behind, item } = await waiting(create);
    await outbox.replace(id, { ...create, fields: { ...fields, title: ' Gate ' } }, null);
    expect([item(id)?.ticketTitle, item(behind)?.ticketTitle]).toEqual(['Gate', 'Gate']);
    expect(item(id)?.change).toMatchObject({ fields: { title: 'Gate' } });
  });

  it('of a comment does not rename its ticket', async () => {
    const { outbox, id, item } = await waiting();
    await outbox.replace(id, say('two'), null);
    expect(item(id)?.ticketTitle).toBe('Cage');
  });

  it('of another kind or ticket is not taken', async () => {
    const { outbox, id } = await waiting();
    for (const change of [create, say('two', ticketId(11))]) {
      await expect(outbox.replace(id, change, null)).rejects.toMatchObject({ problem: { kind: 'invalid-input' } });
    }
  });

  it('is not taken for what is gone, was sent, or may have arrived', async () => {
    const { outbox, api, reached } = ownOutbox({ retryPolicy: { searchDelaysMs: [3_600_000, 0] } });
    const kindOf = (id: ChangeId) =>
      outbox.replace(id, say('two'), null).catch((error: ProblemError) => error.problem.kind);
    expect(await kindOf(changeIdOf(1))).toBe('change-discarded');
    const { id: sent } = outbox.add(say('one'), null);
    await reached(sent, 'sent');
    expect(await kindOf(sent)).toBe('change-sent');
    api.addComment.mockImplementation(failing('timeout'));
    const { id: lost } = outbox.add(say('one'), null);
    await reached(lost, 'unconfirmed');
    expect(await kindOf(lost)).toBe('change-sent');
  });
});

describe('a change that the user wants sent', () => {
  it('is sent although the server asked for a pause', async () => {
    const { outbox, api, item, reached, problems } = ownOutbox();
    const error = new ProblemError('rate-limited', { retryAfterMs: 3_600_000 });
    api.addComment.mockRejectedValueOnce(error);
    const { id } = outbox.add(say('one'), null);
    await vi.waitFor(() => expect(item(id)?.problem).not.toBeNull());
    expect(problems).toEqual([error]);
    outbox.send(id);
    await reached(id, 'sent');
  });

  it('is sent although it was refused, of which it is shown at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); // refusals are collected for a while
    onTestFinished(() => void vi.useRealTimers());
    const { outbox, api, item, reached, refused, shown } = ownOutbox();
    api.addComment.mockImplementationOnce(failing('rejected'));
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'refused');
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ state: 'refused' }]));
    let goOn: () => void = () => undefined;
    api.readTicket.mockImplementationOnce(
      () =>
        new Promise((_resolve, reject) => {
          goOn = () => reject(new ProblemError('no-connection'));
        }),
    );
    outbox.send(id);
    expect(item(id)).toMatchObject({ state: 'waiting', problem: null });
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ state: 'waiting' }]));
    goOn();
    vi.advanceTimersByTime(2_000);
    expect(refused).toEqual([{ id: ticketId(10), title: 'Cage' }]);
  });

  it('is only searched for sooner while it is not known whether it arrived', async () => {
    const { outbox, api, item, reached } = ownOutbox({ retryPolicy: { searchDelaysMs: [3_600_000, 3_600_000] } });
    api.addComment.mockImplementation(failing('timeout'));
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'unconfirmed');
    api.readTicket.mockClear();
    outbox.send(id);
    await vi.waitFor(() => expect(api.readTicket).toHaveBeenCalled());
    expect([item(id)?.state, api.addComment.mock.calls.length]).toEqual(['unconfirmed', 1]);
  });

  it('is tried when the network may be back', async () => {
    const { outbox, api, item, reached } = ownOutbox();
    api.addComment.mockImplementationOnce(failing('gateway-refused'));
    api.readTicket.mockImplementationOnce(failing('no-connection'));
    const { id } = outbox.add(
      { kind: 'update', ticketId: ticketId(10), fields: { title: 'Gate' }, base: { title: 'Cage' } },
      null,
    );
    await vi.waitFor(() => expect(item(id)?.problem?.kind).toBe('no-connection'));
    outbox.wake();
    await reached(id, 'sent');
  });
});

describe('a change that is discarded', () => {
  it('is gone with what depends on it, with marks and copies', async () => {
    const test = ownOutbox();
    const { outbox, api, personal, reported, item } = test;
    api.createTicket.mockImplementation(failing('gateway-refused'));
    const { id, ticketId: local } = outbox.add(create, null);
    const { id: comment } = outbox.add(say('And', local), null);
    const { id: other } = outbox.add(say('Other', ticketId(77)), null);
    await outbox.attachBytes(local, 'a.txt', Buffer.from('abc'));
    const forgotten = vi.spyOn(personal, 'forgetTicket');
    expect(chunksIn(test)).toBe(1);
    reported.length = 0;
    await outbox.discard(id);
    expect([item(id), item(comment), item(other)?.id]).toEqual([undefined, undefined, other]);
    expect(forgotten).toHaveBeenCalledExactlyOnceWith(local);
    expect(reported).toContain('changed new');
    await vi.waitFor(() => expect(chunksIn(test)).toBe(0));
    await expect(outbox.discard(id)).rejects.toMatchObject({ problem: { kind: 'change-discarded' } });
  });

  it('leaves the marks of a ticket that stays', async () => {
    const { outbox, api, personal } = ownOutbox();
    api.addComment.mockImplementation(failing('gateway-refused'));
    const { id } = outbox.add(say('one'), null);
    const forgotten = vi.spyOn(personal, 'forgetTicket');
    await outbox.discard(id);
    expect(forgotten).not.toHaveBeenCalled();
  });
});
