/* A chart of horizontal bars, each with its name and its number beside it. A bar is a button that shows the tickets behind it. */

import type { ReactNode } from 'react';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './chart.module.css';
import type { Bar, BarsChart } from './chart.ts';

/** Of more bars the first are drawn; the table has them all. */
const mostBars = 10;

type Props = { chart: BarsChart; legend: readonly [part: string, whole: string] | undefined };

/** @param legend says what the two parts of a bar are, where it has two */
export function Bars({ chart: { bars, hasLongLabels }, legend }: Props) {
  const shown = bars.slice(0, mostBars);
  const longest = Math.max(...shown.map(({ value }) => value), 1);
  return (
    <>
      {legend && (
        <ul className={styles.legend} aria-hidden="true">
          <li data-mark="part">{legend[0]}</li>
          <li data-mark="whole">{legend[1]}</li>
        </ul>
      )}
      <ul className={styles.bars} data-long-labels={hasLongLabels}>
        {shown.map((bar) => (
          <li key={bar.key}>
            <BarRow bar={bar} longest={longest} />
          </li>
        ))}
      </ul>
      {bars.length > shown.length && (
        <p className={styles.more}>{words.overview.onlyMost({ shown: shown.length, all: bars.length })}</p>
      )}
    </>
  );
}

function BarRow({ bar, longest }: { bar: Bar; longest: number }) {
  const { label, note, value, part, text, link } = bar;
  const share = (length: number) => `${(100 * length) / longest}%`;
  return (
    <BarFrame link={link}>
      <span className={styles.label} title={label}>
        <bdi>{label}</bdi>
        {note !== '' && (
          <bdi className={styles.note} title={note}>
            {note}
          </bdi>
        )}
      </span>
      <span className={styles.track}>
        {value > 0 && (
          <span className={styles.bar} data-has-part={part !== undefined} style={{ '--share': share(value) }} />
        )}
        {part !== undefined && <span className={styles.part} style={{ '--share': share(part) }} />}
      </span>
      <span className={`${styles.value} ${shared.tabular}`}>{text}</span>
    </BarFrame>
  );
}

function BarFrame({ link, children }: { link: Bar['link']; children: ReactNode }) {
  if (!link) return <div className={styles.row}>{children}</div>;
  return (
    <button type="button" className={styles.row} aria-label={link.name} onClick={link.follow}>
      {children}
    </button>
  );
}
