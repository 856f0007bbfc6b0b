/* The outbox against a server that answers as the vendor's was seen to: slow, in all its dialects, and with lag. */

import { expect, it } from 'vitest';
import { asObserved } from '../../electron/demo/as-observed.ts';
import { changesOf, kinds, timesThere, writing } from '../support/change-kinds.ts';
import { eventually, openTicket, ownOutbox, reached } from '../support/outbox.ts';
import { ownService } from '../support/session.ts';

/** The share of the observed time that each call takes here. */
const speed = 0.005;

it.each([
  ['every answer arrives', []],
  ['every first answer is lost', writing('drop-after', 4)],
  ['every first answer is a fault, though the change is made', writing('error-after', 4)],
] as const)('makes a change of each kind once where %s', async (_what, faults) => {
  const service = await ownService({
    ...asObserved(speed),
    emptyListForm: 'mixed',
    commentDelayMs: 60,
    ticketDelayMs: 60,
  });
  const test = await ownOutbox(service, { retryPolicy: { searchDelaysMs: [0, 100, 1_000] } });
  service.set({ faults });
  for (const [kind, id] of await changesOf(kinds, service, test)) {
    await reached(test, id, { state: 'sent' });
    expect(timesThere(kind, service)).toBe(1);
  }
});

it('shows a comment and a file from the moment that they were made until the server shows them', async () => {
  const service = await ownService({ ...asObserved(speed), emptyListForm: 'mixed', commentDelayMs: 60_000 });
  const test = await ownOutbox(service);
  const ticket = openTicket(service);
  test.cache.saveTicket(ticket, { ...ticket, comments: [] }, Date.now());
  const { id } = ticket;
  test.outbox.add({ kind: 'comment', ticketId: id, comment: 'Said' }, null);
  await test.outbox.attachBytes(id, 'a.txt', Buffer.from('a'));
  const shown = () => {
    const pending = test.outbox.list().items.length;
    const said = test.outbox.tickets.ticket(id)?.detail?.comments ?? [];
    const files = test.outbox.tickets.attachments(id, { attachments: [], fetchedAtMs: null }).attachments;
    return { pending, sent: said.length + files.length };
  };
  await eventually(() => {
    expect(shown().pending + shown().sent).toBe(2);
    expect(shown().pending).toBe(0);
  });
});
