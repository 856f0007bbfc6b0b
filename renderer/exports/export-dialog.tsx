/* The dialog in which an export is chosen and followed. It stays open until the file is there or the user leaves. */

import { Button, Progress, Radio } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { detailColumns, exportFormats, separators } from '../../electron/contract/exports.ts';
import {
  chosenColumns,
  type ExportSource,
  fetchMissing,
  leaveExport,
  useExport,
  useExportChoice,
  writeExport,
} from '../state/exports.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { Dialog, DialogButtons } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { formatDuration } from '../words/durations.ts';
import { formatDayAndClock } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './export-dialog.module.css';

const text = words.exports;
const columnSets = ['list', 'all'] as const;

export function ExportDialog() {
  const { source, preview, work, progress, problem, isStopped } = useExport();
  if (!source) return null;
  const isEmpty = preview?.count === 0;
  const hasProgress = work === 'fetching' || progress !== null; // while the system asks where to, nothing is written yet
  return (
    <Dialog title={text.title} onClose={leaveExport}>
      <form
        className={shared.dialogBody}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) void writeExport();
        }}
      >
        <p aria-live="polite">{leadOf(source, preview)}</p>
        {hasProgress ? <WorkProgress /> : <Choices source={source} />}
        {problem && <ProblemNote problem={problem} />}
        {isStopped && <p role="status">{text.stopped}</p>}
        <DialogButtons>
          <LeaveButton isWorking={work !== null} hasProgress={hasProgress} />
          <BusyButton
            type="submit"
            isBusy={work !== null}
            {...(isEmpty && { 'aria-disabled': true, 'data-disabled': true })}
          >
            {text.button}
          </BusyButton>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** What can be chosen, and what would be missing. */
function Choices({ source }: { source: ExportSource }) {
  const { format, separator, columnSet } = useExportChoice();
  return (
    <>
      <Choice
        label={text.format}
        options={exportFormats}
        value={format}
        names={text.formats}
        hints={text.formatHints}
        takesFocus
        onChoose={(chosen) => useExportChoice.setState({ format: chosen })}
      />
      {format === 'csv' && (
        <Choice
          label={text.separator}
          options={separators}
          value={separator}
          names={text.separators}
          onChoose={(chosen) => useExportChoice.setState({ separator: chosen })}
        />
      )}
      {source.what === 'tickets' && (
        <Choice
          label={text.columns}
          options={columnSets}
          value={columnSet}
          names={text.columnSets}
          hints={text.columnHints}
          onChoose={(chosen) => useExportChoice.setState({ columnSet: chosen })}
        />
      )}
      <MissingDetails />
    </>
  );
}

/** Leaves the dialog, or ends what is under way; the keyboard comes here when its button is gone. */
function LeaveButton({ isWorking, hasProgress }: { isWorking: boolean; hasProgress: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (hasProgress && !button.current?.form?.contains(document.activeElement)) button.current?.focus();
  }, [hasProgress]);
  return (
    <Button ref={button} variant="default" onClick={leaveExport}>
      {isWorking ? text.stop : text.close}
    </Button>
  );
}

/** Says what will be in the file. */
function leadOf(source: ExportSource, preview: ReturnType<typeof useExport.getState>['preview']): string {
  if (source.what === 'table') return text.leadTable({ name: source.table.name, count: source.table.rows.length });
  if (!preview) return text.counting;
  const { count, asOfMs } = preview;
  const { name, tickets } = source;
  if (asOfMs === null) return text.leadUnconfirmed({ count, name });
  const time = formatDayAndClock(new Date(asOfMs));
  return tickets.from === 'tickets' ? text.leadSelected({ count, time }) : text.lead({ count, name, time });
}

type ChoiceProps<T extends string> = {
  label: string;
  options: readonly T[];
  value: T;
  names: Readonly<Record<T, string>>;
  hints?: Readonly<Record<T, string>>;
  takesFocus?: boolean;
  onChoose: (value: T) => void;
};

function Choice<T extends string>({ label, options, value, names, hints, takesFocus, onChoose }: ChoiceProps<T>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => {
        const option = options.find((each) => each === chosen);
        if (option) onChoose(option);
      }}
    >
      <div className={hints ? styles.options : styles.row}>
        {options.map((option) => (
          <Radio
            key={option}
            value={option}
            label={names[option]}
            description={hints?.[option]}
            data-autofocus={(takesFocus && option === value) || undefined}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

/** What the columns need and was never fetched, with the offer to fetch it first. */
function MissingDetails(): ReactNode {
  const { preview, hasFetched } = useExport();
  useExportChoice(); // which decides about the columns
  if (!preview || preview.withoutDetail === 0) return null;
  if (!chosenColumns().some((column) => detailColumns.includes(column))) return null;
  const { withoutDetail: count, fetchMs } = preview;
  return (
    <div className={styles.missing} role="note">
      <p>{hasFetched ? text.stillMissing({ count }) : text.missing({ count })}</p>
      <p className={styles.quiet}>
        {fetchMs === null ? text.fetchTakesUnknown : text.fetchTakes({ duration: formatDuration(fetchMs) })}
      </p>
      <Button variant="default" size="compact-sm" className={styles.fetch} onClick={() => void fetchMissing()}>
        {text.fetch}
      </Button>
    </div>
  );
}

function WorkProgress() {
  const { work, progress } = useExport();
  const { done, total, leftMs } = progress ?? { done: 0, total: 0, leftMs: null };
  const counts =
    leftMs === null
      ? text.progress({ done, total })
      : text.progressLeft({ done, total, duration: formatDuration(leftMs) });
  return (
    <div className={styles.progress}>
      <p className={shared.tabular}>
        {work === 'fetching' ? text.fetching : text.writing}
        {progress && <span className={styles.quiet}>{counts}</span>}
      </p>
      <Progress
        value={total === 0 ? 0 : (100 * done) / total}
        transitionDuration={0}
        aria-label={work === 'fetching' ? text.fetching : text.writing}
      />
    </div>
  );
}
