/* What turned up on the server and may be what a change made whose answer never came: the user says which one it is. */

import { useState } from 'react';
import type { Lookalike, OutboxItem } from '../../electron/contract/change.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { parseServerTime } from '../../electron/contract/server-time.ts';
import { attempt } from '../state/feedback.ts';
import { showTicket } from '../state/ticket.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { InMessage, slot } from '../ui/in-message.tsx';
import { shownFileName } from '../words/file-names.ts';
import { dayAndTime } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './outbox.module.css';

const text = words.outbox;

/** Lists what a change may have made, each with a button that confirms the change by it; a ticket can be looked at first. */
export function Lookalikes({ item, now }: { item: OutboxItem; now: Date }) {
  if (!item.needsDecision || item.lookalikes.length === 0) return null;
  return (
    // No list: in the outbox an item of a list is a change.
    <fieldset className={styles.lookalikes} aria-label={text.alike}>
      {item.lookalikes.map((lookalike) => (
        <div key={lookalike.ref} className={styles.lookalike}>
          <p>
            <InMessage message={questionOf(item, lookalike, now)}>
              <Label item={item} lookalike={lookalike} />
            </InMessage>
          </p>
          <ClaimButton item={item} lookalike={lookalike} />
        </div>
      ))}
    </fieldset>
  );
}

/** A new ticket is read from the server before the call returns, which takes seconds. */
function ClaimButton({ item, lookalike }: { item: OutboxItem; lookalike: Lookalike }) {
  const [isBusy, setBusy] = useState(false);

  async function claim() {
    setBusy(true);
    await attempt(window.desk.outbox.claim({ id: item.id, ref: lookalike.ref }));
    setBusy(false);
  }

  return (
    <BusyButton
      size="compact-sm"
      variant="default"
      isBusy={isBusy}
      aria-label={text.claimNamed({ label: labelOf(item, lookalike) })}
      onClick={() => void claim()}
    >
      {text.claim}
    </BusyButton>
  );
}

/** Edits and cancellations are safe to repeat, so nobody is asked about them. */
function questionOf({ change: { kind } }: OutboxItem, { appearedOn }: Lookalike, now: Date): string {
  if (kind === 'update' || kind === 'cancel') return slot;
  const date = parseServerTime(appearedOn);
  return text.alikeQuestion[kind]({ name: slot, ...(date ? dayAndTime(date, now) : { day: 'unknown', time: '' }) });
}

function labelOf({ change }: OutboxItem, { label }: Lookalike): string {
  return change.kind === 'attachment' ? shownFileName(label) : label;
}

function Label({ item, lookalike }: { item: OutboxItem; lookalike: Lookalike }) {
  const label = labelOf(item, lookalike);
  if (item.change.kind === 'comment') return <bdi>{label}</bdi>;
  if (item.change.kind !== 'create') return <bdi className={styles.alikeName}>{label}</bdi>;
  return (
    <button
      type="button"
      className={styles.ticket}
      aria-label={text.showTicket({ title: label })}
      onClick={() => showTicket(ticketIdSchema.parse(lookalike.ref))}
    >
      <bdi>{label}</bdi>
    </button>
  );
}
