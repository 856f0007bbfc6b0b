import { describe, expect, it } from 'vitest';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { CachedTicket } from '../../electron/contract/ticket.ts';
import type { TicketAction } from '../../electron/contract/ticket-actions.ts';
import { disabledReason } from '../../renderer/state/ticket.ts';
import { localId, outboxItem, someCancel, someCreate, someTicketId } from '../support/outbox-items.ts';
import { aDetail, aTicket } from '../support/tickets.ts';

const actions: TicketAction[] = ['edit', 'cancel', 'comment', 'attach'];

function ticket(status: string, id: TicketId = someTicketId, hasDetail = true): CachedTicket {
  return {
    summary: aTicket(1, { id, status }),
    detail: hasDetail ? aDetail() : null,
    detailConfirmedAtMs: null,
    isGone: false,
  };
}

const locked = (...args: [CachedTicket, Parameters<typeof disabledReason>[2]?]) =>
  actions.filter((action) => disabledReason(action, args[0], args[1] ?? []) !== null);

describe('what can be done with a ticket', () => {
  it.each(['New', 'In Progress'])('is everything while it is %s', (status) =>
    expect(locked(ticket(status))).toEqual([]),
  );
  it.each(['Completed', 'Cancelled', 'Pending Customer', ''])('is nothing once it is %j', (status) => {
    expect(locked(ticket(status))).toEqual(actions);
    expect(disabledReason('edit', ticket(status), [])).toContain('New or In Progress');
  });
  it('is explained where the status is none that Colodesk knows', () => {
    expect(disabledReason('edit', ticket('Pending Customer'), [])).toMatch(/“Pending Customer”, a status .* not know/);
    expect(disabledReason('edit', ticket(''), [])).toContain('no status');
  });
  it('is nothing with a ticket that the server has no more', () => {
    const gone = { ...ticket('New'), isGone: true };
    expect(locked(gone)).toEqual(actions);
    expect(disabledReason('comment', gone, [])).toContain('no longer has this ticket, or you may not read it');
  });
  it('is no edit while the description is unknown', () => {
    expect(locked(ticket('New', someTicketId, false))).toEqual(['edit']);
  });
  it('is nothing while it is being cancelled, and everything again when that was refused', () => {
    expect(locked(ticket('Cancelled'), [outboxItem(1, someCancel)])).toEqual(actions);
    expect(disabledReason('edit', ticket('Cancelled'), [outboxItem(1, someCancel)])).toContain('being cancelled');
    expect(locked(ticket('New'), [outboxItem(1, someCancel, { state: 'refused' })])).toEqual([]);
  });
  it('is everything with a ticket that waits, and comments and files while it is being created', () => {
    const local = ticket('New', localId(1));
    expect(locked(local, [outboxItem(1, someCreate)])).toEqual([]);
    expect(locked(local, [outboxItem(1, someCreate, { state: 'unconfirmed' })])).toEqual(['edit', 'cancel']);
  });
});
