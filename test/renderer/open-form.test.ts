import { beforeEach, expect, it, vi } from 'vitest';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useForm } from '../../renderer/state/form.ts';
import { startEdit } from '../../renderer/state/open-form.ts';
import { localId, outboxItem, someCreate } from '../support/outbox-items.ts';
import { aDetail, aTicket } from '../support/tickets.ts';

const unsent = { summary: aTicket(1, { id: localId(1) }), detail: aDetail(), detailConfirmedAtMs: null, isGone: false };

beforeEach(() => {
  vi.stubGlobal('window', { desk: {} });
  resetAccountStores();
});

it('a ticket that was not sent yet is edited in its own change, and not before that is known', () => {
  startEdit(unsent, []);
  expect(useForm.getState().open).toBeNull();
  const create = outboxItem(1, someCreate);
  startEdit(unsent, [create]);
  expect(useForm.getState().open).toMatchObject({ form: 'new', changeId: create.id });
});
