import type { TicketDetail, TicketSummary } from '../../electron/contract/ticket.ts';
import { useChoices } from '../inbox/choices-store.ts';
import { Marked } from '../inbox/marked.tsx';
import { words } from '../words.ts';

type Props = { summary: TicketSummary; detail: TicketDetail | null };

/** The ticket's fields, except for its prose and its dates. What only the detail has is left out until it is there. */
export function Facts({ summary, detail }: Props) {
  const city = useChoices((choices) => choices.site.find((site) => site.value === summary.site)?.note ?? '');
  return (
    <dl className="facts">
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
    <div className="fact" data-wide={isWide || undefined}>
      <dt>{name}</dt>
      <dd dir="auto">{value ? <Marked text={value} /> : words.ticket.none}</dd>
    </div>
  );
}
