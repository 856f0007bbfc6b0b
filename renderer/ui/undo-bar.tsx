import { Button, CloseButton } from '@mantine/core';
import { useRef } from 'react';
import { useUndo, withdrawUndo } from '../state/feedback.ts';
import { focusScreen } from '../state/screen.ts';
import { words } from '../words/words.ts';
import styles from './undo-bar.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

/** Says what was done last, and offers to undo it where it can be undone. It is a live region, so screen readers announce it. */
export function UndoBar() {
  const { sentence, undo } = useUndo();
  const bar = useRef<HTMLDivElement>(null);
  useKeptFocus(bar, focusScreen);
  return (
    <div ref={bar} className={styles.bar} data-undo-bar aria-live="polite">
      {sentence && (
        <div className={styles.card}>
          <span>{sentence}</span>
          {undo && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                withdrawUndo();
                undo();
              }}
            >
              {words.form.undo}
            </Button>
          )}
          <CloseButton size="sm" aria-label={words.status.dismiss} onClick={withdrawUndo} />
        </div>
      )}
    </div>
  );
}
