import { beforeEach, expect, it, vi } from 'vitest';
import type { Draft, DraftContent } from '../../electron/contract/draft.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { addToCommentDraft, draftKeys, flushDrafts, loadDrafts } from '../../renderer/state/drafts.ts';
import { changeNewTicket } from '../../renderer/state/form-actions.ts';
import { openNewTicket } from '../../renderer/state/open-form.ts';
import { someTicketId } from '../support/outbox-items.ts';

const disk = new Map<string, DraftContent>();
const list = vi.fn();
const done = () => Promise.resolve({ ok: true, value: null });

beforeEach(() => {
  disk.clear();
  list.mockReset();
  const save = ({ key, content }: { key: string; content: DraftContent }) => {
    disk.set(key, content);
    return done();
  };
  vi.stubGlobal('window', { desk: { drafts: { list, save, remove: done } } });
  resetAccountStores();
});

/** Begins to read a draft that is on the disk; what is typed before `arrives` is newer. */
function reading(draft: Draft) {
  disk.set(draft.key, draft.content);
  let answer: () => void = () => undefined;
  list.mockReturnValue(
    new Promise((resolve) => {
      answer = () => resolve({ ok: true, value: [draft] });
    }),
  );
  const read = loadDrafts();
  return {
    arrives: async () => {
      answer();
      await read;
      await flushDrafts();
    },
  };
}

it('a request that was typed before the one on the disk was read takes its place, and both stay', async () => {
  const yesterdays = { form: 'new', fields: { ...emptyNewTicket, title: 'Yesterday' }, changeId: null } as const;
  const { arrives } = reading({ key: draftKeys.newTicket, content: yesterdays, savedAtMs: 1 });
  openNewTicket();
  changeNewTicket({ title: 'Today' });
  await arrives();
  expect([...disk.values()]).toEqual([{ ...yesterdays, fields: { ...emptyNewTicket, title: 'Today' } }, yesterdays]);
});

it('a comment that was typed before the one on the disk was read stands before it', async () => {
  const key = draftKeys.comment(someTicketId);
  const older = { form: 'comment', ticketId: someTicketId, comment: 'Older.', changeId: null } as const;
  const { arrives } = reading({ key, content: older, savedAtMs: 1 });
  addToCommentDraft(someTicketId, 'Newer.');
  await arrives();
  expect(disk.get(key)).toEqual({ ...older, comment: 'Newer.\n\nOlder.' });
});
