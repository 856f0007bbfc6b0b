/* Times on the screen, each where the user is; in a ticket also where its site is, and on hover in UTC. */

import { Tooltip } from '@mantine/core';
import { createContext, useContext } from 'react';
import { parseServerTime } from '../../electron/contract/server-time.ts';
import { useClock } from '../state/clock.ts';
import {
  formatBrief,
  formatDayAndClock,
  formatHereAndUtc,
  formatOnSite,
  formatOnSiteBrief,
  formatUtc,
} from '../words/time.ts';
import { words } from '../words/words.ts';
import shared from './shared.module.css';
import styles from './time.module.css';

/** The time zone of the site that the times inside are about, an IANA name; `null`: of none, or it is not known. */
export const SiteZone = createContext<string | null>(null);

/** A server's time in full and local; see `Moment`. A text that is no time is shown unchanged. */
export function FullTime({ text }: { text: string }) {
  const date = parseServerTime(text);
  return date ? <Moment date={date} /> : <bdi>{text}</bdi>;
}

/** A moment in full and local, and beside it the site's time, where that differs; with its day, and UTC, on hover and on focus. */
export function Moment({ date }: { date: Date }) {
  useClock((clock) => clock.zone); // written anew when the computer's zone changes
  const zone = useContext(SiteZone);
  const onSite = zone === null ? null : formatOnSite(date, zone);
  const beside = zone === null ? null : formatOnSiteBrief(date, zone);
  const label = (
    <>
      {onSite !== null && <span className={styles.line}>{words.ticket.time.onSite({ when: onSite })}</span>}
      <span className={styles.line}>{formatUtc(date)}</span>
    </>
  );
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: true }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users reach the site's time and UTC by focusing it */}
      <time dateTime={date.toISOString()} tabIndex={0} className={shared.tabular}>
        {formatDayAndClock(date)}
        {beside !== null && <span className={styles.onSite}> · {words.ticket.time.onSiteBrief({ when: beside })}</span>}
      </time>
    </Tooltip>
  );
}

/** A server's time in a list: brief and local, in full and with UTC in its title. A text that is no time is shown unchanged. */
export function BriefTime({ text, now }: { text: string; now: Date }) {
  const date = parseServerTime(text);
  if (!date) return <span title={text}>{text}</span>;
  return (
    <time dateTime={date.toISOString()} title={formatHereAndUtc(date)}>
      {formatBrief(date, now)}
    </time>
  );
}

/**
 * The present time, renewed every minute and when this computer's zone changes, so that "today" does not become wrong on a screen
 * that stays open. It is up to a minute old.
 */
export function useNow(): Date {
  return useClock((clock) => clock.now);
}
