/* Help over any screen: the diagnosis, and the list of keys, which is made from the list of commands. */

import { Button } from '@mantine/core';
import {
  type CommandGroup,
  commandGroups,
  commandIds,
  commands,
  titleOfCommand,
} from '../../electron/contract/commands.ts';
import { closeHelp, useHelp } from '../state/screen.ts';
import { useSettings } from '../state/settings.ts';
import { Dialog } from '../ui/dialog.tsx';
import shared from '../ui/shared.module.css';
import { shownKey, shownKeysOf } from '../words/keys.ts';
import { words } from '../words/words.ts';
import { DiagnosisDialog } from './diagnosis-dialog.tsx';
import styles from './help.module.css';

/** The help page that was requested, as a dialog over any screen. */
export function Help() {
  const page = useHelp((store) => store.page);
  if (page === 'diagnosis') return <DiagnosisDialog />;
  return page === 'keys' ? <KeysDialog /> : null;
}

const text = words.keys;

/** Lists every key and what it does: those of the commands, then those of the list, of text boxes and of the system. */
function KeysDialog() {
  const usesSingleKeys = useSettings((settings) => settings.usesSingleKeys);
  return (
    <Dialog title={text.title} kind="wide" onClose={closeHelp}>
      {/* Not the button at the end: the list is read from its beginning, line by line, and scrolled by keys. */}
      <div
        role="document"
        aria-label={text.title}
        className={`${styles.help} ${styles.wide}`}
        tabIndex={-1}
        data-autofocus
      >
        {!usesSingleKeys && <p>{text.singleKeysOff}</p>}
        {commandGroups.map((group) => (
          <Keys key={group} name={text.group[group]} rows={rowsOf(group)} />
        ))}
        {fixedKeys.map(({ name, rows }) => (
          <Keys
            key={name}
            name={name}
            rows={rows.map(([each, meaning]) => [each.map((key) => shownKey(key)), meaning])}
          />
        ))}
        <div className={`${shared.buttonLine} ${styles.buttons}`}>
          <Button onClick={closeHelp}>{words.help.close}</Button>
        </div>
      </div>
    </Dialog>
  );
}

type Row = readonly [keys: readonly string[], meaning: string];

/** Keys that are no commands: those of the grid, of text boxes and of the system. `Mod` as in contract/commands.ts. */
const fixedKeys: readonly { name: string; rows: readonly Row[] }[] = [
  {
    name: text.inList.title,
    rows: [
      [['↑', '↓'], text.inList.row],
      [['Page Up', 'Page Down'], text.inList.page],
      [['Home', 'End'], text.inList.end],
      [['Shift+↑', 'Shift+↓', 'Shift+X'], text.inList.range],
      [['Enter'], text.inList.open],
      [['Esc'], text.inList.close],
    ],
  },
  {
    name: text.inText.title,
    rows: [
      [['Mod+Enter'], text.inText.send],
      [['Esc'], text.inText.close],
    ],
  },
  {
    name: text.anywhere.title,
    rows: [
      [['Tab', 'Shift+Tab'], text.anywhere.next],
      [['Mod++', 'Mod+−', 'Mod+0'], text.anywhere.zoom],
    ],
  },
];

/** The commands of a group that have keys. */
export function rowsOf(group: CommandGroup): Row[] {
  return commandIds
    .filter((id) => commands[id].group === group && commands[id].keys.length > 0)
    .map((id) => [shownKeysOf(id, true), titleOfCommand(id).replace('…', '')]);
}

function Keys({ name, rows }: { name: string; rows: readonly Row[] }) {
  return (
    <section>
      <h3>{name}</h3>
      <dl className={styles.keys}>
        {rows.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
