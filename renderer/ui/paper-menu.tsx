/* The menu from which tickets are printed or saved as PDF, for one ticket or many. */

import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import type { TicketId } from '../../electron/contract/ids.ts';
import { printTickets, savePdf, setWithNotes, usePaper } from '../state/paper.ts';
import { words } from '../words/words.ts';
import { useAriaKeys } from './use-aria-keys.ts';

type Props = {
  /** The tickets to print; called when the user chooses. */
  getIds: () => readonly TicketId[];
  /** None of them has a private note. */
  isWithoutNotes?: boolean;
  /** The button that opens the menu. */
  children: ReactElement;
};

const text = words.paper;

export function PaperMenu({ getIds, isWithoutNotes = false, children }: Props) {
  const withNotes = usePaper((paper) => paper.withNotes);
  const printKeys = useAriaKeys('print');
  const savePdfKeys = useAriaKeys('savePdf');
  return (
    <Menu
      position="bottom-start"
      onClose={() => setWithNotes(false)} // one that was ticked and left must not go along with other tickets later
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item aria-keyshortcuts={printKeys} onClick={() => void printTickets(getIds())}>
          {text.print}
        </Menu.Item>
        <Menu.Item aria-keyshortcuts={savePdfKeys} onClick={() => void savePdf(getIds())}>
          {text.savePdf}
        </Menu.Item>
        {!isWithoutNotes && (
          <>
            <Menu.Divider />
            <Menu.CheckboxItem checked={withNotes} onChange={setWithNotes}>
              {text.withNotes}
            </Menu.CheckboxItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
