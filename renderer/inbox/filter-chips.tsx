/* What is set, above the list: each filter and the search as a chip that can be taken off. */

import { Button, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { chipsOf } from '../state/filters.ts';
import { clearSearchAndFilters, removeChip, useQuery } from '../state/query.ts';
import { words } from '../words/words.ts';
import styles from './filter-chips.module.css';

/** Takes no room while nothing is set. @param children what can be done with all that is set */
export function FilterChips({ children }: { children: ReactNode }) {
  const filters = useQuery((query) => query.filters);
  const search = useQuery((query) => query.search);
  const chips = chipsOf({ filters, search });
  if (chips.length === 0) return null;
  return (
    <div className={styles.line}>
      <ul className={styles.chips} aria-label={words.filters.set}>
        {chips.map(({ key, text }) => (
          <li key={key} className={styles.chip}>
            <span>{text}</span>
            <UnstyledButton aria-label={words.filters.remove({ chip: text })} onClick={() => removeChip(key)}>
              <IconX size={13} aria-hidden="true" />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Button variant="subtle" size="compact-xs" onClick={clearSearchAndFilters}>
        {words.inbox.clearFilters}
      </Button>
      {children}
    </div>
  );
}
