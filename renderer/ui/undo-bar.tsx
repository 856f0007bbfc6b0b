import { Button, CloseButton } from '@mantine/core';
import { useRef } from 'react';
import { focusScreen } from '../state/focus.ts';
import { useUndo, withdrawUndo } from '../state/undo.ts';
import { words } from '../words/words.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** Offers back what was just thrown away. */
export function UndoBar() {
  const { sentence, undo } = useUndo();
  const bar = useRef<HTMLDivElement>(null);
  useKeptFocus(bar, focusScreen);
  return (
    <div ref={bar} className="undo" aria-live="polite">
      {sentence && (
        <div className="undo-card">
          <span>{sentence}</span>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              withdrawUndo();
              undo?.();
            }}
          >
            {words.form.undo}
          </Button>
          <CloseButton size="sm" aria-label={words.status.dismiss} onClick={withdrawUndo} />
        </div>
      )}
    </div>
  );
}
