/* Which tickets are the user’s. */

import { describe, expect, it } from 'vitest';
import { aTicket, ticketId } from '../../support/tickets.ts';
import { create, failing, ownOutbox, say } from './own-outbox.ts';

describe('a ticket is the user’s', () => {
  it('if the user changed it here', async () => {
    const { outbox, api } = ownOutbox();
    api.addComment.mockImplementation(failing('gateway-refused'));
    expect(outbox.isMine(ticketId(10))).toBe(false);
    outbox.add(say('one'), null);
    expect(outbox.isMine(ticketId(10))).toBe(true);
  });

  it('if an author made it whom the server named for a change of the user’s', async () => {
    const { outbox, cache, reached } = ownOutbox();
    cache.saveListed([
      aTicket(30, { createdBy: 'Ann' }),
      aTicket(31, { createdBy: '' }),
      aTicket(32, { createdBy: 'Bob' }),
    ]);
    expect(outbox.isMine(ticketId(30))).toBe(false);
    const { id } = outbox.add(say('one'), null);
    await reached(id, 'sent');
    expect([30, 31, 32, 99].map((number) => outbox.isMine(ticketId(number)))).toEqual([true, false, false, false]);
  });

  it('not if it was discarded', async () => {
    const { outbox, api } = ownOutbox();
    api.createTicket.mockImplementation(failing('gateway-refused'));
    const { id, ticketId: local } = outbox.add(create, null);
    expect(outbox.isMine(local)).toBe(true);
    await outbox.discard(id);
    expect(outbox.isMine(local)).toBe(false);
  });
});
