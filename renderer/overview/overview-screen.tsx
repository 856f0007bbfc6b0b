/*
 * The overview: charts over the cached tickets, under the filters of the list. It keeps itself up to date, and Escape returns to
 * the tickets.
 */

import { type ReactNode, useEffect } from 'react';
import { enterOverview, loadOverview, useOverview, watchOverview } from '../state/overview.ts';
import { useStatus } from '../state/status.ts';
import { ScreenHead } from '../ui/screen-head.tsx';
import { useNow } from '../ui/time.tsx';
import { useScreenFrame } from '../ui/use-screen-frame.ts';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import { Bars } from './bars.tsx';
import type { BarsChart } from './chart.ts';
import { ChartFigure, type TableActions } from './figure.tsx';
import { openByAgeChart, openByChart, ticketsChart } from './open-charts.ts';
import styles from './overview-screen.module.css';
import { completionChart, completionLead, sentChart, weekBars, weeksTable } from './period-charts.ts';
import { SpanField } from './span-field.tsx';
import { WeeksChart } from './weeks-chart.tsx';

const text = words.overview;

/** @param filters the filters of the list @param actions buttons for the table of each chart */
export function OverviewScreen({ filters, actions }: { filters?: ReactNode; actions?: TableActions }) {
  const { leave, frame } = useScreenFrame('dialog, fieldset, select, input');
  useEffect(() => {
    enterOverview();
    return watchOverview();
  }, []);
  const today = useNow().toDateString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: ages and periods move on with the day
  useEffect(() => void loadOverview(), [today]);

  return (
    <main {...frame} className={styles.screen} aria-label={text.title}>
      {filters}
      <div className={styles.scroll}>
        <div className={styles.page}>
          <ScreenHead title={text.title} back={text.backToTickets} onBack={leave}>
            <AsOf />
          </ScreenHead>
          <section className={styles.section} aria-labelledby="overview-open">
            <h3 id="overview-open">{text.openNow}</h3>
            <OpenCharts actions={actions} />
          </section>
          <section className={styles.section} aria-labelledby="overview-period">
            <div className={styles.sectionHead}>
              <h3 id="overview-period">{text.inPeriod}</h3>
              <SpanField />
            </div>
            <p className={styles.note}>{text.closedUnstated}</p>
            <PeriodCharts actions={actions} />
          </section>
        </div>
      </div>
    </main>
  );
}

/** As of when the numbers are. */
function AsOf() {
  const status = useStatus((store) => store.status);
  const now = useNow();
  if (!status) return null;
  const { confirmedAtMs, connection, progress } = status;
  const when = confirmedAtMs === null ? null : formatSince(new Date(confirmedAtMs), now);
  const asOf = connection === 'offline' ? text.asOfOffline : text.asOf;
  return (
    <p className={styles.note}>
      {when === null ? text.neverConfirmed : asOf({ when })}
      {progress && ` ${text.stillFetching}`}
    </p>
  );
}

type ActionsProps = { actions: TableActions | undefined };

function OpenCharts({ actions }: ActionsProps) {
  const { numbers, problems } = useOverview();
  const now = useNow();
  const { openBySite, openByCategory, openByAge, oldest, quietest } = numbers;
  const common = { actions, empty: text.noneOpen };
  return (
    <div className={styles.charts}>
      <BarsFigure
        {...common}
        name={text.openBySite}
        problem={problems.openBySite}
        chart={openBySite && openByChart(openBySite, 'site')}
      />
      <BarsFigure
        {...common}
        name={text.openByCategory}
        problem={problems.openByCategory}
        chart={openByCategory && openByChart(openByCategory, 'category')}
      />
      <BarsFigure
        {...common}
        name={text.openByAge}
        isWide
        problem={problems.openByAge}
        chart={openByAge && openByAgeChart(openByAge)}
      />
      <BarsFigure
        {...common}
        name={text.oldest}
        problem={problems.oldest}
        chart={oldest && ticketsChart(oldest, 'createdOn', now)}
      />
      <BarsFigure
        {...common}
        name={text.quietest}
        problem={problems.quietest}
        chart={quietest && ticketsChart(quietest, 'updatedOn', now)}
      />
    </div>
  );
}

function PeriodCharts({ actions }: ActionsProps) {
  const { numbers, problems, span } = useOverview();
  const { completionBySite, completionByCategory, sent } = numbers;
  const weeks = numbers.weeks && weekBars(numbers.weeks);
  const completion = { actions, empty: text.noneCompleted, legend: [text.median, text.slowestTenth] as const };
  return (
    <div className={styles.charts}>
      <ChartFigure
        name={text.weeks}
        problem={problems.weeks}
        table={weeks && weeksTable(weeks)}
        isEmpty={weeks?.every(({ created, closed }) => created + closed === 0) ?? false}
        empty={text.noWeeks}
        actions={actions}
        isWide
      >
        {weeks && <WeeksChart weeks={weeks} />}
      </ChartFigure>
      <BarsFigure
        {...completion}
        name={text.completionBySite}
        lead={completionBySite && completionLead(completionBySite)}
        problem={problems.completionBySite}
        chart={completionBySite && completionChart(completionBySite, 'site', span)}
      />
      <BarsFigure
        {...completion}
        name={text.completionByCategory}
        problem={problems.completionByCategory}
        chart={completionByCategory && completionChart(completionByCategory, 'category', span)}
      />
      <BarsFigure
        actions={actions}
        empty={text.noneSent}
        name={text.sent}
        isWide
        lead={text.sentLead}
        problem={problems.sent}
        chart={sent && sentChart(sent)}
      />
    </div>
  );
}

type FigureProps = Pick<
  Parameters<typeof ChartFigure>[0],
  'name' | 'lead' | 'problem' | 'empty' | 'actions' | 'isWide'
>;
type BarsFigureProps = FigureProps & { chart: BarsChart | undefined; legend?: readonly [string, string] };

function BarsFigure({ chart, legend, ...figure }: BarsFigureProps) {
  const isEmpty = chart?.bars.every(({ link }) => !link) ?? false;
  return (
    <ChartFigure {...figure} table={chart?.table} isEmpty={isEmpty}>
      {chart && <Bars chart={chart} legend={legend} />}
    </ChartFigure>
  );
}
