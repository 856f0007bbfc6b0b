/* The table in the place of a chart. */

import shared from '../ui/shared.module.css';
import type { Cell, Table } from './chart.ts';
import styles from './chart-table.module.css';

export function ChartTable({ nameId, table: { columns, rows } }: { nameId: string; table: Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls what has the focus
    <section className={styles.tableFrame} aria-labelledby={nameId} tabIndex={0}>
      <table className={`${styles.table} ${shared.selectable}`} aria-labelledby={nameId}>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" data-number={isNumber}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first && <CellContent cell={first} />}</th>
              {others.map((cell, at) => (
                <td
                  key={columns[at + 1]?.title}
                  data-number={columns[at + 1]?.isNumber}
                  data-long={columns[at + 1]?.isLong}
                  className={shared.tabular}
                >
                  <CellContent cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellContent({ cell: { text, link } }: { cell: Cell }) {
  if (!link) return <bdi>{text}</bdi>;
  return (
    <button type="button" className={styles.cellLink} aria-label={link.name} onClick={link.follow}>
      <bdi>{text}</bdi>
    </button>
  );
}
