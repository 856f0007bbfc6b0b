import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { parseServerTime } from '../../electron/contract/server-time.ts';
import { formatBrief, formatDayAndClock, formatUtc } from '../words/time.ts';
import shared from './shared.module.css';

/** A server's time in full and local, with UTC on hover and on focus. A text that is no time is shown unchanged. */
export function FullTime({ text }: { text: string }) {
  const date = parseServerTime(text);
  if (!date) return <bdi>{text}</bdi>;
  return (
    <Tooltip label={formatUtc(date)} events={{ hover: true, focus: true, touch: true }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users reach the time in UTC by focusing it */}
      <time dateTime={date.toISOString()} tabIndex={0} className={shared.tabular}>
        {formatDayAndClock(date)}
      </time>
    </Tooltip>
  );
}

/** A server's time in a list: brief and local, with UTC in its title. A text that is no time is shown unchanged. */
export function BriefTime({ text, now }: { text: string; now: Date }) {
  const date = parseServerTime(text);
  if (!date) return <span title={text}>{text}</span>;
  return (
    <time dateTime={date.toISOString()} title={`${formatDayAndClock(date)} · ${formatUtc(date)}`}>
      {formatBrief(date, now)}
    </time>
  );
}

const minuteMs = 60_000;

/** The present time, renewed every minute, so that "today" does not become wrong on a screen that stays open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
