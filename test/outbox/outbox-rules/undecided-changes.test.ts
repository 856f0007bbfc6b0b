/* What the user does with a change of which nobody knows whether it arrived. */

import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../electron/contract/problem.ts';
import { formatServerTime } from '../../../electron/contract/server-time.ts';
import { changeIdOf } from '../../support/stored-change.ts';
import { aDetail, aTicket } from '../../support/tickets.ts';
import { create, failing, ownOutbox, say } from './own-outbox.ts';

describe('a change of which nobody knows whether it arrived', () => {
  const alike = { comment: 'The door is', commentedBy: 'Ann', commentedOn: formatServerTime(Date.now() + 5_000) };

  /** The comment was searched for in vain; something alike stands in the ticket. */
  async function undecided(comments = [alike]) {
    const test = ownOutbox();
    test.api.addComment.mockImplementationOnce(() => {
      test.api.readTicket.mockResolvedValue({
        ...{ summary: aTicket(10, { status: 'New' }), detail: aDetail({ comments }) },
      });
      return Promise.reject(new ProblemError('timeout'));
    });
    const { id } = test.outbox.add(say('The door is open'), null);
    await vi.waitFor(() => expect(test.item(id)?.needsDecision).toBe(true));
    test.reported.length = 0;
    return { ...test, id };
  }

  it('is confirmed by what the user recognises', async () => {
    const { outbox, id, item, reported } = await undecided();
    const [lookalike] = item(id)?.lookalikes ?? [];
    await expect(outbox.claim(id, 'nothing')).rejects.toMatchObject({ problem: { kind: 'invalid-input' } });
    await outbox.claim(id, lookalike?.ref ?? '');
    expect(item(id)?.state).toBe('sent');
    expect(reported).toEqual(['changed WO10', 'confirmed comment of WO10']);
    await expect(outbox.claim(id, lookalike?.ref ?? '')).rejects.toMatchObject({ problem: { kind: 'change-sent' } });
    await expect(outbox.claim(changeIdOf(1), '')).rejects.toMatchObject({ problem: { kind: 'invalid-input' } });
  });

  it('is sent again if the user wants that', async () => {
    const { outbox, id, reached, api } = await undecided([]);
    outbox.send(id);
    await reached(id, 'sent');
    expect(api.addComment).toHaveBeenCalledTimes(2);
  });

  it('is discarded without another search once the user knows', async () => {
    const { outbox, id, item, reported } = await undecided();
    await outbox.discard(id);
    expect([item(id), reported]).toEqual([undefined, ['changed WO10']]);
  });

  /** The comment may have arrived, and the next search is far away. */
  async function lost(comments: (typeof alike)[]) {
    const test = ownOutbox({ retryPolicy: { searchDelaysMs: [3_600_000, 0] } });
    test.api.addComment.mockImplementationOnce(failing('timeout'));
    const { id } = test.outbox.add(say('The door is open'), null);
    await test.reached(id, 'unconfirmed');
    test.api.readTicket.mockResolvedValue({
      ...{ summary: aTicket(10, { status: 'New' }), detail: aDetail({ comments }) },
    });
    return { ...test, id };
  }

  it('is searched for before it is discarded: what arrived stays', async () => {
    const { outbox, id, item } = await lost([{ ...alike, comment: 'The door is open' }]);
    await expect(outbox.discard(id)).rejects.toMatchObject({
      problem: { kind: 'change-sent', todo: 'Open the ticket to see what arrived.' },
    });
    expect(item(id)?.state).toBe('sent');
  });

  it('is left to the user if something alike is found', async () => {
    const { outbox, id, item, shown } = await lost([alike]);
    await expect(outbox.discard(id)).rejects.toMatchObject({ problem: { kind: 'not-confirmed' } });
    expect(item(id)).toMatchObject({ needsDecision: true, lookalikes: [{ label: 'The door is' }] });
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ needsDecision: true }]));
    await outbox.discard(id);
    expect(item(id)).toBeUndefined();
  });

  it('is discarded if nothing is found', async () => {
    const { outbox, id, item } = await lost([]);
    await outbox.discard(id);
    expect(item(id)).toBeUndefined();
  });

  it('stays with all that depends on it if more is added while it is searched for', async () => {
    const { outbox, api, item, reached } = ownOutbox();
    api.createTicket.mockImplementationOnce(failing('timeout'));
    const { id, ticketId } = outbox.add(create, null);
    await reached(id, 'unconfirmed');
    const earlier = outbox.add(say('Bring a ladder', ticketId), null).id;
    const discarded = outbox.discard(id);
    const later = outbox.add(say('The left door', ticketId), null).id;
    const edited = outbox.replace(earlier, say('Bring two ladders', ticketId), null);
    await expect(edited).rejects.toMatchObject({ problem: { kind: 'change-sent' } });
    await expect(discarded).rejects.toMatchObject({
      problem: { kind: 'not-confirmed', kept: 'Nothing was discarded.' },
    });
    expect([id, earlier, later].map((each) => item(each)?.id)).toEqual([id, earlier, later]);
    await outbox.discard(id);
    expect([id, earlier, later].map(item)).toEqual([undefined, undefined, undefined]);
  });
});
