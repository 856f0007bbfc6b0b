import type { TicketSummary } from '../../electron/contract/ticket.ts';
import { FullTime } from '../parts/local-time.tsx';
import { words } from '../words.ts';

/** The ticket's dates, newest last, in local time. */
export function History({ summary }: { summary: TicketSummary }) {
  const steps = [
    { name: words.ticket.created, time: summary.createdOn },
    { name: words.ticket.updated, time: summary.updatedOn },
    { name: words.ticket.closed, time: summary.closedOn },
  ].filter((step) => step.time !== '');
  if (steps.length === 0) return null;
  return (
    <section className="ticket-part">
      <h3>{words.ticket.history}</h3>
      <ol className="history" aria-label={words.ticket.history}>
        {steps.map((step) => (
          <li key={step.name}>
            <span className="history-name">{step.name}</span>
            <FullTime text={step.time} />
          </li>
        ))}
      </ol>
    </section>
  );
}
