import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import type { CachedTicket } from '../../electron/contract/ticket.ts';
import { Marked } from '../inbox/marked.tsx';
import { PendingMark } from '../outbox/pending-mark.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { formatSince } from '../parts/time.ts';
import { useNow } from '../parts/use-now.ts';
import { words } from '../words.ts';
import { Attachments } from './attachments.tsx';
import { Comments } from './comments.tsx';
import { DetailMissing } from './detail-missing.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { LinkedText } from './linked-text.tsx';
import { TicketActions } from './ticket-actions.tsx';

type Props = { ticket: CachedTicket; changes: readonly OutboxItem[] };

/** A ticket from its title down to its history, with what is not confirmed of it. */
export function TicketBody({ ticket, changes }: Props) {
  const { summary, detail, detailConfirmedAtMs } = ticket;
  const now = useNow();
  const isLocal = isLocalTicketId(summary.id);
  return (
    <article className="ticket selectable">
      <header>
        <h2 className="ticket-title" dir="auto">
          {summary.title ? <Marked text={summary.title} /> : words.inbox.untitled}
        </h2>
        <div className="ticket-line">
          <StatusBadge status={summary.status} />
          <PendingMark changes={changes} isLocal={isLocal} />
          {detailConfirmedAtMs !== null && !isLocal && (
            <span className="ticket-confirmed tabular">
              {words.ticket.confirmed(formatSince(new Date(detailConfirmedAtMs), now))}
            </span>
          )}
        </div>
        <TicketActions ticket={ticket} changes={changes} />
      </header>
      <Facts summary={summary} detail={detail} />
      {detail ? (
        <>
          <section className="ticket-part">
            <h3>{words.ticket.description}</h3>
            {detail.description ? (
              <p className="ticket-prose" dir="auto">
                <LinkedText text={detail.description} />
              </p>
            ) : (
              <p className="ticket-none">{words.ticket.noDescription}</p>
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
