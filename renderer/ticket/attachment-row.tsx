/* A file on the server, in the list of a ticket’s files: it can be opened in the viewer, and saved where the user chooses. */

import { Checkbox } from '@mantine/core';
import { IconDeviceFloppy, IconDownload, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment, KeptAttachment } from '../../electron/contract/attachment.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { saveFile } from '../state/kept-files.ts';
import { NewBadge } from '../ui/badges.tsx';
import { BusyButton } from '../ui/busy-button.tsx';
import { FullTime } from '../ui/time.tsx';
import { formatBytes } from '../words/byte-sizes.ts';
import { shownFileName } from '../words/file-names.ts';
import { words } from '../words/words.ts';
import styles from './attachments.module.css';

type Props = {
  ticketId: TicketId;
  attachment: Attachment;
  kept: KeptAttachment | undefined;
  isNew: boolean;
  /** `null` where there is nothing to select. */
  isSelected: boolean | null;
  onSelect: (isSelected: boolean) => void;
  onOpen: () => void;
};

export function AttachmentRow({ ticketId, attachment, kept, isNew, isSelected, onSelect, onOpen }: Props) {
  const [isSaving, setSaving] = useState(false);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const name = shownFileName(attachment.fileName);

  async function save() {
    setSaving(true);
    setSavedAs(await saveFile(ticketId, attachment.id));
    setSaving(false);
  }

  return (
    <li className={styles.attachment}>
      {isSelected !== null && (
        <Checkbox
          size="xs"
          aria-label={words.files.select({ name })}
          checked={isSelected}
          onChange={({ currentTarget }) => onSelect(currentTarget.checked)}
        />
      )}
      <span className={styles.picture}>
        {kept?.thumbnail ? (
          <img draggable={false} src={kept.thumbnail} alt="" />
        ) : (
          <IconFile className={styles.icon} size={18} stroke={1.6} aria-hidden="true" />
        )}
      </span>
      <div className={styles.text}>
        <button type="button" className={styles.open} aria-label={words.files.open({ name })} onClick={onOpen}>
          <bdi>{name}</bdi>
        </button>
        <p className={styles.note}>
          {attachment.createdBy && <bdi>{words.action.by({ who: attachment.createdBy })}</bdi>}
          <FullTime text={attachment.createdOn} />
          {kept && (
            <span className={styles.kept} title={words.files.kept}>
              <IconDeviceFloppy size={13} stroke={1.6} role="img" aria-label={words.files.kept} />
              {formatBytes(kept.sizeBytes)}
            </span>
          )}
          {isNew && <NewBadge />}
          <span className={styles.saved} aria-live="polite">
            {savedAs !== null && words.action.savedFile({ file: savedAs })}
          </span>
        </p>
      </div>
      <BusyButton
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={15} />}
        isBusy={isSaving}
        aria-label={words.action.saveFileNamed({ file: shownFileName(attachment.fileName) })}
        onClick={() => void save()}
      >
        {words.action.saveFile}
      </BusyButton>
    </li>
  );
}
