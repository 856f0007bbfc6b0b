/* Files that come to a ticket from outside: dropped on the window or pasted. */

import { useEffect, useState } from 'react';
import type { TicketId } from '../../electron/contract/ids.ts';
import { attachFiles } from '../state/attachments.ts';
import { takesText } from '../state/screen.ts';
import { formatForFile } from '../words/time.ts';
import { words } from '../words/words.ts';

/**
 * Attaches files that are dropped or pasted to a ticket, and returns whether files are being dragged over the window. With
 * `null`, or behind a dialog, no ticket takes files: a dropped file is refused, because the window would open it.
 */
export function useIncomingFiles(ticketId: TicketId | null): boolean {
  const [isDragging, setDragging] = useState(false);

  useEffect(() => {
    let depth = 0; // the pointer enters an inner element before it leaves the outer one
    function onEnter(event: DragEvent) {
      if (!holdsFiles(event)) return;
      depth += 1;
      setDragging(takesFiles());
    }
    function onLeave(event: DragEvent) {
      if (!holdsFiles(event)) return;
      depth -= 1;
      if (depth <= 0) stop();
    }
    function onOver(event: DragEvent) {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = takesFiles() ? 'copy' : 'none';
    }
    function onDrop(event: DragEvent) {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      stop();
      attach([...(event.dataTransfer?.files ?? [])]);
    }
    function onPaste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isInDialog()) return;
      // Office programs copy a picture of the text together with the text; in a text box the text is meant.
      if (takesText(event.target) && event.clipboardData?.types.includes('text/plain')) return;
      event.preventDefault();
      attach(files.map((file) => namedForPaste(file, new Date())));
    }
    function stop() {
      depth = 0;
      setDragging(false);
    }
    function takesFiles(): boolean {
      return ticketId !== null && !isInDialog();
    }
    function attach(files: readonly File[]) {
      if (ticketId !== null && takesFiles() && files.length > 0) {
        void attachFiles(ticketId, window.desk.attachments.attach(ticketId, files));
      }
    }

    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
      setDragging(false);
    };
  }, [ticketId]);

  return isDragging;
}

/** The ticket lies behind a dialog, and the user does not mean it. */
const isInDialog = (): boolean => document.querySelector('dialog[open]') !== null;

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** The name that browsers give to every pasted picture. */
const clipboardName = /^image\.(\w+)$/;

/** Renames a pasted picture after the present time, so that two of them differ. Other files keep their names. */
function namedForPaste(file: File, now: Date): File {
  const extension = clipboardName.exec(file.name)?.[1];
  if (extension === undefined) return file;
  return new File([file], words.action.pastedName({ when: formatForFile(now), extension }), { type: file.type });
}
