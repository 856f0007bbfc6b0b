import { beforeEach, expect, it, vi } from 'vitest';
import type { DraftContent } from '../../electron/contract/draft.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { problem } from '../../electron/contract/problem.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { makeRoom, removeCommentText } from '../../renderer/state/comment-texts.ts';
import { draftContent, draftKeys, flushDrafts, saveDraft, useDrafts } from '../../renderer/state/drafts.ts';
import { useProblemBanner, useUndo } from '../../renderer/state/feedback.ts';
import { removeTemplate } from '../../renderer/state/templates.ts';

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

const id = '00000000-0000-4000-8000-000000000001';
it.each([
  ['text', () => removeCommentText({ id, name: 'Approved', text: 'Approved.' })],
  ['template', () => removeTemplate({ id, name: 'Cleaning', fields: emptyNewTicket })],
])('a removed %s that cannot be restored is said in the banner, since its dialog may be closed', async (_, remove) => {
  const kept = {
    list: () => Promise.resolve({ ok: true, value: [] }),
    remove: () => Promise.resolve({ ok: true, value: null }),
    save: () => Promise.resolve({ ok: false, problem: problem('disk-full') }),
  };
  const repeats = { list: () => Promise.resolve({ ok: true, value: { rhythms: [], waiting: [] } }) };
  vi.stubGlobal('window', { desk: { commentTexts: kept, templates: kept, repeats } });
  await remove();
  useUndo.getState().undo?.();
  await vi.waitFor(() => expect(useProblemBanner.getState().problem?.kind).toBe('disk-full'));
});
