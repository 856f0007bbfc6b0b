/* The attachments of a ticket: those on the server, those on their way, and those that could not be attached. */

import { CloseButton, Progress } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { TicketRecord } from '../../electron/contract/news.ts';
import { dismissRefused, loadAttachments, useAttachmentsOf, useRefusedOf } from '../state/attachments.ts';
import { percentOf, problemOfChange } from '../state/change-words.ts';
import { discardAtOnce, useDiscarding } from '../state/confirmations.ts';
import { loadKept, useKeptOf } from '../state/kept-files.ts';
import { useStatus } from '../state/status.ts';
import { isNewFile } from '../state/ticket-record.ts';
import { OutboxButton, StateBadge } from '../ui/badges.tsx';
import { BusyButton } from '../ui/busy-button.tsx';
import { later } from '../ui/later.tsx';
import { ProblemLines } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { shownFileName } from '../words/file-names.ts';
import { words } from '../words/words.ts';
import { AttachmentRow } from './attachment-row.tsx';
import styles from './attachments.module.css';
import { SaveFiles } from './save-files.tsx';
import ticketStyles from './ticket.module.css';
import { useNewInSight } from './use-new-in-sight.ts';

const FileViewer = later(async () => (await import('./file-viewer.tsx')).FileViewer);

type Props = { ticketId: TicketId; record: TicketRecord; changes: readonly OutboxItem[] };

export function Attachments({ ticketId, record, changes }: Props) {
  const { list, problem } = useAttachmentsOf(ticketId);
  const isFetched = isLocalTicketId(ticketId) || (list !== null && list.fetchedAtMs !== null);
  const pending = changes.filter(({ change }) => change.kind === 'attachment');
  const attachments = list?.attachments ?? [];
  const count = attachments.length + pending.length;
  const kept = useKeptOf(ticketId);
  const [viewedId, setViewedId] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());

  const ul = useRef<HTMLUListElement>(null);
  useNewInSight(ul, ticketId, pending);
  useEffect(() => void loadAttachments(ticketId), [ticketId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that was read again may have other files kept
  useEffect(() => void loadKept(ticketId), [ticketId, list]);

  function select(id: string, isSelected: boolean) {
    const next = new Set(selected);
    if (isSelected) next.add(id);
    else next.delete(id);
    setSelected(next);
  }

  return (
    <section className={ticketStyles.section}>
      <h3>
        {words.action.attachments}
        {count > 0 && <span className={`${ticketStyles.count} ${shared.tabular}`}>{count}</span>}
      </h3>
      <RefusedFiles ticketId={ticketId} />
      {problem && <ProblemLines problem={problem} />}
      {attachments.length === 0 && (count === 0 || !isFetched) && (
        <p className={ticketStyles.none}>{isFetched ? words.action.noAttachments : words.action.attachmentsUnknown}</p>
      )}
      <ul ref={ul} className={styles.attachments} aria-label={words.action.attachments}>
        {attachments.map((attachment) => (
          <AttachmentRow
            key={attachment.id}
            ticketId={ticketId}
            attachment={attachment}
            kept={kept.get(attachment.id)}
            isNew={isNewFile(record, attachment)}
            isSelected={attachments.length > 1 ? selected.has(attachment.id) : null}
            onSelect={(isSelected) => select(attachment.id, isSelected)}
            onOpen={() => setViewedId(attachment.id)}
          />
        ))}
        {pending.map((item) => (
          <PendingAttachment key={item.id} item={item} />
        ))}
      </ul>
      <SaveFiles ticketId={ticketId} attachments={attachments} selected={selected} />
      {viewedId !== null && (
        <FileViewer
          ticketId={ticketId}
          attachments={attachments}
          viewedId={viewedId}
          onView={setViewedId}
          onClose={() => setViewedId(null)}
        />
      )}
    </section>
  );
}

/** Files that could not be attached, each with the reason, until the user dismisses them. */
function RefusedFiles({ ticketId }: { ticketId: TicketId }) {
  const refused = useRefusedOf(ticketId);
  if (refused.length === 0) return null;
  return (
    <div className={styles.refused} role="alert">
      <ul aria-label={words.action.notAttachedList}>
        {refused.map(({ fileName, problem }) => (
          <li key={fileName}>
            <strong>{words.action.notAttached({ file: shownFileName(fileName) })}</strong>
            <span>{`${problem.message} ${problem.todo}`}</span>
          </li>
        ))}
      </ul>
      <CloseButton size="sm" aria-label={words.action.notAttachedDismiss} onClick={() => dismissRefused(ticketId)} />
    </div>
  );
}

/** A file that the server has not confirmed: its progress, and a button that stops it. */
function PendingAttachment({ item }: { item: OutboxItem }) {
  const status = useStatus((store) => store.status);
  const isDiscarding = useDiscarding(({ ids }) => ids.has(item.id));
  if (item.change.kind !== 'attachment') return null;
  const problem = problemOfChange(item, status);
  const { fileName } = item.change;
  const isUnderway = item.state === 'waiting' || item.state === 'sending';
  return (
    <li className={styles.attachment} data-pending>
      <IconFileUpload className={styles.icon} size={18} stroke={1.6} aria-hidden="true" />
      <div className={styles.text}>
        <bdi className={styles.name}>{shownFileName(fileName)}</bdi>
        <p className={styles.note}>
          <StateBadge state={item.state} />
          {!problem && <span>{words.outbox.notConfirmed}</span>}
          <OutboxButton item={item} />
        </p>
        {problem && <ProblemLines problem={problem} />}
        {item.progress && (
          <Progress
            size={4}
            value={percentOf(item.progress)}
            aria-label={words.action.progress({ file: shownFileName(fileName) })}
            transitionDuration={150}
          />
        )}
      </div>
      <BusyButton
        variant="default"
        size="compact-sm"
        isBusy={isDiscarding}
        aria-label={
          isUnderway
            ? words.action.stopNamed({ file: shownFileName(fileName) })
            : words.outbox.discardNamed({ name: shownFileName(fileName) })
        }
        onClick={() => void discardAtOnce(item.id)}
      >
        {isUnderway ? words.action.stop : words.outbox.discard}
      </BusyButton>
    </li>
  );
}
