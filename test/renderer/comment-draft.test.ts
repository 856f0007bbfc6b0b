import { beforeEach, expect, it, vi } from 'vitest';
import { addToCommentDraft } from '../../renderer/drafts/comment-draft.ts';
import { draftKeys } from '../../renderer/drafts/draft-keys.ts';
import { draftContent, resetDrafts } from '../../renderer/drafts/draft-store.ts';
import { someTicketId } from '../support/outbox-items.ts';

beforeEach(() => {
  vi.stubGlobal('window', { desk: {} });
  resetDrafts();
  return resetDrafts;
});

it('puts a comment behind the one that was begun, and loses neither', () => {
  addToCommentDraft(someTicketId, 'Begun.');
  addToCommentDraft(someTicketId, 'Sent meanwhile, and changed.');
  expect(draftContent(draftKeys.comment(someTicketId), 'comment')?.comment).toBe(
    'Begun.\n\nSent meanwhile, and changed.',
  );
});
