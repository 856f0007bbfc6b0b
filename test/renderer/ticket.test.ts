import { beforeEach, expect, it, vi } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import type { CachedTicket } from '../../electron/contract/ticket.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { openTicket, readTicket, useTicket } from '../../renderer/state/ticket.ts';
import { aTicket, ticketId } from '../support/tickets.ts';

const ticket: CachedTicket = { summary: aTicket(1), detail: null, detailConfirmedAtMs: null, isGone: false };
const one = ticket.summary.id;
const other = ticketId(2);
const read = vi.fn();

beforeEach(async () => {
  read.mockReset().mockResolvedValue({ ok: true, value: ticket });
  vi.stubGlobal('window', { desk: { tickets: { read } } });
  resetAccountStores();
  await openTicket(one);
  read.mockResolvedValue({ ok: false, problem: problem('disk-error') });
});

it('shows no other ticket where one cannot be read, so that nothing is written into that', async () => {
  await openTicket(other);
  expect(useTicket.getState()).toMatchObject({ openId: other, ticket: undefined, problem: { kind: 'disk-error' } });
});

it('goes on showing a ticket that cannot be read once more', async () => {
  await readTicket();
  expect(useTicket.getState()).toMatchObject({ openId: one, ticket, problem: { kind: 'disk-error' } });
});
