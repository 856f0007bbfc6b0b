/* The frame of a chart: its name, what there is to say about it, and the table that can take its place. */

import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { RowSkeletons } from '../ui/row-skeletons.tsx';
import { words } from '../words/words.ts';
import { type FileTable, fileTableOf, type Table } from './chart.ts';
import { ChartTable } from './chart-table.tsx';
import styles from './figure.module.css';

/** Buttons for a chart’s table, such as one that exports it. */
export type TableActions = (table: FileTable) => ReactNode;

type Props = {
  name: string;
  lead?: string | null | undefined;
  /** `undefined` until it was counted. */
  table: Table | undefined;
  problem: Problem | undefined;
  /** Stands in the place of a chart without anything to show. */
  empty: string;
  isEmpty: boolean;
  isWide?: boolean;
  actions?: TableActions | undefined;
  /** The chart. */
  children: ReactNode;
};

export function ChartFigure({ name, lead, table, problem, empty, isEmpty, isWide, actions, children }: Props) {
  const nameId = useId();
  const [isTable, setTable] = useState(false);
  return (
    <figure className={styles.figure} aria-labelledby={nameId} aria-busy={table === undefined} data-wide={isWide}>
      <figcaption className={styles.caption}>
        <h4 id={nameId}>{name}</h4>
        <div className={styles.actions}>
          {table && !isEmpty && actions?.(fileTableOf(name, table))}
          <Button
            className={styles.asTable}
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconTable size={14} aria-hidden="true" />}
            aria-label={words.overview.asTableOf({ name })}
            aria-pressed={isTable}
            onClick={() => setTable((was) => !was)}
          >
            {words.overview.asTable}
          </Button>
        </div>
      </figcaption>
      {problem && <ProblemNote problem={problem} />}
      {lead && !isEmpty && <p className={styles.lead}>{lead}</p>}
      <FigureBody table={table} empty={empty} isEmpty={isEmpty} hasProblem={problem !== undefined}>
        {isTable && table ? <ChartTable nameId={nameId} table={table} /> : children}
      </FigureBody>
    </figure>
  );
}

type BodyProps = Pick<Props, 'table' | 'empty' | 'isEmpty' | 'children'> & { hasProblem: boolean };

function FigureBody({ table, empty, isEmpty, hasProblem, children }: BodyProps) {
  if (table === undefined) return hasProblem ? null : <RowSkeletons count={4} className={styles.skeleton} />;
  return isEmpty ? <p className={styles.empty}>{empty}</p> : children;
}
