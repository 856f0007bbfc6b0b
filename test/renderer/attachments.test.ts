import { beforeEach, expect, it, vi } from 'vitest';
import type { AttachedFiles, AttachResult } from '../../electron/contract/attachment.ts';
import type { Outcome } from '../../electron/contract/calls.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { type ProblemKind, problem } from '../../electron/contract/problem.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import {
  attachFiles,
  dismissRefused,
  loadAttachments,
  moveAttachments,
  useAttachments,
  useRefused,
} from '../../renderer/state/attachments.ts';
import { useProblemBanner } from '../../renderer/state/feedback.ts';
import { flushTyped } from '../../renderer/state/saver.ts';
import { localId, someTicketId } from '../support/outbox-items.ts';

const list = vi.fn();
const refusal: Outcome<AttachResult> = {
  ok: true,
  value: { added: 0, refused: [{ fileName: 'empty.txt', problem: problem('file-empty') }] },
};

beforeEach(() => {
  list.mockReset().mockResolvedValue({ ok: true, value: { attachments: [], fetchedAtMs: 1 } });
  vi.stubGlobal('window', { desk: { attachments: { list } } });
  resetAccountStores();
});

const refusedOf = (id: TicketId) =>
  useRefused
    .getState()
    .byTicket.get(id)
    ?.map(({ fileName }) => fileName);

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
  expect(refusedOf(someTicketId)).toEqual(['empty.txt']);
  expect(useProblemBanner.getState().problem).toBeNull();
  dismissRefused(someTicketId);
  expect(refusedOf(someTicketId)).toBeUndefined();
});

it('says what was not attached until it is dismissed, whatever is attached meanwhile', async () => {
  await loadAttachments(someTicketId);
  const refused = (fileName: string, kind: ProblemKind): Outcome<AttachResult> => ({
    ok: true,
    value: { added: 0, refused: [{ fileName, problem: problem(kind) }] },
  });
  await attachFiles(someTicketId, Promise.resolve(refused('a.txt', 'file-empty')));
  await attachFiles(someTicketId, Promise.resolve({ ok: true, value: { added: 1, refused: [] } }));
  expect(refusedOf(someTicketId)).toEqual(['a.txt']);
  await attachFiles(someTicketId, Promise.resolve(refused('b.txt', 'file-empty')));
  await attachFiles(someTicketId, Promise.resolve(refused('a.txt', 'file-unusable')));
  expect(refusedOf(someTicketId)).toEqual(['b.txt', 'a.txt']);
  dismissRefused(someTicketId);
  expect(refusedOf(someTicketId)).toBeUndefined();
});

it('says at once what was not attached where another ticket is shown by then, and keeps it for its own', async () => {
  await loadAttachments(someTicketId);
  await attachFiles(localId(1), Promise.resolve(refusal));
  expect(useProblemBanner.getState().problem?.message).toContain('empty.txt');
  await loadAttachments(localId(1));
  expect(refusedOf(localId(1))).toEqual(['empty.txt']);
});

it('finds the ticket that was created while its files were being attached', async () => {
  await loadAttachments(localId(1));
  let answer: (outcome: Outcome<AttachResult>) => void = () => {};
  const attaching = attachFiles(
    localId(1),
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  moveAttachments(localId(1), someTicketId);
  answer(refusal);
  await attaching;
  expect(refusedOf(someTicketId)).toEqual(['empty.txt']);
});

it('an account or a window is left only once the files are copied that the user attached', async () => {
  let end = () => {};
  const call = new Promise<Outcome<AttachedFiles>>((resolve) => {
    end = () => resolve({ ok: true, value: { added: 1, refused: [] } });
  });
  const attaching = attachFiles(someTicketId, call);
  const flushed = vi.fn();
  const flushing = flushTyped().then(flushed);
  await new Promise((resolve) => setImmediate(resolve)); // so that everything else has been saved
  expect(flushed).not.toHaveBeenCalled();
  end();
  await Promise.all([attaching, flushing]);
  expect(flushed).toHaveBeenCalledExactlyOnceWith(true);
});
