/* Why a ticket needs the user, in words at the top of the pane. */

import type { AttentionReason } from '../../electron/contract/attention.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import { parseServerTime } from '../../electron/contract/server-time.ts';
import { useTicket } from '../state/ticket.ts';
import { shownReasons } from '../state/ticket-record.ts';
import { useNow } from '../ui/time.tsx';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './attention.module.css';

const text = words.ticket.attention;

export function Attention({ ticket }: { ticket: ShownTicket }) {
  const kept = useTicket((store) => store.kept);
  const now = useNow();
  const reasons = shownReasons(kept, ticket, now.getTime());
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.reasons} aria-label={text.list}>
      {reasons.map((reason) => (
        <li key={reason} data-reason={reason}>
          {reasonWords(reason, { snoozedUntilMs: kept.snoozedUntilMs, updatedOn: ticket.summary.updatedOn }, now)}
        </li>
      ))}
    </ul>
  );
}

type Facts = { readonly snoozedUntilMs: number | null; readonly updatedOn: string };

const dayMs = 86_400_000;

/** Returns a reason as a sentence. */
export function reasonWords(reason: AttentionReason, { snoozedUntilMs, updatedOn }: Facts, now: Date): string {
  if (reason === 'reminder') {
    return snoozedUntilMs === null ? text.reminderOnly : reminderWords(new Date(snoozedUntilMs), now);
  }
  if (reason === 'quiet') {
    const updated = parseServerTime(updatedOn);
    const days = updated ? Math.floor((now.getTime() - updated.getTime()) / dayMs) : 0;
    return days > 0 ? text.quiet({ days }) : text.quietOnly;
  }
  return text[reason];
}

/** Says until when a ticket was snoozed, as people say it: `this morning`, `yesterday 08:00`. */
function reminderWords(date: Date, now: Date): string {
  if (date.toDateString() !== now.toDateString()) return text.reminder.earlier({ when: formatSince(date, now) });
  if (date.getHours() < 12) return text.reminder.morning;
  return date.getHours() < 18 ? text.reminder.afternoon : text.reminder.evening;
}
