import { beforeEach, expect, it, vi } from 'vitest';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { moveCommentDraft } from '../../renderer/state/comment.ts';
import { addToCommentDraft, draftContent, draftKeys } from '../../renderer/state/drafts.ts';
import { localId, someTicketId } from '../support/outbox-items.ts';

beforeEach(() => {
  vi.stubGlobal('window', { desk: {} });
  resetAccountStores();
  return resetAccountStores;
});

it('puts a comment behind the one that was begun, and loses neither', () => {
  addToCommentDraft(someTicketId, 'Begun.');
  addToCommentDraft(someTicketId, 'Sent meanwhile, and changed.');
  expect(draftContent(draftKeys.comment(someTicketId), 'comment')?.comment).toBe(
    'Begun.\n\nSent meanwhile, and changed.',
  );
});

it('takes a comment along to the id that its ticket gets, behind what was begun there', () => {
  addToCommentDraft(localId(1), 'Offline.');
  addToCommentDraft(someTicketId, 'Since.');
  moveCommentDraft(localId(1), someTicketId);
  expect(draftContent(draftKeys.comment(someTicketId), 'comment')?.comment).toBe('Since.\n\nOffline.');
  expect(draftContent(draftKeys.comment(localId(1)), 'comment')).toBeNull();
});
