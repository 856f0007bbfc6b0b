import { beforeEach, expect, it, vi } from 'vitest';
import type { DraftContent } from '../../electron/contract/draft.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { makeRoom } from '../../renderer/state/comment-texts.ts';
import { draftContent, draftKeys, flushDrafts, saveDraft, useDrafts } from '../../renderer/state/drafts.ts';
import { useUndo } from '../../renderer/state/feedback.ts';

const key = draftKeys.commentText;
const typed = (text: string): DraftContent => ({ form: 'commentText', name: '', text });
const textsOfDrafts = () =>
  [...useDrafts.getState().drafts.values()].map(({ content }) => content.form === 'commentText' && content.text);

beforeEach(() => {
  const done = () => Promise.resolve({ ok: true, value: null });
  vi.stubGlobal('window', { desk: { drafts: { save: done, remove: done } } });
  resetAccountStores();
});

it('what is typed makes room for a text that is edited, and comes back beside what was typed since', async () => {
  saveDraft(key, typed('Begun'));
  makeRoom(key);
  await flushDrafts();
  expect(textsOfDrafts()).toEqual([]);
  saveDraft(key, typed('Since'));
  useUndo.getState().undo?.();
  expect(draftContent(key, 'commentText')?.text).toBe('Begun'); // where the user looks
  expect(textsOfDrafts()).toEqual(['Begun', 'Since']);
});

it('nothing is offered where nothing was typed', () => {
  makeRoom(key);
  expect(useUndo.getState().undo).toBeNull();
});
