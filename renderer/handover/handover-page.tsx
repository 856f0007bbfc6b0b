/* A hand-over as it is handed over, in which each ticket can be opened. */

import { Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Handover, HandoverEntry } from '../../electron/contract/handover.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import { tickNotes, useHandover } from '../state/handover.ts';
import { showTicket } from '../state/ticket.ts';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './handover.module.css';

const text = words.handover;

type Props = {
  handover: Handover;
  /** Private notes have a box to tick: one that is handed over already has only those that were. */
  canTickNotes?: boolean;
};

export function HandoverPage({ handover, canTickNotes = false }: Props) {
  const { sentence, facts, warning, sections, noteLabel } = handover;
  return (
    <div className={`${styles.paper} ${shared.selectable}`}>
      {sentence !== '' && (
        <p className={styles.sentence} dir="auto">
          {sentence}
        </p>
      )}
      <dl className={styles.facts}>
        {facts.map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </Fragment>
        ))}
      </dl>
      {warning !== '' && (
        <p className={styles.warning} role="note">
          <IconAlertTriangle size={16} aria-hidden="true" />
          {warning}
        </p>
      )}
      {sections.map(({ name, heading, none, entries, more }) => (
        <section key={name} className={styles.section}>
          <h3>{heading}</h3>
          {none !== '' && <p className={styles.none}>{none}</p>}
          {entries.length > 0 && (
            <ul className={styles.entries} aria-label={heading}>
              {entries.map((entry) => (
                <Entry key={entry.ticketId} entry={entry} noteLabel={noteLabel} canTickNotes={canTickNotes} />
              ))}
            </ul>
          )}
          {more !== '' && <p className={styles.none}>{more}</p>}
        </section>
      ))}
    </div>
  );
}

type EntryProps = { entry: HandoverEntry; noteLabel: string; canTickNotes: boolean };

function Entry({ entry: { ticketId, title, facts, lines, note }, noteLabel, canTickNotes }: EntryProps) {
  return (
    <li className={styles.entry}>
      <p className={styles.entryHead}>
        {!isLocalTicketId(ticketId) && <span className={styles.number}>{ticketId}</span>}
        <button
          type="button"
          className={styles.ticket}
          aria-label={text.openTicket({ title })}
          onClick={() => showTicket(ticketId)}
        >
          <bdi>{title}</bdi>
        </button>
        {facts.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two facts may be the same word
          <bdi key={index} className={styles.fact}>
            {fact}
          </bdi>
        ))}
      </p>
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map(({ time, text: line }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same
            <li key={index}>
              {time !== '' && <span className={`${styles.time} ${shared.tabular}`}>{time}</span>}
              <span className={styles.line} dir="auto">
                {line}
              </span>
            </li>
          ))}
        </ul>
      )}
      {note !== '' && (
        <div className={styles.note}>
          <p className={styles.noteText} dir="auto">
            <span className={styles.noteLabel}>{noteLabel}: </span>
            {note}
          </p>
          {canTickNotes && <NoteBox ticketId={ticketId} title={title} />}
        </div>
      )}
    </li>
  );
}

function NoteBox({ ticketId, title }: Pick<HandoverEntry, 'ticketId' | 'title'>) {
  const isTicked = useHandover(({ notesOf }) => notesOf.has(ticketId));
  return (
    <Checkbox
      size="xs"
      label={text.includeNote}
      aria-label={text.noteOf({ title })}
      checked={isTicked}
      onChange={({ currentTarget }) => tickNotes([ticketId], currentTarget.checked)}
    />
  );
}
