/* The dialog in which a ticket is cancelled: it asks for the reason and says what each reason means. */

import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import { type CancelReason, cancelReasons } from '../../electron/contract/specification.ts';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import { closeCancelDialog, useCancelDialog } from '../state/confirmations.ts';
import { discardDraft, draftContent, draftKeys, saveDraft, useIsSubmitted } from '../state/drafts.ts';
import { submitChange } from '../state/submit.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { Dialog, DialogButtons } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './cancel-dialog.module.css';

const text = words.form.cancel;
const [defaultReason] = cancelReasons;

export function CancelDialog() {
  const ticket = useCancelDialog((store) => store.ticket);
  useEffect(() => closeCancelDialog, []); // the question must not outlive its account
  return ticket && <CancelForm key={ticket.id} ticket={ticket} onClose={closeCancelDialog} />;
}

function CancelForm({ ticket: { id, title }, onClose }: { ticket: TicketSummary; onClose: () => void }) {
  const key = draftKeys.cancel(id);
  const [reason, setReason] = useState<CancelReason>(() => draftContent(key, 'cancel')?.reason ?? defaultReason);
  const isBusy = useIsSubmitted(key);
  const [problem, setProblem] = useState<Problem | null>(null);

  function chooseReason(chosen: CancelReason) {
    setReason(chosen);
    if (chosen === defaultReason) discardDraft(key);
    else saveDraft(key, { form: 'cancel', ticketId: id, reason: chosen });
  }

  function keep() {
    discardDraft(key);
    onClose();
  }

  async function cancel() {
    if (isBusy) return;
    const isShown = () => useCancelDialog.getState().ticket?.id === id;
    const submitted = await submitChange({ kind: 'cancel', ticketId: id, reason }, key, null, isShown);
    if (!submitted) return;
    setProblem(submitted.problem);
    if (!submitted.problem && isShown()) onClose();
  }

  return (
    <Dialog title={text.title} onClose={onClose}>
      <form
        className={shared.dialogBody}
        onSubmit={(event) => {
          event.preventDefault();
          void cancel();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <p className={styles.ticket}>
          <bdi>{title || words.inbox.untitled}</bdi>
        </p>
        <p>{text.lead}</p>
        {problem && <ProblemNote problem={problem} />}
        <div className={styles.reasons} role="radiogroup" aria-labelledby="reason-label">
          <p id="reason-label" className={shared.fieldLabel}>
            {text.reason}
          </p>
          {cancelReasons.map((offered, index) => (
            <label key={offered} className={styles.reason}>
              <input
                type="radio"
                name="reason"
                value={offered}
                checked={offered === reason}
                aria-label={offered}
                aria-describedby={`reason-${index}`}
                data-autofocus={offered === reason || undefined}
                onChange={() => chooseReason(offered)}
              />
              <span>
                <span className={styles.reasonName}>{offered}</span>
                <span id={`reason-${index}`} className={styles.hint}>
                  {text.hint[offered]}
                </span>
              </span>
            </label>
          ))}
        </div>
        <DialogButtons>
          <Button variant="default" onClick={keep}>
            {text.keep}
          </Button>
          <BusyButton type="submit" color="red.8" isBusy={isBusy}>
            {text.cancel}
          </BusyButton>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
