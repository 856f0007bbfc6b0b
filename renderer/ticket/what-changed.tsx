/* What others changed in a ticket: what is new since the user last looked, and below it, folded, the days before. */

import { Fragment, type ReactNode, useMemo } from 'react';
import type { TicketChange, TicketRecord } from '../../electron/contract/news.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { InMessage, slot } from '../ui/in-message.tsx';
import { ProblemLines } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { FullTime, Moment } from '../ui/time.tsx';
import { shownFileName } from '../words/file-names.ts';
import { words } from '../words/words.ts';
import { diffWords, withoutLongSame } from './text-diff.ts';
import ticketStyles from './ticket.module.css';
import styles from './what-changed.module.css';

type Props = { record: TicketRecord; problem: Problem | null };

const text = words.ticket.changes;

/** Longer changes are folded, in UTF-16 units. */
const longText = 400;

export function WhatChanged({ record, problem }: Props) {
  const fresh = record.filter(({ isNew }) => isNew).toReversed();
  const older = record.filter(({ isNew }) => !isNew).toReversed();
  if (record.length === 0 && !problem) return null;
  return (
    <section className={`${ticketStyles.section} ${styles.changes}`} data-new={fresh.length > 0 || undefined}>
      <h3>{text.heading}</h3>
      {problem && <ProblemLines problem={problem} />}
      {fresh.length > 0 && (
        <>
          <p className={styles.lead}>{text.newOnes}</p>
          <Entries entries={fresh} name={text.newOnes} />
        </>
      )}
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{text.older({ count: older.length })}</summary>
          <Entries entries={older} name={text.older({ count: older.length })} />
        </details>
      )}
    </section>
  );
}

function Entries({ entries, name }: { entries: TicketRecord; name: string }) {
  return (
    <ul className={styles.entries} aria-label={name}>
      {entries.map(({ foundAtMs, change }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is found at one time may hold the same change twice; newer ones come above
        <li key={`${foundAtMs} ${entries.length - index}`}>
          <Change change={change} />
          <p className={styles.time}>
            {'on' in change && change.on !== '' ? (
              <FullTime text={change.on} />
            ) : (
              <InMessage message={text.found({ when: slot })}>
                <Moment date={new Date(foundAtMs)} />
              </InMessage>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Change({ change }: { change: TicketChange }) {
  if (change.what === 'created') return <p>{text.created}</p>;
  if (change.what === 'touched') return <p>{text.touched}</p>;
  if (change.what === 'status') {
    return (
      <p>
        <span className={styles.field}>{text.status}</span> <bdi>{change.from || text.empty}</bdi>{' '}
        <span aria-hidden="true">→</span>
        <span className={shared.unseen}>{text.becomes}</span>{' '}
        <bdi className={styles.now}>{change.to || text.empty}</bdi>
      </p>
    );
  }
  if (change.what === 'file') return <p>{fileWords(shownFileName(change.fileName), change.by)}</p>;
  if (change.what === 'comment') {
    return (
      <>
        <p>{change.by === '' ? text.comment : text.commentBy({ who: change.by })}</p>
        <p className={styles.excerpt} dir="auto">
          {change.comment}
        </p>
      </>
    );
  }
  return <FieldChange change={change} />;
}

const fileWords = (file: string, who: string): string =>
  who === '' ? text.file({ file }) : text.fileBy({ file, who });

/** The names of the fields are those of the ticket below. */
const fieldNames = { ...words.ticket.facts, title: words.form.field.title, description: words.ticket.description };

function FieldChange({ change: { field, from, to } }: { change: Extract<TicketChange, { what: 'field' }> }) {
  const parts = useMemo(() => withoutLongSame(diffWords(from, to)), [from, to]);
  const difference = (
    <p className={styles.text} dir="auto">
      {parts.map(({ kind, text: words }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other identity than its position
        <Fragment key={index}>
          {kind === 'same' ? words : <Changed isAdded={kind === 'added'}>{words}</Changed>}
        </Fragment>
      ))}
    </p>
  );
  return (
    <>
      <p className={styles.field}>{fieldNames[field]}</p>
      {parts.reduce((length, part) => length + part.text.length, 0) <= longText ? (
        difference
      ) : (
        <details className={styles.long}>
          <summary>{text.showText}</summary>
          {difference}
        </details>
      )}
    </>
  );
}

/** Old text is struck through and new text underlined; a screen reader hears which is which. */
function Changed({ isAdded, children }: { isAdded: boolean; children: ReactNode }) {
  const Element = isAdded ? 'ins' : 'del';
  return (
    <Element className={isAdded ? styles.added : styles.removed}>
      <span className={shared.unseen}>{isAdded ? text.added : text.removed} </span>
      {children}
    </Element>
  );
}
