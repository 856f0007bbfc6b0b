/*
 * The palette: every command, view, site, account and ticket, found by parts of its name. The keyboard stays in the text box;
 * `aria-activedescendant` says which entry Enter runs.
 */

import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import { longestSearch } from '../../electron/contract/specification.ts';
import { closeDialog } from '../state/dialogs.ts';
import {
  entriesNow,
  findTickets,
  type PaletteEntry,
  runEntry,
  shownGroups,
  ticketEntries,
  useFoundTickets,
  useRecent,
} from '../state/palette.ts';
import { Announcement } from '../ui/announcement.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';
import styles from './palette.module.css';

const text = words.commands;

export function Palette() {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [activeKey, setActiveKey] = useState<string | null>(null);
  // What can be done does not change under an open palette.
  const [available] = useState(entriesNow);
  const found = useFoundTickets();
  const recent = useRecent((store) => store.entries);
  const groups = useMemo(
    () =>
      shownGroups(
        typed,
        available,
        ticketEntries(found, typed, (id) => !isLocalTicketId(id)),
        recent,
      ),
    [typed, available, found, recent],
  );
  const entries = groups.flatMap((group) => group.entries);
  const countWords = entries.length === 0 ? text.nothing : text.found({ count: entries.length });
  const active = entries.find(({ key }) => key === activeKey) ?? entries[0];
  const idOf = ({ key }: PaletteEntry) => `${listId} ${key}`.replaceAll(/\s/g, '-');
  const activeId = active && idOf(active);

  useEffect(() => () => useFoundTickets.reset(), []);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function type(next: string) {
    setTyped(next);
    setActiveKey(null);
    void findTickets(next);
  }

  /** The dialog gives the focus back before the entry is run, which may move it on. */
  function choose(entry: PaletteEntry) {
    flushSync(closeDialog);
    runEntry(entry);
  }

  function move(by: number) {
    const from = active ? entries.indexOf(active) : -1;
    const to = entries[(from + by + entries.length) % entries.length];
    if (to) setActiveKey(to.key);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && active) choose(active);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={text.palette} kind="palette" onClose={closeDialog}>
      <input
        className={styles.field}
        role="combobox"
        aria-label={text.field}
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={activeId}
        placeholder={text.field}
        data-autofocus
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        maxLength={longestSearch}
        value={typed}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className={styles.list} role="listbox" aria-label={text.list}>
        {groups.map(({ group, entries: shown }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={group} role="group" aria-label={text.group[group]}>
            <div className={styles.heading} aria-hidden="true">
              {text.group[group]}
            </div>
            {shown.map((entry) => (
              <Option
                key={entry.key}
                id={idOf(entry)}
                entry={entry}
                isActive={entry === active}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className={styles.nothing}>{text.nothing}</p>}
      <Announcement text={typed.trim() === '' ? '' : countWords} />
    </Dialog>
  );
}

type OptionProps = { id: string; entry: PaletteEntry; isActive: boolean; onChoose: () => void };

function Option({ id, entry: { label, note, keys }, isActive, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text box hears the keys
    <div
      id={id}
      className={styles.option}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()} // the focus stays in the text box
      onClick={onChoose}
    >
      <span className={styles.text}>
        <bdi>{label}</bdi>
        {note !== '' && <bdi className={styles.note}>{note}</bdi>}
      </span>
      {keys.map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </div>
  );
}
