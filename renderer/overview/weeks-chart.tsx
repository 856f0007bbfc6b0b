/*
 * What was created against what was closed, week by week. A pointer opens the tickets behind a bar. With the keyboard the arrow
 * keys go from bar to bar and Enter or the space bar opens, as in a list; the table has a link for each bar too.
 */

import { type KeyboardEvent, useId, useState } from 'react';
import { Bar, BarChart, CartesianGrid, ReferenceArea, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, words } from '../words/words.ts';
import styles from './chart.module.css';
import { type Flow, flows, openWeek, type WeekBars, weekLink } from './period-charts.ts';

const text = words.overview;
const heightPx = 230;
/** Recharts takes no `undefined` for a class. */
const barClasses: Record<Flow, string> = { created: styles.created ?? '', closed: styles.closed ?? '' };
/** Recharts writes its own grey into the element, which no sheet can change. */
const tick = { fill: 'currentColor' };
const areaClass = styles.activeWeek ?? '';

type Place = { week: number; flow: Flow };

export function WeeksChart({ weeks }: { weeks: readonly WeekBars[] }) {
  const hatchId = useId();
  const [place, setPlace] = useState<Place | null>(null);
  const last = weeks.length - 1;
  const at = place && { ...place, week: Math.min(place.week, last) };
  const active = at && weeks[at.week];
  const sum = (flow: Flow) => weeks.reduce((total, week) => total + week[flow], 0);
  const summary = text.weeksSummary({ created: sum('created'), closed: sum('closed'), weeks: weeks.length });

  function onKeyDown(event: KeyboardEvent) {
    const presses = event.key === 'Enter' || event.key === ' '; // as on any button
    if (presses && at && active) openWeek(active, at.flow);
    const next = placeAfterKey(event.key, at, last);
    if (next) setPlace(next);
    if (next || presses) event.preventDefault();
  }

  return (
    <>
      <div className={styles.legendLine} aria-hidden="true">
        <ul className={styles.legend}>
          {flows.map((flow) => (
            <li key={flow} data-mark={flow}>
              {text[flow]}
            </li>
          ))}
        </ul>
        {at && active && <WeekTip week={active} flow={at.flow} />}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a button that holds a chart; its name is the bar that Enter opens */}
      <div
        className={styles.weeks}
        role="button"
        tabIndex={0}
        aria-label={at && active ? weekLink(active, at.flow).name : text.weeksKeys({ summary })}
        onKeyDown={onKeyDown}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) setPlace((before) => before ?? { week: last, flow: 'created' });
        }}
        onBlur={() => setPlace(null)}
      >
        <ResponsiveContainer width="100%" height={heightPx}>
          <BarChart
            data={weeks}
            accessibilityLayer={false}
            barGap={1}
            barCategoryGap="18%"
            margin={{ top: 4, right: 4, bottom: 0, left: 0 }}
          >
            <defs>
              <pattern id={hatchId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect className={styles.hatchGround} width="5" height="5" />
                <rect className={styles.hatch} width="2.5" height="5" />
              </pattern>
            </defs>
            <CartesianGrid vertical={false} />
            {active && <ReferenceArea className={areaClass} x1={active.week} x2={active.week} />}
            <XAxis dataKey="week" tick={tick} tickLine={false} minTickGap={16} />
            <YAxis
              tick={tick}
              tickLine={false}
              axisLine={false}
              width="auto"
              allowDecimals={false}
              tickFormatter={formatCount}
            />
            <Tooltip
              isAnimationActive={false}
              content={({ active: isOver, label }) => {
                const week = isOver ? weeks.find((one) => one.week === label) : undefined;
                return week ? <WeekTip week={week} /> : null;
              }}
            />
            {flows.map((flow) => (
              <Bar
                key={flow}
                className={barClasses[flow]}
                dataKey={flow}
                {...(flow === 'closed' ? { fill: `url(#${hatchId})` } : {})}
                isAnimationActive={false}
                onClick={(_bar, index) => {
                  const week = weeks[index];
                  if (week) openWeek(week, flow);
                }}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </>
  );
}

/** What a week’s bars count. @param flow the one that the keyboard is on */
function WeekTip({ week, flow }: { week: WeekBars; flow?: Flow }) {
  return (
    <dl className={styles.weekTip}>
      <dt>{text.weekFrom({ week: week.week })}</dt>
      {flows.map((one) => (
        <dd key={one} data-mark={one} data-active={one === flow}>
          {one === 'created' ? text.createdCount({ count: week.created }) : text.closedCount({ count: week.closed })}
        </dd>
      ))}
    </dl>
  );
}

/** Returns the bar that a key goes to; `null` for a key that goes nowhere. */
export function placeAfterKey(key: string, from: Place | null, last: number): Place | null {
  const { week, flow } = from ?? { week: last, flow: 'created' };
  const step = (by: number): Place => {
    const bar = Math.max(0, Math.min(2 * last + 1, 2 * week + flows.indexOf(flow) + by));
    return { week: Math.floor(bar / 2), flow: bar % 2 === 0 ? 'created' : 'closed' };
  };
  switch (key) {
    case 'ArrowLeft':
      return step(-1);
    case 'ArrowRight':
      return step(1);
    case 'PageUp':
      return step(-8);
    case 'PageDown':
      return step(8);
    case 'Home':
      return { week: 0, flow: 'created' };
    case 'End':
      return { week: last, flow: 'closed' };
    default:
      return null;
  }
}
