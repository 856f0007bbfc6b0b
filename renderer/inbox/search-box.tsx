import { ActionIcon } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { longestSearch } from '../../electron/contract/specification.ts';
import { setSearch, useQuery } from '../state/query.ts';
import { focusGrid, focusSearch, searchId } from '../state/screen.ts';
import { uncoverList } from '../state/search.ts';
import { words } from '../words/words.ts';
import styles from './search-box.module.css';

/** The search over all tickets. The list is filtered with every key. Escape clears it; arrow down and Enter go to the list. */
export function SearchBox({ isNarrow }: { isNarrow: boolean }) {
  const search = useQuery((query) => query.search);

  return (
    <search className={styles.search}>
      <IconSearch className={styles.icon} size={16} aria-hidden="true" />
      <input
        id={searchId}
        className={styles.input}
        type="search"
        aria-label={words.inbox.search}
        placeholder={words.inbox.searchHint}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        maxLength={longestSearch}
        value={search}
        onChange={(event) => {
          if (isNarrow) uncoverList();
          setSearch(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            if (search === '') focusGrid();
            else setSearch('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            focusGrid();
          }
        }}
      />
      {search === '' ? (
        <span className={styles.key} aria-hidden="true">
          /
        </span>
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
