import { Button } from '@mantine/core';
import { closeWindow, keepOpen, useClosing } from '../state/closing.ts';
import { Dialog } from '../ui/dialog.tsx';
import { countOf } from '../words/numbers.ts';
import { words } from '../words/words.ts';

const text = words.outbox.quit;

/** Says before the window closes that something is not sent yet, or not even on the disk. */
export function ClosingDialog() {
  const question = useClosing((store) => store.question);
  if (!question) return null;
  const { waiting, isTypedSaved, problem } = question;
  return (
    <Dialog title={isTypedSaved ? text.title : text.unsavedTitle} onClose={keepOpen}>
      <div className="question">
        {!isTypedSaved && <p>{text.unsaved}</p>}
        {problem && <p>{`${problem.message} ${problem.todo}`}</p>}
        {waiting > 0 && <p>{text.lead(countOf(waiting, 'change'))}</p>}
        {isTypedSaved && <p>{text.bySelf}</p>}
        <div className="button-line dialog-buttons">
          <Button variant={isTypedSaved ? 'default' : 'filled'} onClick={keepOpen}>
            {text.keepOpen}
          </Button>
          <Button variant={isTypedSaved ? 'filled' : 'default'} onClick={() => void closeWindow()}>
            {text.quit}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
