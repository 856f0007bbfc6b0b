/* A filter of the list that takes several values. */

import { CheckIcon, Combobox, UnstyledButton, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { FilterField } from '../../electron/contract/query.ts';
import { foldText, wordsOf } from '../../electron/contract/search-text.ts';
import { type FilterOption, filterText, optionsFor } from '../state/filters.ts';
import { toggleOption, useFacets, useQuery } from '../state/query.ts';
import shared from '../ui/shared.module.css';
import { formatCount, words } from '../words/words.ts';
import styles from './filter-select.module.css';

/** With more options than these there is a search field above them. */
const mostWithoutSearch = 10;
/** More than anyone reads, and few enough to render with every key. */
const maxShown = 300;

/** A filter that takes several values: a list of options with counts that stays open while they are chosen. */
export function FilterSelect({ field }: { field: FilterField }) {
  const facet = useFacets((facets) => facets[field]);
  const values = useQuery((query) => query.filters[field]);
  const [search, setSearch] = useState('');
  const [hasSearch, setHasSearch] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const combobox = useCombobox({
    onDropdownOpen: () => {
      // Decided once: a field that went away with a shorter list would take the focus, and Escape, with it.
      setHasSearch(optionsFor(field, facet, values).length > mostWithoutSearch);
      combobox.focusSearchInput();
    },
    onDropdownClose: (source) => {
      combobox.resetSelectedOption();
      setSearch('');
      if (source === 'keyboard') combobox.focusTarget();
    },
  });
  const name = words.inbox.filter[field];
  // A closed list is not rendered, so that it costs nothing with each key.
  const options = combobox.dropdownOpened ? optionsFor(field, facet, values) : [];
  const wanted = wordsOf(search);
  const found = options.filter(({ name }) => wanted.every((word) => foldText(name).includes(word)));

  /** Space chooses like Enter; Mantine's own would close the list. */
  function onSpace(event: KeyboardEvent) {
    if (event.key !== ' ' || combobox.getSelectedOptionIndex() === -1 || !combobox.dropdownOpened) return;
    event.preventDefault();
    event.stopPropagation();
    combobox.clickSelectedOption();
  }

  function onBlur({ relatedTarget }: FocusEvent) {
    if (!(relatedTarget instanceof Node && frame.current?.contains(relatedTarget))) combobox.closeDropdown();
  }

  return (
    <div ref={frame} className={styles.frame}>
      <Combobox
        store={combobox}
        size="xs"
        width="max-content"
        position="bottom-start"
        onOptionSubmit={(option) => toggleOption(field, option)}
      >
        <Combobox.Target targetType="button" withExpandedAttribute>
          <UnstyledButton
            className={styles.target}
            aria-label={name}
            data-active={values.length > 0 || undefined}
            onKeyDownCapture={onSpace}
            onBlur={onBlur}
            onClick={() => combobox.toggleDropdown()}
          >
            <span className={styles.text}>{filterText(field, values)}</span>
            <IconChevronDown size={14} aria-hidden="true" />
          </UnstyledButton>
        </Combobox.Target>
        <Combobox.Dropdown className={styles.dropdown}>
          {hasSearch && (
            <Combobox.Search
              value={search}
              aria-label={words.filters.find({ filter: name })}
              placeholder={words.filters.findHint}
              dir="auto"
              onBlur={onBlur}
              onChange={({ currentTarget }) => {
                setSearch(currentTarget.value);
                combobox.resetSelectedOption();
              }}
            />
          )}
          <Combobox.Options
            className={styles.options}
            aria-label={words.filters.options({ filter: name })}
            aria-multiselectable
          >
            {found.slice(0, maxShown).map((option) => (
              <Option key={option.value} option={option} />
            ))}
          </Combobox.Options>
          {combobox.dropdownOpened && found.length === 0 && <Combobox.Empty>{words.filters.noneFound}</Combobox.Empty>}
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}

function Option({ option: { value, name, count, isSelected } }: { option: FilterOption }) {
  return (
    <Combobox.Option
      value={value}
      active={isSelected}
      className={styles.option}
      aria-selected={isSelected}
      aria-label={words.filters.option({ name, count })}
    >
      <span className={styles.check}>{isSelected && <CheckIcon size={11} />}</span>
      <bdi className={styles.name}>{name}</bdi>
      <span className={`${styles.count} ${shared.tabular}`}>{formatCount(count)}</span>
    </Combobox.Option>
  );
}
