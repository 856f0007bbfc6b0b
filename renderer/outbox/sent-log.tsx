/* The section of the outbox screen that logs the requests the user has sent. */

import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { contentWords, kindWords } from '../state/change-words.ts';
import { loadMoreSent, loadSent, useSent } from '../state/outbox.ts';
import { showTicket } from '../state/ticket.ts';
import paneStyles from '../ui/pane.module.css';
import { CorrelationId } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './outbox.module.css';

/** Each request with its time, its answer, and the correlation id under which the operator finds it. */
export function SentLog({ now }: { now: Date }) {
  const { items, total, problem } = useSent();
  useEffect(() => void loadSent(), []);

  return (
    <section className={styles.section} aria-labelledby="sent-title">
      <h3 id="sent-title">{words.outbox.sentTitle}</h3>
      <p className={styles.note}>{items.length === 0 ? words.outbox.sentEmpty : words.outbox.sentLead}</p>
      {problem && <p className={paneStyles.note}>{`${problem.message} ${problem.todo}`}</p>}
      {items.length > 0 && (
        <ul className={styles.log} aria-label={words.outbox.sentList}>
          {items.map((item) => (
            <li key={item.id} className={styles.row}>
              <span className={`${styles.time} ${shared.tabular}`}>
                {formatSince(new Date(item.answeredAtMs ?? item.createdAtMs), now)}
              </span>
              <div className={styles.text}>
                <p className={styles.what}>
                  <span className={styles.kind} data-change-kind>
                    {kindWords(item)}
                  </span>
                  <button
                    type="button"
                    className={styles.ticket}
                    aria-label={words.outbox.showTicket({ title: item.ticketTitle || item.ticketId })}
                    onClick={() => showTicket(item.ticketId)}
                  >
                    <bdi>{item.ticketTitle || item.ticketId}</bdi>
                  </button>
                </p>
                <p className={styles.content} dir="auto">
                  {contentWords(item)}
                </p>
                <p className={`${styles.answer} ${shared.selectable}`}>
                  <span>{item.answer ?? words.outbox.confirmed}</span>
                  {item.correlationId && (
                    <span className={styles.id}>
                      <CorrelationId id={item.correlationId} />
                    </span>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {items.length < total && (
        <Button variant="default" size="xs" className={styles.more} onClick={() => void loadMoreSent()}>
          {words.outbox.sentMore}
        </Button>
      )}
    </section>
  );
}
