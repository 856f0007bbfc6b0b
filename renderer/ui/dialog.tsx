import { Button } from '@mantine/core';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useProblemBanner } from '../state/feedback.ts';
import styles from './dialog.module.css';
import { FaultBanner } from './problem-note.tsx';
import shared from './shared.module.css';

/** `wide` for many fields; `palette` hides the title and fills the dialog up to its edge; `viewer` fills the window. */
type Kind = 'standard' | 'wide' | 'palette' | 'viewer';

type Props = { title: string; kind?: Kind; onClose: () => void; children: ReactNode };

/**
 * A modal dialog, open for as long as it is rendered. It is the browser's own: the focus stays inside, Escape closes it, and
 * afterwards the focus returns to where it was.
 */
export function Dialog({ title, kind = 'standard', onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // A layout effect, because its cleanup runs while the element is still in the page: only then does `close` return the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element) show(element);
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-kind={kind}
      aria-labelledby={titleId}
      onMouseDown={(event) => {
        // Beside the palette, which asks nothing: only there is the dialog itself hit.
        if (kind === 'palette' && event.target === event.currentTarget) onClose();
      }}
      onCancel={(event) => {
        event.preventDefault(); // the parent closes it by no longer rendering it
        // React tells it of a dialog that was opened from this one, too, which alone is left then.
        if (event.target === event.currentTarget) onClose();
      }}
      onClose={({ currentTarget }) => {
        // A second Escape cannot be prevented when the user did nothing in between, but whether it stays is the parent's decision.
        if (currentTarget.isConnected && !currentTarget.open) show(currentTarget);
      }}
    >
      <h2 id={titleId} className={kind === 'palette' ? shared.unseen : undefined}>
        {title}
      </h2>
      <NewFault />
      {children}
    </dialog>
  );
}

/** A problem that came since the dialog was opened: under it, the banner of the window is neither read aloud nor within reach. */
function NewFault() {
  const problem = useProblemBanner((store) => store.problem);
  const [before] = useState(problem);
  return problem !== before && <FaultBanner className={styles.fault} />;
}

function show(dialog: HTMLDialogElement): void {
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus(); // React's `autoFocus` acts before the dialog is shown
}

/** The line of buttons at the end of a dialog. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={`${shared.buttonLine} ${styles.buttons}`}>{children}</div>;
}

/** The last line of a dialog that asks nothing. */
export function CloseLine({ label, onClose }: { label: string; onClose: () => void }) {
  return (
    <DialogButtons>
      <Button variant="default" onClick={onClose}>
        {label}
      </Button>
    </DialogButtons>
  );
}
