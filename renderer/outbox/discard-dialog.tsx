import { Button } from '@mantine/core';
import { discardQuestion } from '../state/change-words.ts';
import { discardNow, keepItem, useDiscard } from '../state/discarding.ts';
import { Dialog } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';

/** Asks before a change is thrown away with which others go, or which may have arrived. */
export function DiscardDialog() {
  const item = useDiscard((store) => store.asked);
  if (!item) return null;
  return (
    <Dialog title={words.outbox.discardTitle} onClose={keepItem}>
      <div className="question">
        <p>
          <strong>
            {words.outbox.kind[item.change.kind]}: <bdi>{item.ticketTitle || words.inbox.untitled}</bdi>
          </strong>
        </p>
        <p>{discardQuestion(item)}</p>
        <div className="button-line dialog-buttons">
          <Button variant="default" data-autofocus onClick={keepItem}>
            {words.outbox.keep}
          </Button>
          <Button color="red.8" onClick={() => void discardNow(item)}>
            {words.outbox.discardAll}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
