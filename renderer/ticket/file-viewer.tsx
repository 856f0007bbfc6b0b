/* The viewer: one of a ticket’s files in a dialog, with the files before and after it. What it shows was drawn elsewhere. */

import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Attachment, FileView } from '../../electron/contract/attachment.ts';
import type { Outcome } from '../../electron/contract/calls.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { formatBytes } from '../words/byte-sizes.ts';
import { shownFileName } from '../words/file-names.ts';
import { words } from '../words/words.ts';
import styles from './file-viewer.module.css';
import { ViewedPages } from './viewed-pages.tsx';
import { IconButton } from './viewer-button.tsx';

const text = words.files;

type Props = {
  ticketId: TicketId;
  attachments: readonly Attachment[];
  viewedId: string;
  onView: (id: string) => void;
  onClose: () => void;
};

export function FileViewer({ ticketId, attachments, viewedId, onView, onClose }: Props) {
  const index = attachments.findIndex(({ id }) => id === viewedId);
  const file = attachments[index];
  const outcome = useFileView(ticketId, viewedId);
  if (!file) return null;
  const step = (by: number) => {
    const next = attachments[index + by];
    if (next) onView(next.id);
  };

  function onKeyDown(event: KeyboardEvent) {
    // A page that is zoomed is scrolled with the same keys.
    if (event.target instanceof Element && event.target.closest('[data-scrolls]')) return;
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
  }

  return (
    <Dialog title={shownFileName(file.fileName)} kind="viewer" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only a shortcut; each file also has its button */}
      <div className={styles.viewer} onKeyDown={onKeyDown}>
        <div className={styles.bar}>
          {attachments.length > 1 && (
            <div className={styles.group}>
              <IconButton
                label={text.previousFile}
                icon={IconChevronLeft}
                isOff={index === 0}
                onClick={() => step(-1)}
              />
              <span>{text.position({ number: index + 1, count: attachments.length })}</span>
              <IconButton
                label={text.nextFile}
                icon={IconChevronRight}
                isOff={index === attachments.length - 1}
                onClick={() => step(1)}
              />
            </div>
          )}
          {outcome?.ok && <span className={styles.size}>{formatBytes(outcome.value.sizeBytes)}</span>}
          <SaveButton key={viewedId} ticketId={ticketId} attachmentId={viewedId} />
          <Button variant="default" size="compact-sm" data-autofocus onClick={onClose}>
            {text.close}
          </Button>
        </div>
        <ViewedFile key={viewedId} outcome={outcome} fileName={shownFileName(file.fileName)} />
      </div>
    </Dialog>
  );
}

/** Opens a file in the main process. `null` while it is being opened. */
function useFileView(ticketId: TicketId, attachmentId: string): Outcome<FileView> | null {
  const [opened, setOpened] = useState<{ attachmentId: string; outcome: Outcome<FileView> } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void window.desk.attachments.view({ ticketId, attachmentId }).then((outcome) => {
      if (isWanted) setOpened({ attachmentId, outcome });
    });
    return () => {
      isWanted = false;
    };
  }, [ticketId, attachmentId]);
  useEffect(() => () => void window.desk.attachments.closeView(), []);
  return opened?.attachmentId === attachmentId ? opened.outcome : null;
}

function ViewedFile({ outcome, fileName }: { outcome: Outcome<FileView> | null; fileName: string }) {
  if (!outcome)
    return (
      <p className={styles.note} role="status">
        {text.loading}
      </p>
    );
  if (!outcome.ok) return <ProblemNote className={styles.problem} problem={outcome.problem} />;
  const view = outcome.value;
  if (view.kind === 'other') return <p className={styles.note}>{text.notShown}</p>;
  if (view.kind !== 'text') return <ViewedPages view={view} fileName={fileName} />;
  return (
    <>
      {view.isCut && <p className={styles.cut}>{text.cut}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard */}
      <section className={styles.scroll} aria-label={fileName} tabIndex={0} data-scrolls>
        <pre className={styles.text} dir="auto">
          {view.text}
        </pre>
      </section>
    </>
  );
}

function SaveButton({ ticketId, attachmentId }: { ticketId: TicketId; attachmentId: string }) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  async function save() {
    setBusy(true);
    const outcome = await window.desk.attachments.save({ ticketId, attachmentId });
    setBusy(false);
    if (!outcome.ok) setSaid(`${outcome.problem.message} ${outcome.problem.todo}`);
    else setSaid(outcome.value.fileName === null ? '' : text.savedAs({ name: outcome.value.fileName }));
  }
  return (
    <>
      <span className={styles.said} role="status">
        {said}
      </span>
      <BusyButton
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={15} />}
        isBusy={isBusy}
        onClick={() => void save()}
      >
        {text.save}
      </BusyButton>
    </>
  );
}
