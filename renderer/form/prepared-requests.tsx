/* The prepared requests that wait for the user, above the tickets that need attention. */

import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import type { PreparedRequest } from '../../electron/contract/repeats.ts';
import { openPrepared, skipPrepared, useRepeats } from '../state/repeats.ts';
import { focusGrid } from '../state/screen.ts';
import { useShownView } from '../state/views.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { wordsLocale } from '../words/numbers.ts';
import { words } from '../words/words.ts';
import styles from './prepared-requests.module.css';

const text = words.repeats;

/** Shown in the view `attention`, while any wait. */
export function PreparedRequests() {
  const waiting = useRepeats((store) => store.waiting);
  const isShown = useShownView() === 'attention' && waiting.length > 0;
  return isShown && <WaitingRequests waiting={waiting} />;
}

function WaitingRequests({ waiting }: { waiting: readonly PreparedRequest[] }) {
  const headingId = useId();
  const section = useRef<HTMLElement>(null);
  useKeptFocus(section, focusGrid); // a skipped request disappears with its buttons
  return (
    <section ref={section} className={styles.prepared} aria-labelledby={headingId} tabIndex={-1}>
      <h2 id={headingId}>{text.prepared}</h2>
      <p className={styles.hint}>{text.preparedLead}</p>
      <ul>
        {waiting.map((request) => (
          <li key={request.id}>
            <bdi className={styles.name}>{request.templateName}</bdi>
            <span className={styles.hint}>
              {formatDay(request.day)} {request.days > 1 && text.days({ count: request.days })}
            </span>
            <Button
              size="compact-sm"
              aria-label={text.openNamed({ name: request.templateName })}
              onClick={() => void openPrepared(request)}
            >
              {text.open}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={text.skipNamed({ name: request.templateName })}
              onClick={() => void skipPrepared(request)}
            >
              {text.skip}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Writes a day of the calendar, `yyyy-MM-dd`. */
export const formatDay = (day: string): string =>
  new Date(`${day}T12:00:00`).toLocaleDateString(wordsLocale, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  });
