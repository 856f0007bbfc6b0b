import { type Mock, vi } from 'vitest';
import type { DraftContent } from '../../electron/contract/draft.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useForm } from '../../renderer/state/form.ts';
import { localId, outboxItem, someCreate, someTicketId } from './outbox-items.ts';
import { aDetail, aShownTicket, aTicket } from './tickets.ts';

/** The ticket that forms are opened for. */
export const someTicket = aShownTicket(1, {
  summary: aTicket(1, { id: someTicketId, title: 'Door', status: 'New' }),
  detail: aDetail(),
});

/** A new ticket in the outbox. */
export const waitingCreate = outboxItem(1, someCreate);

export type OwnForms = {
  /** The drafts on the disk. */
  disk: Map<string, DraftContent>;
  /** What the outbox was asked. */
  outbox: { add: Mock; replace: Mock };
  /** What was asked of the ticket. */
  read: Mock;
  /** Makes the main process tell of this ticket, with what lies in the outbox. */
  hold: (ticket: ShownTicket) => void;
};

/** Empty stores of the page, and a main process that keeps drafts, takes every change and holds one ticket. */
export function ownForms(): OwnForms {
  const disk = new Map<string, DraftContent>();
  const done = () => Promise.resolve({ ok: true, value: null });
  const drafts = {
    save({ key, content }: { key: string; content: DraftContent }) {
      disk.set(key, content);
      return done();
    },
    remove({ key }: { key: string }) {
      disk.delete(key);
      return done();
    },
  };
  const outbox = {
    add: vi.fn().mockResolvedValue({ ok: true, value: { id: waitingCreate.id, ticketId: localId(1) } }),
    replace: vi.fn().mockImplementation(done),
  };
  let held: ShownTicket = someTicket;
  const read = vi.fn(() => Promise.resolve({ ok: true, value: held }));
  const record = () => Promise.resolve({ ok: true, value: [] });
  vi.stubGlobal('window', { desk: { drafts, outbox, tickets: { read, record } } });
  resetAccountStores();
  const hold = (ticket: ShownTicket) => {
    held = ticket;
  };
  return { disk, outbox, read, hold };
}

/** The fields of the form that is open. */
export const openFields = () => useForm.getState().open?.fields;
