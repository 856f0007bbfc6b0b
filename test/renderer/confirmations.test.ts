import { beforeEach, expect, it, vi } from 'vitest';
import { groupIdSchema } from '../../electron/contract/ids.ts';
import { problem } from '../../electron/contract/problem.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import {
  discardAtOnce,
  discardGroup,
  prepareToClose,
  useClosingDialog,
  useDiscarding,
} from '../../renderer/state/confirmations.ts';
import { saveDraft } from '../../renderer/state/drafts.ts';
import { useProblemBanner, useUndo } from '../../renderer/state/feedback.ts';
import { outboxItem, someFile, someTicketId } from '../support/outbox-items.ts';

const save = vi.fn();
const close = vi.fn();
const saved = vi.fn();

beforeEach(() => {
  const done = { ok: true, value: null };
  close.mockReset().mockResolvedValue(done);
  saved.mockReset().mockResolvedValue(done);
  vi.stubGlobal('window', {
    desk: { drafts: { save }, system: { close, saved, awaitUser: () => Promise.resolve(done) } },
  });
  resetAccountStores();
  useClosingDialog.setState({ question: null });
  saveDraft('comment', { form: 'comment', ticketId: someTicketId, comment: 'Half a', changeId: null });
});

it('says why what was typed could not be saved, and leaves that to be read', async () => {
  save.mockResolvedValue({ ok: false, problem: problem('disk-error') });
  await prepareToClose(null);
  expect(useClosingDialog.getState().question).toEqual({
    waiting: 0,
    isTypedSaved: false,
    problem: problem('disk-error'),
  });
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-error');
  expect(close).not.toHaveBeenCalled();
});

it('closes when everything is on the disk', async () => {
  save.mockResolvedValue({ ok: true, value: null });
  await prepareToClose(null);
  expect(close).toHaveBeenCalledOnce();
});

it('asks nothing when the computer shuts down, whatever could not be saved', async () => {
  save.mockResolvedValue({ ok: false, problem: problem('disk-error') });
  await prepareToClose(7);
  expect(saved).toHaveBeenCalledExactlyOnceWith({ saveNumber: 7 });
  expect(useClosingDialog.getState().question).toBeNull();
});

it('a window that went into the tray still says what could not be saved', async () => {
  save.mockResolvedValue({ ok: false, problem: problem('disk-full') });
  await prepareToClose(7);
  expect(saved).toHaveBeenCalledExactlyOnceWith({ saveNumber: 7 });
  expect(useProblemBanner.getState().problem?.kind).toBe('disk-full');
});

it('a question stands until the user answers it, whatever is to be saved meanwhile', async () => {
  save.mockResolvedValue({ ok: false, problem: problem('disk-full') });
  await prepareToClose(null);
  const { question } = useClosingDialog.getState();
  expect(question).not.toBeNull();
  await prepareToClose(7);
  expect(useClosingDialog.getState().question).toBe(question);
  expect([saved.mock.calls.length, close.mock.calls.length]).toEqual([1, 0]);
});

it('knows which changes are being discarded until the call has ended', async () => {
  const { id } = outboxItem(1, someFile);
  let end: (outcome: unknown) => void = () => undefined;
  const discard = () =>
    new Promise((resolve) => {
      end = resolve;
    });
  vi.stubGlobal('window', { desk: { drafts: { save }, outbox: { discard } } });
  const discarded = discardAtOnce(id);
  expect([...useDiscarding.getState().ids]).toEqual([id]);
  end({ ok: false, problem: problem('not-confirmed') });
  expect(await discarded).toBe(false);
  expect(useDiscarding.getState().ids.size).toBe(0);
  expect(useProblemBanner.getState().problem?.kind).toBe('not-confirmed');
});

it('says of an action on many tickets what is kept, which the server may have confirmed long ago', async () => {
  const outbox = { discardGroup: () => Promise.resolve({ ok: true, value: { discarded: 3, kept: 9 } }) };
  vi.stubGlobal('window', { desk: { outbox } });
  await discardGroup(groupIdSchema.parse('00000000-0000-4000-8000-0000000000aa'));
  expect(useUndo.getState().sentence).toBe('3 changes discarded. 9 have left already, or may have, and are kept.');
});
