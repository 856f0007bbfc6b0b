/*
 * The box at the foot of a ticket in which a comment is written, or one of the outbox rewritten. Its text is a draft from the first
 * key on. Ctrl+Enter (⌘ Return) adds the comment.
 */

import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { commentTextSchema } from '../../electron/contract/fields.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { limits, longestTyped } from '../../electron/contract/specification.ts';
import { type CommentEdit, endCommentEdit, useCommentEdit } from '../state/comment.ts';
import {
  addToCommentDraft,
  discardDraft,
  draftKeys,
  flushDrafts,
  saveDraft,
  useDrafts,
  useIsSubmitted,
} from '../state/drafts.ts';
import { commentId, focusComment } from '../state/screen.ts';
import { hasLeftOutbox, submitChange } from '../state/submit.ts';
import { useTicket } from '../state/ticket.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { fieldNote } from '../ui/field-note.tsx';
import { InsertText, insertInto, useCursorAtEnd } from '../ui/insert-text.tsx';
import paneStyles from '../ui/pane.module.css';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAriaKeys } from '../ui/use-aria-keys.ts';
import { useShownErrors } from '../ui/use-shown-errors.ts';
import { words } from '../words/words.ts';
import styles from './comment-box.module.css';

type Props = { ticketId: TicketId; edit: CommentEdit | null; whyLocked: string | null };

const text = words.form.comment;

export function CommentBox({ ticketId, edit, whyLocked }: Props) {
  const key = edit ? draftKeys.change(edit.changeId) : draftKeys.comment(ticketId);
  const draft = useDrafts(({ drafts }) => drafts.get(key)?.content);
  const comment = draft?.form === 'comment' ? draft.comment : (edit?.original ?? '');
  const isBusy = useIsSubmitted(key);
  const [failed, setFailed] = useState<{ key: string; problem: Problem } | null>(null);
  const problem = failed?.key === key ? failed.problem : null;
  const box = useRef<HTMLTextAreaElement>(null);
  useCursorAtEnd(box);
  const site = useTicket(({ ticket }) => ticket?.summary.site ?? '');
  const error = commentTextSchema.safeParse(comment).error?.issues[0]?.message;
  const { shown, typed, left } = useShownErrors<'comment'>(comment !== '' && error ? { comment: error } : {});

  function type(value: string) {
    if (value === (edit?.original ?? '')) discardDraft(key);
    else saveDraft(key, { form: 'comment', ticketId, comment: value, changeId: edit?.changeId ?? null });
    typed('comment');
  }

  async function add() {
    box.current?.focus();
    if (error !== undefined || isBusy || whyLocked !== null) return;
    const isShown = () => useTicket.getState().openId === ticketId;
    const submitted = await submitChange({ kind: 'comment', ticketId, comment }, key, edit?.changeId ?? null, isShown);
    if (!submitted) return;
    setFailed(submitted.problem && { key, problem: submitted.problem });
    // By now another comment may be rewritten in this place.
    if (submitted.problem || useCommentEdit.getState().edit?.changeId !== edit?.changeId) return;
    if (document.activeElement === box.current) stopEditing();
    else endCommentEdit();
  }

  /** For a comment that was sent while it was being rewritten: the text is appended to the draft of a new comment. */
  function detach() {
    addToCommentDraft(ticketId, comment);
    discardDraft(key); // only now: the disk is written in this order
    stopEditing();
  }

  /** A box for a new comment replaces this one, and gets the focus. */
  function stopEditing() {
    flushSync(endCommentEdit);
    focusComment();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void add();
    }
  }

  return (
    <div className={`${paneStyles.foot} ${styles.box}`} data-filled={comment !== '' || undefined}>
      {edit && (
        <CommentEditNote
          comment={comment}
          whyLocked={whyLocked}
          onStop={() => {
            discardDraft(key);
            stopEditing();
          }}
        />
      )}
      {problem && (
        <ProblemNote problem={problem}>
          {hasLeftOutbox(problem) && (
            <Button size="xs" variant="default" onClick={detach}>
              {words.form.makeNew}
            </Button>
          )}
        </ProblemNote>
      )}
      <div className={styles.line}>
        <Textarea
          ref={box}
          id={commentId}
          className={styles.input}
          aria-label={text.label}
          aria-keyshortcuts={useAriaKeys('commentOnTicket')}
          aria-describedby={whyLocked === null ? undefined : 'ticket-locked'}
          placeholder={whyLocked === null ? text.placeholder : text.locked}
          value={comment}
          error={shown.comment}
          description={fieldNote(comment, limits.comment)}
          inputWrapperOrder={['input', 'error', 'description']}
          maxLength={longestTyped}
          readOnly={whyLocked !== null || isBusy}
          rows={1}
          dir="auto"
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onBlur={() => {
            left('comment');
            void flushDrafts();
          }}
          onKeyDown={onKeyDown}
        />
        <InsertText
          key={ticketId} // what it asks is about this ticket
          site={site}
          isDisabled={whyLocked !== null || isBusy}
          onInsert={(inserted) => insertInto(box.current, inserted, type)}
        />
        <BusyButton
          variant={comment === '' ? 'default' : 'filled'}
          isBusy={isBusy}
          aria-disabled={whyLocked !== null || undefined}
          {...(whyLocked !== null && { 'data-disabled': true })}
          aria-describedby={whyLocked === null ? undefined : 'ticket-locked'}
          onClick={() => void add()}
        >
          {text.add}
        </BusyButton>
      </div>
    </div>
  );
}

type CommentEditNoteProps = { comment: string; whyLocked: string | null; onStop: () => void };

/** Says that the box holds a comment of the outbox. If the ticket takes no comments, it says why and offers to copy the text. */
function CommentEditNote({ comment, whyLocked, onStop }: CommentEditNoteProps) {
  return (
    <div className={styles.edits} role="note">
      <span>{whyLocked === null ? text.edits : text.editsLocked({ why: whyLocked })}</span>
      {whyLocked !== null && <CopyButton text={comment} label={text.copy} />}
      <Button variant="subtle" size="compact-xs" onClick={onStop}>
        {text.stopEditing}
      </Button>
    </div>
  );
}
