/* The questions that the outbox asks: before a change with consequences is discarded, and before the window closes. */

import { Button } from '@mantine/core';
import { discardQuestion } from '../state/change-words.ts';
import {
  closeDiscardDialog,
  closeWindow,
  confirmDiscard,
  keepOpen,
  useClosingDialog,
  useDiscardDialog,
} from '../state/confirmations.ts';
import { Dialog, DialogButtons } from '../ui/dialog.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';

/** Asks before a change is discarded that other changes depend on, or that may have reached the server. */
export function DiscardDialog() {
  const item = useDiscardDialog((store) => store.item);
  if (!item) return null;
  return (
    <Dialog title={words.outbox.discardTitle} onClose={closeDiscardDialog}>
      <div className={shared.dialogBody}>
        <p>
          <strong>
            {words.outbox.discardWhat({
              kind: words.outbox.kind[item.change.kind],
              title: item.ticketTitle || words.inbox.untitled,
            })}
          </strong>
        </p>
        <p>{discardQuestion(item)}</p>
        <DialogButtons>
          <Button variant="default" data-autofocus onClick={closeDiscardDialog}>
            {words.outbox.keep}
          </Button>
          <Button color="red.8" onClick={() => void confirmDiscard(item)}>
            {words.outbox.discardAll}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}

const closingText = words.outbox.quit;

/** Asks before the window closes while changes are unsent, or while something typed could not be written to the disk. */
export function ClosingDialog() {
  const question = useClosingDialog((store) => store.question);
  if (!question) return null;
  const { waiting, isTypedSaved, problem } = question;
  return (
    <Dialog title={isTypedSaved ? closingText.title : closingText.unsavedTitle} onClose={keepOpen}>
      <div className={shared.dialogBody}>
        {!isTypedSaved && <p>{closingText.unsaved}</p>}
        {problem && <p>{`${problem.message} ${problem.todo}`}</p>}
        {waiting > 0 && <p>{closingText.lead({ count: waiting })}</p>}
        {isTypedSaved && <p>{closingText.bySelf}</p>}
        <DialogButtons>
          <Button variant={isTypedSaved ? 'default' : 'filled'} onClick={keepOpen}>
            {closingText.keepOpen}
          </Button>
          <Button variant={isTypedSaved ? 'filled' : 'default'} onClick={() => void closeWindow()}>
            {closingText.quit}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
