/*
 * What was created against what was closed, week by week. A pointer opens the tickets behind a bar; the keyboard does so in the
 * table, which has a link for each bar.
 */

import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useId } from 'react';
import { formatCount, words } from '../words/words.ts';
import styles from './overview.module.css';
import { type Flow, flows, openWeek, type WeekBars } from './period-charts.ts';

const text = words.overview;
const colours: Record<Flow, string> = { created: 'var(--chart-first)', closed: 'var(--chart-second)' };

export function WeeksChart({ weeks }: { weeks: readonly WeekBars[] }) {
  const hatchId = useId();
  const sum = (flow: Flow) => weeks.reduce((total, week) => total + week[flow], 0);
  const summary = text.weeksSummary({ created: sum('created'), closed: sum('closed'), weeks: weeks.length });
  return (
    <>
      <ul className={styles.legend} aria-hidden="true">
        {flows.map((flow) => (
          <li key={flow} data-mark={flow}>
            {text[flow]}
          </li>
        ))}
      </ul>
      <div className={styles.weeks} role="img" aria-label={summary}>
        <BarChart
          className={styles.weeksChart}
          data={weeks.slice()}
          dataKey="week"
          series={flows.map((flow) => ({ name: flow, label: text[flow], color: colours[flow] }))}
          valueFormatter={formatCount}
          gridAxis="x"
          tickLine="none"
          accessibilityLayer={false}
          xAxisProps={{ minTickGap: 16 }}
          yAxisProps={{ allowDecimals: false, width: 44 }}
          barChartProps={{ barGap: 1, barCategoryGap: '18%' }}
          barProps={({ name }) => ({
            fill: name === 'closed' ? `url(#${hatchId})` : colours.created,
            stroke: colours[name as Flow],
            strokeOpacity: 1,
            onClick: (_bar, index) => {
              const week = weeks[index];
              if (week) openWeek(week, name as Flow);
            },
          })}
        >
          <defs>
            <pattern id={hatchId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="5" height="5" fill="var(--chart-second-tint)" />
              <rect width="2.5" height="5" fill="var(--chart-second)" />
            </pattern>
          </defs>
        </BarChart>
      </div>
    </>
  );
}
