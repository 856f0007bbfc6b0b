/* What the user does with a change of which nobody knows whether it arrived. */

import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../electron/contract/problem.ts';
import { formatServerTime } from '../../../electron/contract/server-time.ts';
import type { TicketSummary } from '../../../electron/contract/ticket.ts';
import { changeIdOf } from '../../support/stored-change.ts';
import { aDetail, aTicket, ticketId } from '../../support/tickets.ts';
import { create, failing, fields, ownOutbox, say } from './own-outbox.ts';

const pageOf = (...tickets: TicketSummary[]) => ({
  tickets,
  rowCount: tickets.length,
  totalElements: tickets.length,
  totalPages: 1,
  number: 0,
  size: 25,
  isLast: true,
});

/** Has the next list wait for its answer. Returns what gives it, once it was asked for. */
async function heldList({ api }: Pick<ReturnType<typeof ownOutbox>, 'api'>, ask: () => void) {
  let answer: (page: ReturnType<typeof pageOf>) => void = () => undefined;
  api.listTickets.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const asked = api.listTickets.mock.calls.length;
  ask();
  await vi.waitFor(() => expect(api.listTickets).toHaveBeenCalledTimes(asked + 1));
  return answer;
}

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
    await expect(outbox.claim(changeIdOf(1), '')).rejects.toMatchObject({ problem: { kind: 'change-discarded' } });
  });

  it('is confirmed by what happens to be named as something of another ticket', async () => {
    const test = await undecided();
    const { outbox, id, item, api } = test;
    const ref = item(id)?.lookalikes[0]?.ref ?? '';
    api.readTicket.mockResolvedValue({ summary: aTicket(11, { status: 'New' }), detail: aDetail() });
    api.addComment.mockImplementationOnce(() => {
      const detail = aDetail({ comments: [alike] });
      api.readTicket.mockResolvedValue({ summary: aTicket(11, { status: 'New' }), detail });
      return Promise.reject(new ProblemError('timeout'));
    });
    const { id: other } = outbox.add(say('The door is shut', ticketId(11)), null);
    await vi.waitFor(() => expect(item(other)?.lookalikes[0]?.ref).toBe(ref));
    await outbox.claim(id, ref);
    await outbox.claim(other, ref);
    expect([item(id)?.state, item(other)?.state]).toEqual(['sent', 'sent']);
  });

  it('is shown as what it has become', async () => {
    const { outbox, api, shown } = ownOutbox();
    let fail: () => void = () => undefined;
    api.addComment.mockImplementationOnce(
      () =>
        new Promise((_resolve, reject) => {
          fail = () => reject(new ProblemError('timeout'));
        }),
    );
    const { id } = outbox.add(say('The door is open'), null);
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ id, state: 'sending' }]));
    fail();
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject([{ id, state: 'unconfirmed' }]));
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

  it('stays if a note is written on it while it is searched for', async () => {
    const { outbox, api, item, reached, personal } = ownOutbox({ retryPolicy: { searchDelaysMs: [3_600_000] } });
    api.createTicket.mockImplementationOnce(failing('timeout'));
    const { id, ticketId } = outbox.add(create, null);
    await reached(id, 'unconfirmed');
    let discarded: Promise<void> = Promise.resolve();
    const answer = await heldList({ api }, () => {
      discarded = outbox.discard(id);
    });
    await personal.note(ticketId, 'Bob has the key');
    answer(pageOf());
    await expect(discarded).rejects.toMatchObject({ problem: { kind: 'not-confirmed' } });
    expect([item(id)?.id, personal.marks.of(ticketId).note]).toEqual([id, 'Bob has the key']);
    await outbox.discard(id);
    expect([item(id), personal.marks.of(ticketId).note]).toEqual([undefined, '']);
  });
});

describe('new tickets of which nobody knows whether they arrived', () => {
  const soon = formatServerTime(Date.now() + 5_000);
  const made = {
    status: 'New',
    site: 'AMS017',
    requestType: 'Amenities',
    category: 'Parking',
    createdOn: soon,
    updatedOn: soon,
  };
  /** Requests of these titles, whose answers were lost. */
  function lostRequests(test: ReturnType<typeof ownOutbox>, ...titles: string[]) {
    test.api.createTicket.mockImplementation(failing('timeout'));
    return titles.map((title) => test.outbox.add({ kind: 'create', fields: { ...fields, title } }, null).id);
  }

  it('are confirmed by one ticket once, also if the user recognises it twice at a time', async () => {
    const test = ownOutbox();
    const found = aTicket(30, { ...made, title: 'Door' });
    test.api.listTickets.mockImplementation(async () => pageOf(found));
    const ids = lostRequests(test, 'Door A', 'Door B');
    await vi.waitFor(() => expect(ids.map((id) => test.item(id)?.lookalikes.length)).toEqual([1, 1]));
    test.api.readTicket.mockResolvedValue({ summary: found, detail: aDetail() });
    const claims = await Promise.allSettled(ids.map((id) => test.outbox.claim(id, 'WO30')));
    expect(claims).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { problem: { kind: 'invalid-input', field: 'ref' } } },
    ]);
    expect(ids.map((id) => test.item(id)?.state)).toEqual(['sent', 'unconfirmed']);
  });

  it('are not offered the ticket that another one was found to have made while they were searched for', async () => {
    const test = ownOutbox({ retryPolicy: { searchDelaysMs: [3_600_000, 0] } });
    const [a, b] = lostRequests(test, 'Door A', 'Door B');
    if (!a || !b) throw new Error('two requests were added');
    await test.reached(a, 'unconfirmed');
    await test.reached(b, 'unconfirmed');
    const ofB = aTicket(31, { ...made, title: 'Door B' });
    let discarded: Promise<void> = Promise.resolve();
    const answer = await heldList(test, () => {
      discarded = test.outbox.discard(a);
    });
    test.api.listTickets.mockImplementation(async () => pageOf(ofB));
    test.api.readTicket.mockResolvedValue({ summary: ofB, detail: aDetail({ description: fields.description }) });
    test.outbox.send(b);
    await test.reached(b, 'sent');
    answer(pageOf(ofB));
    await discarded;
    expect(test.item(a)).toBeUndefined();
  });
});
