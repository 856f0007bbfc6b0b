/* The dialogs of what is done to many tickets: comment, cancel, add a recipient. Each shows first what it would do. */

import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { commentTextSchema } from '../../electron/contract/fields.ts';
import { type CancelReason, cancelReasons, limits, longestTyped } from '../../electron/contract/specification.ts';
import type { BulkAction } from '../../electron/contract/ticket-actions.ts';
import {
  addressIn,
  beginBulk,
  bulkKey,
  isAble,
  performBulk,
  previewBulk,
  useBulk,
  withdrawPreview,
} from '../state/bulk.ts';
import { closeDialog, useDialog } from '../state/dialogs.ts';
import { discardDraft, draftContent, draftKeys, flushDrafts, saveDraft, useIsSubmitted } from '../state/drafts.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { Dialog, DialogButtons } from '../ui/dialog.tsx';
import { fieldNote } from '../ui/field-note.tsx';
import { InsertText, insertInto, useCursorAtEnd } from '../ui/insert-text.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './bulk.module.css';
import { Preview } from './bulk-preview.tsx';

const text = words.list.bulk;
const [defaultReason] = cancelReasons;

export function BulkDialogs() {
  const open = useDialog((store) => store.open);
  if (open?.name === 'bulkComment') return <BulkComment draftKey={open.draft} />;
  if (open?.name === 'bulkCancel') return <BulkCancel />;
  return open?.name === 'bulkRecipient' && <BulkRecipient />;
}

/** What the preview of a comment asks about: its words decide nothing, and may not be written yet. */
const anyComment: BulkAction = { kind: 'comment', comment: '…' };

function BulkComment({ draftKey: key = draftKeys.bulkComment }: { draftKey: string | undefined }) {
  const [comment, setComment] = useState(() => draftContent(key, 'bulkComment')?.comment ?? '');
  const [isChecked, setChecked] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useCursorAtEnd(box);
  useBulkPreview(anyComment);
  const { ids } = useBulk();
  const isBusy = useIsSubmitted(key);
  const error = commentTextSchema.safeParse(comment).error?.issues[0]?.message;

  function type(value: string) {
    setComment(value);
    if (value === '') discardDraft(key);
    else saveDraft(key, { form: 'bulkComment', ticketIds: [...ids], comment: value });
  }

  function send() {
    setChecked(true);
    if (error === undefined) void performBulk({ kind: 'comment', comment }, key);
  }

  return (
    <BulkForm kind="comment" draftKey={key} onConfirm={send}>
      <div className={styles.line}>
        <Textarea
          ref={box}
          className={styles.input}
          label={words.form.comment.label}
          value={comment}
          error={isChecked || comment.length > limits.comment ? error : undefined}
          description={fieldNote(comment, limits.comment)}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          maxLength={longestTyped}
          readOnly={isBusy} // a draft of it that is saved now would outlive it
          rows={5}
          dir="auto"
          data-autofocus
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onBlur={() => void flushDrafts()}
        />
        <InsertText site="" isDisabled={isBusy} onInsert={(inserted) => insertInto(box.current, inserted, type)} />
      </div>
    </BulkForm>
  );
}

function BulkCancel() {
  const [reason, setReason] = useState<CancelReason>(defaultReason);
  useBulkPreview({ kind: 'cancel', reason: defaultReason });
  return (
    <BulkForm kind="cancel" onConfirm={() => void performBulk({ kind: 'cancel', reason }, null)}>
      <Radio.Group
        label={words.form.cancel.reason}
        value={reason}
        onChange={(value) => setReason(cancelReasons.find((offered) => offered === value) ?? defaultReason)}
      >
        <div className={styles.reasons}>
          {cancelReasons.map((offered) => (
            <Radio
              key={offered}
              value={offered}
              label={offered}
              description={words.form.cancel.hint[offered]}
              data-autofocus={offered === reason || undefined}
            />
          ))}
        </div>
      </Radio.Group>
    </BulkForm>
  );
}

function BulkRecipient() {
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const address = addressIn(typed);
  useEffect(beginBulk, []);
  useEffect(() => {
    // Whether a ticket has the recipient already depends on the address.
    if (address !== null) void previewBulk({ kind: 'recipient', address });
    else withdrawPreview();
  }, [address]);

  function add() {
    setChecked(true);
    if (address !== null) void performBulk({ kind: 'recipient', address }, null);
  }

  /** What was pasted with a name beside it becomes the address, so that the user sees what is added. */
  function leave() {
    if (address !== null) setTyped(address);
  }

  return (
    <BulkForm kind="recipient" needsPreview={address !== null} onConfirm={add}>
      <TextInput
        label={text.address}
        description={text.addressHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        inputMode="email"
        spellCheck={false}
        autoComplete="off"
        maxLength={longestTyped}
        value={typed}
        error={isChecked && address === null ? text.addressFault : undefined}
        data-autofocus
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={leave}
      />
    </BulkForm>
  );
}

/** Takes the tickets and finds out what the action would do to them, once. */
function useBulkPreview(action: BulkAction): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the dialog opens
  useEffect(() => {
    beginBulk();
    void previewBulk(action);
  }, []);
}

type FormProps = {
  kind: BulkAction['kind'];
  draftKey?: string;
  needsPreview?: boolean;
  onConfirm: () => void;
  children: ReactNode;
};

function BulkForm({ kind, draftKey, needsPreview = true, onConfirm, children }: FormProps) {
  const { ids, preview, problem } = useBulk();
  const isBusy = useIsSubmitted(bulkKey(kind, draftKey ?? null));
  const isLocked = !isAble(preview) && needsPreview;
  return (
    <Dialog title={text.title[kind]} onClose={closeDialog}>
      <form
        className={shared.dialogBody}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <p>{text.lead[kind]}</p>
        {children}
        {problem && <ProblemNote problem={problem} />}
        {needsPreview && !problem && <Preview preview={preview} />}
        <DialogButtons>
          <Button variant="default" onClick={closeDialog}>
            {text.keep[kind]}
          </Button>
          <BusyButton
            type="submit"
            {...(kind === 'cancel' && { color: 'red.8' })}
            isBusy={isBusy}
            {...(isLocked && { 'aria-disabled': true, 'data-disabled': true })}
          >
            {text.confirm[kind]({ count: preview?.able.length ?? ids.length })}
          </BusyButton>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
