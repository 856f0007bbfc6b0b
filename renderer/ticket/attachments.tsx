import './attachments.css';
import { Button, CloseButton, Progress } from '@mantine/core';
import { IconDownload, IconFile, IconFileUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Attachment } from '../../electron/contract/attachment.ts';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import { dismissRefused, loadAttachments, useAttachmentsOf, useRefusedOf } from '../state/attachments.ts';
import { percentOf } from '../state/change-words.ts';
import { attempt, useFault } from '../state/problems.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { StateMark } from '../ui/change-marks.tsx';
import { FullTime } from '../ui/local-time.tsx';
import { words } from '../words/words.ts';

type Props = { ticketId: TicketId; changes: readonly OutboxItem[] };

/** The ticket's files: those that the server has, those on their way, and those that could not be attached. */
export function Attachments({ ticketId, changes }: Props) {
  const { list, problem } = useAttachmentsOf(ticketId);
  const isLocal = isLocalTicketId(ticketId);
  const pending = changes.filter(({ change }) => change.kind === 'attachment');
  const attachments = list?.attachments ?? [];
  const count = attachments.length + pending.length;

  useEffect(() => void loadAttachments(ticketId), [ticketId]);

  return (
    <section className="ticket-part">
      <h3>
        {words.action.attachments}
        {count > 0 && <span className="ticket-count tabular">{count}</span>}
      </h3>
      <RefusedFiles ticketId={ticketId} />
      {problem && <p className="pane-note">{`${problem.message} ${problem.todo}`}</p>}
      {count === 0 && (
        <p className="ticket-none">
          {isLocal || list?.fetchedAtMs ? words.action.noAttachments : words.action.attachmentsUnknown}
        </p>
      )}
      <ul className="attachments" aria-label={words.action.attachments}>
        {attachments.map((attachment) => (
          <AttachmentRow key={attachment.id} ticketId={ticketId} attachment={attachment} />
        ))}
        {pending.map((item) => (
          <PendingAttachment key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** A file that the server has. It is saved where the user says, and never opened. */
function AttachmentRow({ ticketId, attachment }: { ticketId: TicketId; attachment: Attachment }) {
  const [isSaving, setSaving] = useState(false);
  const [savedAs, setSavedAs] = useState<string | null>(null);

  async function save() {
    setSaving(true);
    const outcome = await window.desk.attachments.save({ ticketId, attachmentId: attachment.id });
    setSaving(false);
    if (outcome.ok) setSavedAs(outcome.value.fileName);
    else useFault.setState({ problem: outcome.problem });
  }

  return (
    <li className="attachment">
      <IconFile className="attachment-icon" size={18} stroke={1.6} aria-hidden="true" />
      <div className="attachment-text">
        <bdi className="attachment-name">{attachment.fileName}</bdi>
        <p className="attachment-note">
          {attachment.createdBy && <bdi>{words.action.by(attachment.createdBy)}</bdi>}
          <FullTime text={attachment.createdOn} />
          <span className="attachment-saved" aria-live="polite">
            {savedAs !== null && words.action.savedFile(savedAs)}
          </span>
        </p>
      </div>
      <BusyButton
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={15} />}
        isBusy={isSaving}
        aria-label={words.action.saveFileNamed(attachment.fileName)}
        onClick={() => void save()}
      >
        {words.action.saveFile}
      </BusyButton>
    </li>
  );
}

/** Files that were not attached, each with its reason, until the user has read it. */
function RefusedFiles({ ticketId }: { ticketId: TicketId }) {
  const refused = useRefusedOf(ticketId);
  if (refused.length === 0) return null;
  return (
    <div className="refused-files" role="alert">
      <ul aria-label={words.action.notAttached}>
        {refused.map(({ fileName, problem }) => (
          <li key={fileName}>
            <strong>
              {words.action.notAttached}: <bdi>{fileName}</bdi>
            </strong>
            <span>{`${problem.message} ${problem.todo}`}</span>
          </li>
        ))}
      </ul>
      <CloseButton size="sm" aria-label={words.action.notAttachedDismiss} onClick={() => dismissRefused(ticketId)} />
    </div>
  );
}

/** A file that the server has not confirmed yet: how far it is, and the way to stop it. */
function PendingAttachment({ item }: { item: OutboxItem }) {
  if (item.change.kind !== 'attachment') return null;
  const { fileName } = item.change;
  const isGoing = item.state === 'waiting' || item.state === 'sending';
  return (
    <li className="attachment" data-pending>
      <IconFileUpload className="attachment-icon" size={18} stroke={1.6} aria-hidden="true" />
      <div className="attachment-text">
        <bdi className="attachment-name">{fileName}</bdi>
        <p className="attachment-note">
          <StateMark state={item.state} />
          {item.problem ? <span>{item.problem.message}</span> : <span>{words.outbox.notConfirmed}</span>}
        </p>
        {item.progress && (
          <Progress
            size={4}
            value={percentOf(item.progress)}
            aria-label={words.action.progress(fileName)}
            transitionDuration={150}
          />
        )}
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={isGoing ? words.action.stopNamed(fileName) : words.outbox.discardNamed(fileName)}
        onClick={() => void attempt(window.desk.outbox.discard({ id: item.id }))}
      >
        {isGoing ? words.action.stop : words.outbox.discard}
      </Button>
    </li>
  );
}
