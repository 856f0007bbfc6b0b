import { beforeEach, expect, it, vi } from 'vitest';
import type { AttachResult } from '../../electron/contract/attachment.ts';
import type { Outcome } from '../../electron/contract/calls.ts';
import { problem } from '../../electron/contract/problem.ts';
import {
  attachFiles,
  loadAttachments,
  moveAttachments,
  resetAttachments,
  useAttachments,
} from '../../renderer/ticket/attachment-store.ts';
import { localId, someTicketId } from '../support/outbox-items.ts';

const list = vi.fn();
const refusal: Outcome<AttachResult> = {
  ok: true,
  value: { added: 0, refused: [{ fileName: 'empty.txt', problem: problem('file-empty') }] },
};

beforeEach(() => {
  list.mockReset().mockResolvedValue({ ok: true, value: { attachments: [], fetchedAtMs: 1 } });
  vi.stubGlobal('window', { desk: { attachments: { list } } });
  resetAttachments();
});

it('asks the server nothing about a ticket that it does not have, and shows no other one’s files there', async () => {
  await loadAttachments(someTicketId);
  await loadAttachments(localId(1));
  expect(list).toHaveBeenCalledTimes(1);
  expect(useAttachments.getState()).toMatchObject({ ticketId: localId(1), list: null });
});

it('does not take the late answer about the ticket before', async () => {
  const first = loadAttachments(someTicketId);
  await loadAttachments(localId(1));
  await first;
  expect(useAttachments.getState().list).toBeNull();
});

it('keeps what was not attached on a ticket that is not sent, also when that is created', async () => {
  await loadAttachments(localId(1));
  await attachFiles(localId(1), Promise.resolve(refusal));
  moveAttachments(localId(1), someTicketId);
  await loadAttachments(someTicketId);
  expect(useAttachments.getState().refused).toHaveLength(1);
});
