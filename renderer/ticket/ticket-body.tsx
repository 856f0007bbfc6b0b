/* A ticket from its title down to its history, including the changes that the server has not confirmed. */

import { Skeleton } from '@mantine/core';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import { closedStatuses } from '../../electron/contract/specification.ts';
import type { TicketDetail, TicketSummary } from '../../electron/contract/ticket.ts';
import { useZoneOfSite } from '../state/site-notes.ts';
import { offlineCause, useStatus } from '../state/status.ts';
import { useTicket } from '../state/ticket.ts';
import { PendingBadge, StatusBadge } from '../ui/badges.tsx';
import paneStyles from '../ui/pane.module.css';
import shared from '../ui/shared.module.css';
import { SiteNoteText } from '../ui/site-note.tsx';
import { LinkedText, Marked } from '../ui/ticket-text.tsx';
import { FullTime, SiteZone, useNow } from '../ui/time.tsx';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import { Attachments } from './attachments.tsx';
import { Attention } from './attention.tsx';
import { Comments } from './comments.tsx';
import { MaintenanceDates } from './maintenance-dates.tsx';
import { PrivateNote } from './private-note.tsx';
import { SiteFact } from './site-fact.tsx';
import styles from './ticket.module.css';
import { TicketActions } from './ticket-actions.tsx';
import { SnoozedNote } from './ticket-marks.tsx';
import { WhatChanged } from './what-changed.tsx';

type Props = { ticket: ShownTicket; changes: readonly OutboxItem[] };

export function TicketBody({ ticket, changes }: Props) {
  const { summary, detail, detailConfirmedAtMs } = ticket;
  const { kept, recordProblem } = useTicket();
  const zone = useZoneOfSite(summary.site);
  const now = useNow();
  const isLocal = isLocalTicketId(summary.id);
  const isFetched = isLocal || (detail !== null && detailConfirmedAtMs !== null);
  return (
    <SiteZone value={zone}>
      <article className={`${styles.ticket} ${shared.selectable}`}>
        <header>
          <h2 className={styles.title} dir="auto">
            {summary.title ? <Marked text={summary.title} /> : words.inbox.untitled}
          </h2>
          <div className={styles.line}>
            <StatusBadge status={summary.status} />
            <PendingBadge changes={changes} isLocal={isLocal} />
            {detailConfirmedAtMs !== null && !isLocal && (
              <span className={`${styles.confirmed} ${shared.tabular}`}>
                {words.ticket.confirmed({ when: formatSince(new Date(detailConfirmedAtMs), now) })}
              </span>
            )}
          </div>
          <TicketActions ticket={ticket} changes={changes} />
        </header>
        <Attention ticket={ticket} />
        <SnoozedNote ticket={ticket} />
        <WhatChanged record={kept.record} problem={recordProblem} />
        <Facts summary={summary} detail={detail} changes={changes} />
        <SiteNoteText site={summary.site} />
        <PrivateNote ticketId={summary.id} note={ticket.marks.note} />
        <MaintenanceDates key={`dates ${summary.id}`} ticket={ticket} />
        {detail ? (
          <section className={styles.section}>
            <h3>{words.ticket.description}</h3>
            {detail.description ? (
              <p className={styles.prose} dir="auto">
                <LinkedText text={detail.description} />
              </p>
            ) : (
              <p className={styles.none}>{words.ticket.noDescription}</p>
            )}
          </section>
        ) : (
          <DetailMissing isGone={ticket.isGone} />
        )}
        <Attachments key={`files ${summary.id}`} ticketId={summary.id} record={kept.record} changes={changes} />
        <Comments
          ticketId={summary.id}
          record={kept.record}
          comments={detail?.comments ?? []}
          isFetched={isFetched}
          changes={changes}
        />
        <History summary={summary} isCancelling={cancelIn(changes) !== undefined} />
      </article>
    </SiteZone>
  );
}

type FactsProps = { summary: TicketSummary; detail: TicketDetail | null; changes: readonly OutboxItem[] };

/** The fields of the ticket except its prose and its dates. Those of the detail appear once it has been fetched. */
function Facts({ summary, detail, changes }: FactsProps) {
  const cancelReason = cancelReasonOf(detail, changes);
  return (
    <dl className={styles.facts}>
      <SiteFact site={summary.site} />
      <Fact name={words.ticket.facts.location} value={summary.location} />
      <Fact name={words.ticket.facts.requestType} value={summary.requestType} />
      <Fact name={words.ticket.facts.category} value={summary.category} />
      <Fact name={words.ticket.facts.createdBy} value={summary.createdBy} />
      {cancelReason !== '' && <Fact name={words.ticket.facts.cancelReason} value={cancelReason} />}
      {detail && (
        <>
          <Fact name={words.ticket.facts.customerReference} value={detail.customerReference} />
          <Fact name={words.ticket.facts.ticketType} value={detail.ticketType} />
          <Fact name={words.ticket.facts.notificationRecipients} value={detail.notificationRecipients} isWide />
        </>
      )}
    </dl>
  );
}

/** Returns the cancellation that the server has not confirmed. */
const cancelIn = (changes: readonly OutboxItem[]): OutboxItem | undefined =>
  changes.find(({ change, state }) => change.kind === 'cancel' && state !== 'refused');

/** Why a ticket was cancelled, or is being cancelled; `''` if it is not, or nobody said. */
function cancelReasonOf(detail: TicketDetail | null, changes: readonly OutboxItem[]): string {
  const cancel = cancelIn(changes)?.change;
  return cancel?.kind === 'cancel' ? cancel.reason : (detail?.cancelReason ?? '');
}

function Fact({ name, value, isWide = false }: { name: string; value: string; isWide?: boolean }) {
  return (
    <div className={styles.fact} data-wide={isWide || undefined}>
      <dt>{name}</dt>
      <dd dir="auto">{value ? <Marked text={value} /> : words.ticket.none}</dd>
    </div>
  );
}

type Step = { readonly name: string; readonly time: string; readonly note?: string };

/**
 * Returns the dates of a ticket, newest last. The server leaves out when some tickets were closed: the last change of a closed
 * one is then the latest that it can have been.
 * @param isCancelling it is only shown as cancelled, and the server has not closed it yet
 */
export function stepsOf({ status, createdOn, updatedOn, closedOn }: TicketSummary, isCancelling = false): Step[] {
  const isClosingUnstated = !isCancelling && closedOn === '' && updatedOn !== '' && closedStatuses.includes(status);
  const steps: Step[] = [
    { name: words.ticket.created, time: createdOn },
    isClosingUnstated
      ? { name: words.ticket.closed, time: updatedOn, note: words.ticket.closedUnstated }
      : { name: words.ticket.updated, time: updatedOn },
    { name: words.ticket.closed, time: closedOn },
  ];
  return steps.filter(({ time }) => time !== '');
}

/** The dates of the ticket, here and on site. */
function History({ summary, isCancelling }: { summary: TicketSummary; isCancelling: boolean }) {
  const steps = stepsOf(summary, isCancelling);
  if (steps.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{words.ticket.history}</h3>
      <ol className={styles.history} aria-label={words.ticket.history}>
        {steps.map((step) => (
          <li key={step.name}>
            <span className={styles.historyName}>{step.name}</span>
            <span>
              {step.note && <span className={styles.historyNote}>{step.note} </span>}
              <FullTime text={step.time} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Takes the place of the description until it has been fetched, and says whether it is on its way. */
function DetailMissing({ isGone }: { isGone: boolean }) {
  const connection = useStatus(({ status }) => status?.connection ?? 'connecting');
  const isHindered = useStatus(({ status }) => status !== null && offlineCause(status) !== null);
  return (
    <section className={styles.section}>
      <h3>{words.ticket.description}</h3>
      {isGone ? (
        <p className={styles.none}>{words.ticket.neverFetched}</p>
      ) : connection === 'online' || connection === 'connecting' ? (
        <div className={styles.fetching} role="note">
          <span className={shared.unseen}>{words.ticket.fetching}</span>
          <Skeleton height={10} width="92%" />
          <Skeleton height={10} width="78%" />
          <Skeleton height={10} width="85%" />
        </div>
      ) : (
        <p className={paneStyles.note}>
          {connection === 'offline' && !isHindered ? words.ticket.notFetchedOffline : words.ticket.notFetchedTrouble}
        </p>
      )}
    </section>
  );
}
