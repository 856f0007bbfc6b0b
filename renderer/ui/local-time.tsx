import { Tooltip } from '@mantine/core';
import { formatBrief, formatDayAndClock, formatUtc, parseServerTime } from '../words/time.ts';

/** A server's time in a list: brief and local, with UTC as its title. What is no time is shown as it came. */
export function BriefTime({ text, now }: { text: string; now: Date }) {
  const date = parseServerTime(text);
  if (!date) return <span title={text}>{text}</span>;
  return (
    <time dateTime={date.toISOString()} title={`${formatDayAndClock(date)} · ${formatUtc(date)}`}>
      {formatBrief(date, now)}
    </time>
  );
}

/** A server's time in full and local, with UTC on hover and on focus. What is no time is shown as it came. */
export function FullTime({ text }: { text: string }) {
  const date = parseServerTime(text);
  if (!date) return <bdi>{text}</bdi>;
  return (
    <Tooltip label={formatUtc(date)} events={{ hover: true, focus: true, touch: true }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users reach the time in UTC by focusing it */}
      <time dateTime={date.toISOString()} tabIndex={0} className="tabular">
        {formatDayAndClock(date)}
      </time>
    </Tooltip>
  );
}
