import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { contentWords, kindWords } from '../state/change-words.ts';
import { loadMoreSent, loadSent, useSent } from '../state/sent.ts';
import { showTicket } from '../state/ticket.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';

/** The log of one's own requests: what, when, the answer, and the id under which the operator finds it. */
export function SentLog({ now }: { now: Date }) {
  const { items, total, problem } = useSent();
  useEffect(() => void loadSent(), []);

  return (
    <section className="outbox-part" aria-labelledby="sent-title">
      <h3 id="sent-title">{words.outbox.sentTitle}</h3>
      <p className="outbox-note">{items.length === 0 ? words.outbox.sentEmpty : words.outbox.sentLead}</p>
      {problem && <p className="pane-note">{`${problem.message} ${problem.todo}`}</p>}
      {items.length > 0 && (
        <ul className="log" aria-label={words.outbox.sentList}>
          {items.map((item) => (
            <li key={item.id} className="log-row">
              <span className="log-time tabular">
                {formatSince(new Date(item.answeredAtMs ?? item.createdAtMs), now)}
              </span>
              <div className="log-text">
                <p className="log-what">
                  <span className="change-kind">{kindWords(item)}</span>
                  <button
                    type="button"
                    className="change-ticket"
                    aria-label={words.outbox.showTicket(item.ticketTitle || item.ticketId)}
                    onClick={() => showTicket(item.ticketId)}
                  >
                    <bdi>{item.ticketTitle || item.ticketId}</bdi>
                  </button>
                </p>
                <p className="change-content" dir="auto">
                  {contentWords(item)}
                </p>
                <p className="log-answer selectable">
                  <span>{item.answer ?? words.outbox.confirmed}</span>
                  {item.correlationId && (
                    <span className="log-id">
                      <span className="problem-id">{item.correlationId}</span>
                      <CopyButton text={item.correlationId} label={words.problem.copyCorrelationId} />
                    </span>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {items.length < total && (
        <Button variant="default" size="xs" className="log-more" onClick={() => void loadMoreSent()}>
          {words.outbox.sentMore}
        </Button>
      )}
    </section>
  );
}
