/* The dialog in which the list's columns are chosen and ordered, and its density. The list behind it follows at once. */

import { ActionIcon, Button, Checkbox, Radio } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useRef } from 'react';
import { densities, type ListColumn, listColumns } from '../../electron/contract/views.ts';
import { closeDialog } from '../state/dialogs.ts';
import { fixedColumns, moveColumn, resetLayout, setLayout, toggleColumn, useLayout } from '../state/layout.ts';
import { Dialog, DialogButtons } from '../ui/dialog.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import { hasOwnColumns } from './columns.ts';
import styles from './columns-dialog.module.css';

const text = words.list.columns;

export function ColumnsDialog() {
  const { layout } = useLayout();
  const shown = layout.columns.map(({ column }) => column);
  const hidden = listColumns.filter((column) => !shown.includes(column));

  return (
    <Dialog title={text.title} onClose={closeDialog}>
      <div className={shared.dialogBody}>
        <p>
          {text.lead} {!hasOwnColumns(layout) && text.leavesOut}
        </p>
        <ul className={styles.list} aria-label={text.list}>
          {[...shown, ...hidden].map((column, place) => (
            <ColumnLine key={column} column={column} place={place} shownCount={shown.length} />
          ))}
        </ul>
        <Radio.Group
          label={text.density}
          value={layout.density}
          onChange={(value) => {
            const density = densities.find((each) => each === value);
            if (density) setLayout({ ...layout, density });
          }}
        >
          <div className={styles.densities}>
            {densities.map((density) => (
              <Radio key={density} value={density} label={text.densities[density]} />
            ))}
          </div>
        </Radio.Group>
        <DialogButtons>
          <Button variant="default" onClick={resetLayout}>
            {text.reset}
          </Button>
          <Button onClick={closeDialog}>{text.close}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}

type LineProps = { column: ListColumn; place: number; shownCount: number };

function ColumnLine({ column, place, shownCount }: LineProps) {
  const line = useRef<HTMLLIElement>(null);
  const name = words.inbox.columns[column];
  const isShown = place < shownCount;
  const isFixed = fixedColumns.includes(column);

  /** The line moves in the page and keeps the keyboard; at the end of its way the other button takes it. */
  function move(places: 1 | -1) {
    moveColumn(column, places);
    line.current?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <li ref={line} className={styles.line}>
      <Checkbox
        label={isFixed ? text.always({ column: name }) : name}
        checked={isShown}
        disabled={isFixed}
        data-autofocus={!isFixed || undefined} // the first of them gets it
        onChange={() => toggleColumn(column)}
      />
      {isShown && (
        <span className={styles.moves}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={text.up({ column: name })}
            aria-disabled={place === 0}
            data-disabled={place === 0}
            onClick={() => move(-1)}
          >
            <IconArrowUp size={16} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={text.down({ column: name })}
            aria-disabled={place === shownCount - 1}
            data-disabled={place === shownCount - 1}
            onClick={() => move(1)}
          >
            <IconArrowDown size={16} aria-hidden="true" />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
