/* A ticket from its title down to its history, including the changes that the server has not confirmed. */

import { Skeleton } from '@mantine/core';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import type { CachedTicket, TicketDetail, TicketSummary } from '../../electron/contract/ticket.ts';
import { useFacets } from '../state/query.ts';
import { offlineCause, useStatus } from '../state/status.ts';
import { PendingBadge, StatusBadge } from '../ui/badges.tsx';
import paneStyles from '../ui/pane.module.css';
import shared from '../ui/shared.module.css';
import { LinkedText, Marked } from '../ui/ticket-text.tsx';
import { FullTime, useNow } from '../ui/time.tsx';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import { Attachments } from './attachments.tsx';
import { Comments } from './comments.tsx';
import styles from './ticket.module.css';
import { TicketActions } from './ticket-actions.tsx';

type Props = { ticket: CachedTicket; changes: readonly OutboxItem[] };

export function TicketBody({ ticket, changes }: Props) {
  const { summary, detail, detailConfirmedAtMs } = ticket;
  const now = useNow();
  const isLocal = isLocalTicketId(summary.id);
  return (
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
              {words.ticket.confirmed(formatSince(new Date(detailConfirmedAtMs), now))}
            </span>
          )}
        </div>
        <TicketActions ticket={ticket} changes={changes} />
      </header>
      <Facts summary={summary} detail={detail} />
      {detail ? (
        <>
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
          <Attachments ticketId={summary.id} changes={changes} />
          <Comments comments={detail.comments} changes={changes} />
        </>
      ) : (
        <>
          <DetailMissing />
          <Attachments ticketId={summary.id} changes={changes} />
          <Comments comments={[]} changes={changes} />
        </>
      )}
      <History summary={summary} />
    </article>
  );
}

type FactsProps = { summary: TicketSummary; detail: TicketDetail | null };

/** The fields of the ticket except its prose and its dates. Those of the detail appear once it has been fetched. */
function Facts({ summary, detail }: FactsProps) {
  const city = useFacets((facets) => facets.site.find((site) => site.value === summary.site)?.note ?? '');
  return (
    <dl className={styles.facts}>
      <Fact name={words.ticket.facts.site} value={[summary.site, city].filter(Boolean).join(' · ')} />
      <Fact name={words.ticket.facts.location} value={summary.location} />
      <Fact name={words.ticket.facts.requestType} value={summary.requestType} />
      <Fact name={words.ticket.facts.category} value={summary.category} />
      <Fact name={words.ticket.facts.createdBy} value={summary.createdBy} />
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

function Fact({ name, value, isWide = false }: { name: string; value: string; isWide?: boolean }) {
  return (
    <div className={styles.fact} data-wide={isWide || undefined}>
      <dt>{name}</dt>
      <dd dir="auto">{value ? <Marked text={value} /> : words.ticket.none}</dd>
    </div>
  );
}

/** The dates of the ticket in local time, newest last. */
function History({ summary }: { summary: TicketSummary }) {
  const steps = [
    { name: words.ticket.created, time: summary.createdOn },
    { name: words.ticket.updated, time: summary.updatedOn },
    { name: words.ticket.closed, time: summary.closedOn },
  ].filter((step) => step.time !== '');
  if (steps.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{words.ticket.history}</h3>
      <ol className={styles.history} aria-label={words.ticket.history}>
        {steps.map((step) => (
          <li key={step.name}>
            <span className={styles.historyName}>{step.name}</span>
            <FullTime text={step.time} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Takes the place of the description until it has been fetched, and says whether it is on its way. */
function DetailMissing() {
  const connection = useStatus(({ status }) => status?.connection ?? 'connecting');
  const isHindered = useStatus(({ status }) => status !== null && offlineCause(status) !== null);
  return (
    <section className={styles.section}>
      <h3>{words.ticket.description}</h3>
      {connection === 'online' || connection === 'connecting' ? (
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
