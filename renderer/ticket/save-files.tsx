/* Saving several of a ticket’s files at once: the button, how far it has come, and what could not be saved. */

import { Button, CloseButton, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Attachment } from '../../electron/contract/attachment.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { dismissSaving, saveFiles, stopSaving, useSaving } from '../state/kept-files.ts';
import { shownFileName } from '../words/file-names.ts';
import { words } from '../words/words.ts';
import styles from './save-files.module.css';

type Props = { ticketId: TicketId; attachments: readonly Attachment[]; selected: ReadonlySet<string> };

export function SaveFiles({ ticketId, attachments, selected }: Props) {
  const saving = useSaving((store) => store.saving);
  const chosen = attachments.filter(({ id }) => selected.has(id));
  const isBusy = saving !== null && !saving.isOver;
  return (
    <div className={styles.save}>
      {attachments.length > 1 && !isBusy && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={15} />}
          onClick={() => void saveFiles(ticketId, chosen.length > 0 ? chosen : attachments)}
        >
          {chosen.length > 0 ? words.files.saveSelected({ count: chosen.length }) : words.files.saveAll}
        </Button>
      )}
      {saving?.ticketId === ticketId && <SavingState />}
    </div>
  );
}

function SavingState() {
  const saving = useSaving((store) => store.saving);
  if (!saving) return null;
  const { count, done, folder, isOver, isStopped, unsaved } = saving;
  const tried = done + unsaved.length;
  return (
    <div className={styles.state} role="status">
      {isOver ? (
        <p>{isStopped ? words.files.stopped({ done, count, folder }) : words.files.saved({ count: done, folder })}</p>
      ) : (
        <>
          <p>{words.files.saving({ done: Math.min(tried + 1, count), count })}</p>
          <Progress size={4} value={(100 * tried) / count} aria-label={words.files.savingLabel} />
        </>
      )}
      {unsaved.length > 0 && (
        <>
          <p>{words.files.notSaved({ count: unsaved.length })}</p>
          <ul className={styles.unsaved}>
            {unsaved.map(({ fileName, problem }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list only grows
              <li key={index}>
                <strong>
                  <bdi>{shownFileName(fileName)}</bdi>
                </strong>{' '}
                <span>{`${problem.message} ${problem.todo}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {isOver ? (
        <CloseButton className={styles.end} size="sm" aria-label={words.files.dismiss} onClick={dismissSaving} />
      ) : (
        <Button className={styles.end} variant="default" size="compact-sm" onClick={() => void stopSaving()}>
          {words.files.stopSaving}
        </Button>
      )}
    </div>
  );
}
