import type { CachedTicket } from '../../electron/contract/ticket.ts';
import { LinkedText } from '../parts/linked-text.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { formatSince } from '../parts/time.ts';
import { useNow } from '../parts/use-now.ts';
import { words } from '../words.ts';
import { Comments } from './comments.tsx';
import { DetailMissing } from './detail-missing.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';

/** A ticket from its title down to its history. */
export function TicketBody({ ticket: { summary, detail, detailConfirmedAtMs } }: { ticket: CachedTicket }) {
  const now = useNow();
  return (
    <article className="ticket selectable">
      <header className="ticket-head">
        <h2 className="ticket-title" dir="auto">
          {summary.title || words.inbox.untitled}
        </h2>
        <div className="ticket-line">
          <StatusBadge status={summary.status} />
          {detailConfirmedAtMs !== null && (
            <span className="ticket-confirmed tabular">
              {words.ticket.confirmed(formatSince(new Date(detailConfirmedAtMs), now))}
            </span>
          )}
        </div>
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
          <Comments comments={detail.comments} />
        </>
      ) : (
        <DetailMissing />
      )}
      <History summary={summary} />
    </article>
  );
}
