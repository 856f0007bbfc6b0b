import { Button } from '@mantine/core';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** A question over the window, for as long as it is rendered. Escape closes it; the focus goes back where it was. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // While it is still in the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus(); // React's `autoFocus` comes before it is shown
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault(); // it goes when its parent stops rendering it
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

/** The last line of a dialog that asks nothing. */
export function CloseLine({ label, onClose }: { label: string; onClose: () => void }) {
  return (
    <div className="button-line dialog-buttons">
      <Button variant="default" onClick={onClose}>
        {label}
      </Button>
    </div>
  );
}
