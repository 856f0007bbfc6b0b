/* The search box in the header. */

import { ActionIcon } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { longestSearch } from '../../electron/contract/specification.ts';
import { setSearch, useQuery } from '../state/query.ts';
import { focusGrid, focusSearch, searchId } from '../state/screen.ts';
import { goToList, search } from '../state/search.ts';
import { useSettings } from '../state/settings.ts';
import { useAriaKeys } from '../ui/use-aria-keys.ts';
import { words } from '../words/words.ts';
import styles from './search-box.module.css';

/** The search over all tickets. The list is filtered with every key. Escape clears it; arrow down and Enter go to the list. */
export function SearchBox() {
  const searched = useQuery((query) => query.search);
  const usesSingleKeys = useSettings((settings) => settings.usesSingleKeys);

  return (
    <search className={styles.search}>
      <IconSearch className={styles.icon} size={16} aria-hidden="true" />
      <input
        id={searchId}
        className={styles.input}
        type="search"
        aria-label={words.inbox.search}
        aria-keyshortcuts={useAriaKeys('search')}
        placeholder={words.inbox.searchHint}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        maxLength={longestSearch}
        value={searched}
        onChange={({ currentTarget }) => search(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            if (searched === '') focusGrid();
            else setSearch('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            goToList();
          }
        }}
      />
      {searched === '' ? (
        usesSingleKeys && (
          <span className={styles.key} aria-hidden="true">
            /
          </span>
        )
      ) : (
        <ActionIcon
          className={styles.clear}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={words.inbox.clearSearch}
          onClick={() => {
            setSearch('');
            focusSearch();
          }}
        >
          <IconX size={15} />
        </ActionIcon>
      )}
    </search>
  );
}
